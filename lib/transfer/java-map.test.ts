import { describe, expect, it } from 'vitest';
import { readJavaMap } from './java-map';
import { writeJavaMap } from './testing/write-java-map';

const read = (bytes: Uint8Array) => {
  const map = readJavaMap(bytes);
  return map.ok ? [...map.value] : map.failure.code;
};

describe('a map of texts', () => {
  const pairs: [string, string][] = [
    ['masterKey', '{"é": "\u0000 🔑"}'],
    ['long', 'x'.repeat(70_000)],
    ['again', 'masterKey'],
  ];

  it.each([false, true])('is read back, with a field more: %s', (hasThreshold) => {
    expect(read(writeJavaMap(pairs, { hasThreshold }))).toEqual(pairs);
  });

  it('that stops short is refused wherever it does', () => {
    const bytes = writeJavaMap(pairs.slice(0, 1));
    for (let end = 0; end < bytes.length; end += 1)
      expect(read(bytes.subarray(0, end))).toBe('file-malformed');
  });

  it.each([
    ['another class', Buffer.from(writeJavaMap(pairs)).toString('latin1').replace('HashMap', 'HashSet')],
    [
      'a field that is an object',
      Buffer.from(writeJavaMap(pairs)).toString('latin1').replace('F\u0000\n', 'L\u0000\n'),
    ],
    [
      'more pairs than there are',
      Buffer.from(writeJavaMap(pairs))
        .toString('latin1')
        .replace('\u0000\u0000\u0000\u0003t', '\u007f\u00ff\u00ff\u00fft'),
    ],
  ])('with %s is refused', (_, text) => {
    expect(read(Buffer.from(text, 'latin1'))).toBe('file-malformed');
  });
});
