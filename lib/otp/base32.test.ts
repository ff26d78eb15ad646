import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeBase32, longestSecret, normalizeSecret, readSecret } from '@/lib/otp/base32';

/** RFC 4648 section 10. */
const vectors = [
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
] as const;

describe('encodeBase32', () => {
  it.each(vectors)('writes %j as RFC 4648 does', (text, base32) => {
    expect(encodeBase32(new TextEncoder().encode(text))).toBe(base32);
  });

  it('makes secrets that are read back unchanged', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 10, maxLength: 64 }), (bytes) => {
        const secret = encodeBase32(bytes);
        expect(readSecret(secret)).toEqual({ ok: true, value: { secret, warnings: [] } });
      }),
    );
  });
});

describe('readSecret', () => {
  it.each([
    ['jbsw y3dp ehpk 3pxp'],
    ['JBSW-Y3DP-EHPK-3PXP'],
    ['JBSW\u00a0Y3DP\u202fEHPK\u20093PXP'],
    ['JBSW–Y3DP—EHPK_3PXP'],
    [' JBSWY3DPEHPK3PXP==== \r\n'],
    ['JBSWY3DPEHPK3PXP%3D%3d'],
    ['\ufeffJBSWY3DP\u200bEHPK3PXP'],
  ])('reads %j', (text) => {
    expect(normalizeSecret(text)).toEqual({ ok: true, value: 'JBSWY3DPEHPK3PXP' });
  });

  it.each(['', '   ', '====', 'A', '- -'])('says that %j holds no key', (text) => {
    expect(readSecret(text)).toEqual({ ok: false, failure: { code: 'secret-missing' } });
  });

  it.each([
    ['JBSW Y3D0 EHPK 3PXP', '0', '8'],
    ['plataforma1', '1', '11'],
    ['JBSWé', 'é', '5'],
    ['JBSW🔑', '🔑', '5'],
    // Letters that only turn into A to Z when upper-cased carelessly.
    ['JBSWı', 'ı', '5'],
    ['ſBSWY', 'ſ', '1'],
  ])('points at what is wrong in %j', (text, character, position) => {
    const failure = { code: 'secret-character', details: { character, position } };
    expect(readSecret(text)).toEqual({ ok: false, failure });
  });

  it('reads hexadecimal when the text can be nothing else, and says so', () => {
    expect(readSecret('3132 3334 3536 3738 3930 3132 3334 3536 3738 3930')).toEqual({
      ok: true,
      value: { secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', warnings: ['secret-hex'] },
    });
  });

  it.each([
    [
      'letters and digits that both alphabets have are Base32',
      'ABCDEFABCDEF23456722',
      { ok: true, value: { secret: 'ABCDEFABCDEF23456722', warnings: [] } },
    ],
    [
      'an odd number of digits is a mistake',
      '3132333435363738393031323',
      { ok: false, failure: { code: 'secret-character', details: { character: '1', position: '2' } } },
    ],
    [
      'a short run of digits is a mistake',
      '0123456789abcdef',
      { ok: false, failure: { code: 'secret-character', details: { character: '0', position: '1' } } },
    ],
  ])('%s', (_, text, result) => {
    expect(readSecret(text)).toEqual(result);
  });

  it('warns of a key shorter than 80 bits only', () => {
    expect(readSecret('JBSWY3DPEHPK3PX')).toMatchObject({ value: { warnings: ['secret-short'] } });
    expect(readSecret('JBSWY3DPEHPK3PXP')).toMatchObject({ value: { warnings: [] } });
  });

  it('refuses more than the longest key', () => {
    expect(readSecret('A'.repeat(longestSecret)).ok).toBe(true);
    expect(readSecret('A'.repeat(longestSecret + 1))).toEqual({
      ok: false,
      failure: { code: 'secret-too-long' },
    });
  });
});
