import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalBytes, canonicalJson } from '@/lib/crypto/canonical-json';

describe('canonical JSON', () => {
  it.each<[unknown, string]>([
    [{}, '{}'],
    [[], '[]'],
    [{ b: 1, a: 2 }, '{"a":2,"b":1}'],
    [{ a: { d: null, c: [true, false] } }, '{"a":{"c":[true,false],"d":null}}'],
    // Keys by UTF-16 unit (RFC 8785 §3.2.3): U+1F600 is written D83D DE00, before U+FB33.
    [
      { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1F600}': 5, '\u0080': 6, ö: 7 },
      '{"\\r":2,"1":4,"\u0080":6,"ö":7,"\u20ac":1,"\u{1F600}":5,"\ufb33":3}',
    ],
    ['\u0007 "\\ / é \u2028', '"\\u0007 \\"\\\\ / é \u2028"'],
    [-0, '0'],
    [Number.MAX_SAFE_INTEGER, '9007199254740991'],
  ])('writes %j in one way', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it('writes the bytes of the vector in docs/vault-format.md', () => {
    const bytes = canonicalBytes({ part: 'slot', v: 1, fmt: 'é', slot: { type: 'device', id: 'a' } });
    expect(Buffer.from(bytes).toString('hex')).toBe(
      '7b22666d74223a22c3a9222c2270617274223a22736c6f74222c22736c6f74223a7b226964223a2261222c2274797065223a22646576696365227d2c2276223a317d',
    );
  });

  it.each([[1.5], [Number.NaN], [2 ** 53], [undefined], [[undefined]], [{ a: undefined }], [1n]])(
    'refuses %s, which has no one text',
    (value) => {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    },
  );

  it('does not depend on the order of keys, and loses nothing', () => {
    const integers = fc.maxSafeInteger().map((n) => (n === 0 ? 0 : n));
    const value = fc.letrec<{ any: unknown }>((tie) => ({
      any: fc.oneof(
        { maxDepth: 3 },
        integers,
        fc.boolean(),
        fc.string({ unit: 'grapheme' }),
        fc.array(tie('any'), { maxLength: 4 }),
        fc.dictionary(fc.string(), tie('any'), { maxKeys: 5, noNullPrototype: true }),
      ),
    })).any;
    fc.assert(
      fc.property(value, (any) => {
        const text = canonicalJson(any);
        expect(JSON.parse(text)).toEqual(any);
        expect(canonicalJson(reversed(any))).toBe(text);
      }),
    );
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toReversed();
  return Object.fromEntries(entries.map(([key, item]) => [key, reversed(item)]));
}
