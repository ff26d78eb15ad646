import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bytesByOwnCode,
  bytesFromBase64Url,
  equalBytes,
  textFromUtf8,
  toBase64Url,
  utf8,
} from '@/lib/crypto/bytes';

describe('base64url', () => {
  it.each([
    ['', ''],
    ['f', 'Zg'],
    ['fo', 'Zm8'],
    ['foo', 'Zm9v'],
    ['foob', 'Zm9vYg'],
    ['fooba', 'Zm9vYmE'],
    ['foobar', 'Zm9vYmFy'],
  ])('writes the vectors of RFC 4648 §10 without padding: %j', (text, encoded) => {
    expect(toBase64Url(utf8(text))).toBe(encoded);
    expect(bytesFromBase64Url(encoded)).toEqual(utf8(text));
  });

  it('agrees with Node on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (random) => {
        const bytes = Uint8Array.from(random);
        const text = toBase64Url(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64url'));
        expect(bytesFromBase64Url(text)).toEqual(bytes);
      }),
    );
  });

  it.each(['A', 'AA==', 'AA=', 'AB', 'AAB', 'A+A', 'A/A', 'AA A', 'AA\n', 'AAAAA', 'AAé', 'AA\u{1F600}'])(
    'reads nothing it would not write: %j',
    (text) => {
      expect(bytesFromBase64Url(text)).toBeNull();
    },
  );

  it('has one text for the same bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ABab01-_=+/ '), maxLength: 12 }), (text) => {
        const bytes = bytesFromBase64Url(text);
        expect(bytes === null || toBase64Url(bytes) === text).toBe(true);
      }),
    );
  });
});

it('base64url is read by the browser as by our own code, which older ones need', () => {
  expect(Uint8Array).toHaveProperty('fromBase64');
  fc.assert(
    fc.property(
      fc.oneof(fc.base64String(), fc.string({ unit: fc.constantFrom(...'AQgwB-_=+/ \n\té'), maxLength: 12 })),
      (text) => {
        expect(bytesFromBase64Url(text)).toEqual(bytesByOwnCode(text));
      },
    ),
    { numRuns: 3000 },
  );
});

describe('bytes', () => {
  it('are compared over their whole length', () => {
    expect(equalBytes(utf8('abc'), utf8('abc'))).toBe(true);
    expect(equalBytes(utf8('abc'), utf8('abd'))).toBe(false);
    expect(equalBytes(utf8('abc'), utf8('abc\0'))).toBe(false);
    expect(equalBytes(utf8('abc\0'), utf8('abc'))).toBe(false);
  });

  it('that are not UTF-8 are no text', () => {
    expect(textFromUtf8(Uint8Array.of(0xc3, 0x28))).toBeNull();
    expect(textFromUtf8(utf8('\uFEFFé'))).toBe('\uFEFFé');
  });
});
