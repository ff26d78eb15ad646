import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { allMarks } from '../lib/marks/marks';
import { markFiles } from './marks';

const all = markFiles();
const files = all.filter(({ relativeDest }) => relativeDest.endsWith('.svg'));

test('every mark of the table is a picture of its own, drawn by the glyph alone', () => {
  expect(files).toHaveLength(allMarks().length);
  for (const { relativeDest, contents } of files) {
    expect(relativeDest).toMatch(/^marks\/[a-z0-9]+\.svg$/);
    expect(contents).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 720 720"><path fill="#[0-9A-F]{6}" d="M0 0h720v720H0z"\/><path fill="#(?:fff|000)" d="[-\d\sMmLlHhVvCcSsQqTtAaZz.,e]+"\/><\/svg>$/,
    );
  }
});

test('all of them together add less than 130 KiB to the package, compressed', () => {
  const bytes = files.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0);
  expect(bytes).toBeLessThan(130 * 1024);
});

test('what the makers of the glyphs ask to be said is in the package', () => {
  const text = all.find(({ relativeDest }) => relativeDest === 'marks/LICENCES.txt')?.contents;
  expect(text).toContain('CC0');
  expect(text).toContain('The Bootstrap Authors');
  expect(text).toContain('Permission is hereby granted');
});
