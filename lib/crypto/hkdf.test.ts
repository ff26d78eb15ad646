import { describe, expect, it } from 'vitest';
import { importAeadKey, open, seal } from '@/lib/crypto/aead';
import { utf8 } from '@/lib/crypto/bytes';
import { deriveAeadKey, deriveBytes, importHkdfKey } from '@/lib/crypto/hkdf';
import { fromHex, wycheproof } from '@/tests/fakes/wycheproof';

interface Case {
  readonly tcId: number;
  readonly ikm: string;
  readonly salt: string;
  readonly info: string;
  readonly size: number;
  readonly okm: string;
  readonly result: 'valid' | 'invalid';
}
const vectors = wycheproof<object, Case>('hkdf_sha256_test.json');
const cases = vectors?.testGroups.flatMap((group) => group.tests) ?? [];

describe.skipIf(!vectors)('HKDF-SHA-256 on the vectors of Wycheproof', () => {
  it.each(cases.filter((test) => test.result === 'valid'))(
    'derives the bytes of case $tcId',
    async (test) => {
      const material = await importHkdfKey(fromHex(test.ikm));
      const derived = await deriveBytes(material, fromHex(test.salt), fromHex(test.info), test.size);
      expect(derived).toEqual(fromHex(test.okm));
    },
  );

  it.each(cases.filter((test) => test.result === 'invalid'))('refuses case $tcId', async (test) => {
    const material = await importHkdfKey(fromHex(test.ikm));
    await expect(deriveBytes(material, fromHex(test.salt), fromHex(test.info), test.size)).rejects.toThrow();
  });

  it.each(cases.filter((test) => test.result === 'valid' && test.size >= 32))(
    'derives the key of case $tcId',
    async (test) => {
      const material = await importHkdfKey(fromHex(test.ikm));
      const key = await deriveAeadKey(material, fromHex(test.salt), fromHex(test.info));
      const sameKey = await importAeadKey(fromHex(test.okm).slice(0, 32));
      expect(await open(sameKey, await seal(key, utf8('x'), utf8('y')), utf8('y'))).toEqual(utf8('x'));
    },
  );
});

describe('HKDF-SHA-256', () => {
  it('derives another key for another purpose, from material nobody can read', async () => {
    const material = await importHkdfKey(new Uint8Array(32));
    const [a, b] = await Promise.all(['a', 'b'].map((info) => deriveBytes(material, utf8(''), info, 16)));
    expect(a).not.toEqual(b);
    await expect(crypto.subtle.exportKey('raw', material)).rejects.toThrow();
  });
});
