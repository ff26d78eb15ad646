import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** One side of every `light-dark(…)`: 0 is light, 1 dark. */
function colours(side: 0 | 1): Map<string, string> {
  const pairs = css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g);
  return new Map([...pairs].map(([, name = '', ...both]) => [name, both[side] ?? '']));
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['ground', 'surface', 'sunken', 'accent-soft'];
const hues = Array.from({ length: 6 }, (_, index) => `hue-${index}`);
const needs: readonly (readonly [text: string, grounds: readonly string[], ratio: number])[] = [
  ['ink', grounds, 7],
  ['code-ending', grounds, 7],
  ['ink-quiet', grounds, 4.5],
  ['accent', grounds, 4.5],
  ['on-accent', ['accent', 'accent-hover'], 4.5],
  ['good', ['good-soft', ...grounds], 4.5],
  ['careful', ['careful-soft', ...grounds], 4.5],
  ['bad', ['bad-soft', ...grounds], 4.5],
  ['hue-ink', hues, 4.5],
  ['line-strong', ['ground', 'surface'], 3],
];

test.each([
  ['light', 0],
  ['dark', 1],
] as const)('in the %s theme every text stands out from its ground, codes most of all', (_name, side) => {
  const colour = colours(side);
  const get = (name: string): string => {
    const value = colour.get(name);
    if (!value) throw new RangeError(`"--${name}" expected in both themes`);
    return value;
  };
  for (const [text, onto, ratio] of needs) {
    for (const ground of onto) {
      expect(contrast(get(text), get(ground)), `${text} on ${ground}`).toBeGreaterThanOrEqual(ratio);
    }
  }
});

test('every colour has a light and a dark side, but for paper', () => {
  expect(css.replaceAll(/light-dark\([^)]*\)|--(?:on-)?paper: \S+/g, '')).not.toMatch(colour);
});

const colour = /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(/i;
const withoutComments = (sheet: string) => sheet.replaceAll(/\/\*[\s\S]*?\*\//g, '');
const sheets = globSync('components/**/*.css').map(
  (path) => [path, withoutComments(readFileSync(path, 'utf8'))] as const,
);

test.each(sheets.filter(([path]) => !/tokens\.css$|kit|export|print/.test(path)))(
  '%s takes its colours from the tokens, but for paper',
  (_path, sheet) => {
    expect(sheet.replaceAll(/@media print \{[\s\S]*?\n\}/g, '')).not.toMatch(colour);
  },
);

test.each(sheets.filter(([, sheet]) => /(?<!-)\b(?:transition|animation)(?:-\w+)?:/.test(sheet)))(
  'in %s nothing moves for who asked for no motion',
  (_path, sheet) => {
    const free = sheet.replaceAll(/@media \(prefers-reduced-motion: no-preference\) \{[\s\S]*?\n\}/g, '');
    expect(free).not.toMatch(/(?<!-)\b(?:transition|animation)(?:-\w+)?:(?! none)/);
  },
);

test.each(sheets.filter(([, sheet]) => /outline: (?:0|none)/.test(sheet)))(
  'in %s what takes the ring away from a field gives one to its box',
  (_path, sheet) => {
    for (const [, selector = '', body = ''] of sheet.matchAll(
      /([^{}]+)\{([^{}]*outline: (?:0|none)[^{}]*)\}/g,
    )) {
      // A heading or a message that is focused so that it is read has nothing to press.
      if (!/\b(?:input|textarea|select|button|link|a)\b/.test(selector)) continue;
      const boxed = /:(?:focus-within|has\([^{]*:focus-visible\)) \{[^}]*outline: 1px/.test(sheet);
      expect(boxed, `${selector.trim()} {${body}}`).toBe(true);
    }
  },
);
