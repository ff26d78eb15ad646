import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env, execPath } from 'node:process';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { utf8 } from '@/lib/crypto/bytes';
import { archiveOf, checksumLine, filesUnder } from './archive.ts';

const files = [
  { path: 'b.txt', bytes: utf8('two') },
  { path: 'a/é.txt', bytes: utf8('one') },
];

describe('archiveOf', () => {
  it('gives the files back', () => {
    expect(unzipSync(archiveOf(files))).toEqual({ 'b.txt': files[0]?.bytes, 'a/é.txt': files[1]?.bytes });
  });

  it('makes the same bytes in whatever order the files come', () => {
    expect(archiveOf(files.toReversed())).toEqual(archiveOf(files));
  });

  it('makes the same bytes in every time zone', () => {
    const program = `import { archiveOf, checksumLine } from './scripts/package/archive.ts';
      process.stdout.write(checksumLine('x', archiveOf([{ path: 'a', bytes: new Uint8Array(9) }])));`;
    const sumIn = (TZ: string) =>
      execFileSync(execPath, ['--input-type=module', '-e', program], {
        env: { ...env, TZ },
        encoding: 'utf8',
      });
    expect(sumIn('Asia/Tokyo')).toBe(sumIn('America/Toronto'));
  });
});

describe('filesUnder', () => {
  it('names the files from the folder on', () => {
    const folder = mkdtempSync(join(tmpdir(), 'seconde-package-'));
    writeFileSync(join(folder, 'one'), '1');
    expect(filesUnder(folder).map(({ path }) => path)).toEqual(['one']);
    rmSync(folder, { recursive: true });
  });
});

describe('checksumLine', () => {
  it('is what sha256sum reads', () => {
    expect(checksumLine('a', new Uint8Array())).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a\n',
    );
  });
});
