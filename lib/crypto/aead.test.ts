import { createDecipheriv } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { importAeadKey, open, openKey, generateAeadKey, seal } from '@/lib/crypto/aead';
import { utf8 } from '@/lib/crypto/bytes';
import { deriveBytes } from '@/lib/crypto/hkdf';
import { randomBytes } from '@/lib/crypto/random';
import { fromHex, wycheproof } from '@/tests/fakes/wycheproof';

interface Group {
  readonly keySize: number;
  readonly ivSize: number;
  readonly tagSize: number;
}
interface Case {
  readonly tcId: number;
  readonly key: string;
  readonly iv: string;
  readonly aad: string;
  readonly msg: string;
  readonly ct: string;
  readonly tag: string;
  readonly result: 'valid' | 'invalid';
}
const vectors = wycheproof<Group, Case>('aes_gcm_test.json');
const aad = utf8('bound');

describe.skipIf(!vectors)('AES-256-GCM on the vectors of Wycheproof', () => {
  const groups = vectors?.testGroups.filter((group) => group.keySize === 256 && group.tagSize === 128) ?? [];
  const cases = groups.flatMap((group) => group.tests.map((test) => ({ ...test, ivSize: group.ivSize })));
  const bound = cases.filter((test) => test.aad !== '');

  it('has something to check', () => {
    expect(bound.length).toBeGreaterThan(15);
  });

  it.each(bound)('opens or refuses case $tcId ($result, nonce of $ivSize bits)', async (test) => {
    const key = await importAeadKey(fromHex(test.key));
    const sealed = { iv: fromHex(test.iv), ct: fromHex(test.ct + test.tag) };
    const opened = await open(key, sealed, fromHex(test.aad));
    // Nonces of another length are valid GCM, and never ours.
    expect(opened).toEqual(test.result === 'valid' && test.ivSize === 96 ? fromHex(test.msg) : null);
  });
});

describe('AES-256-GCM', () => {
  it('seals what an independent implementation opens', async () => {
    const raw = randomBytes(32);
    const { iv, ct } = await seal(await importAeadKey(raw), utf8('salut'), aad);
    const other = createDecipheriv('aes-256-gcm', raw, iv).setAAD(aad).setAuthTag(ct.subarray(-16));
    expect(Buffer.concat([other.update(ct.subarray(0, -16)), other.final()]).toString()).toBe('salut');
  });

  it('takes a fresh nonce each time', async () => {
    const key = await generateAeadKey();
    const nonces = await Promise.all(
      Array.from({ length: 50 }, async () =>
        Buffer.from((await seal(key, utf8('x'), aad)).iv).toString('hex'),
      ),
    );
    expect(new Set(nonces).size).toBe(50);
  });

  it('opens nothing under another key, nonce, text or binding, and nothing too short', async () => {
    const key = await generateAeadKey();
    const sealed = await seal(key, utf8('salut'), aad);
    const flipped = sealed.ct.map((byte, at) => (at === 3 ? byte ^ 1 : byte));
    expect(await open(key, sealed, aad)).toEqual(utf8('salut'));
    expect(await open(await generateAeadKey(), sealed, aad)).toBeNull();
    expect(await open(key, { ...sealed, iv: randomBytes(12) }, aad)).toBeNull();
    expect(await open(key, { ...sealed, iv: randomBytes(16) }, aad)).toBeNull();
    expect(await open(key, { ...sealed, ct: flipped }, aad)).toBeNull();
    expect(await open(key, { ...sealed, ct: sealed.ct.subarray(0, 15) }, aad)).toBeNull();
    expect(await open(key, sealed, utf8('other'))).toBeNull();
  });

  it('refuses to seal or open without something to be bound to', async () => {
    const key = await generateAeadKey();
    const sealed = await seal(key, utf8('x'), aad);
    await expect(seal(key, utf8('x'), utf8(''))).rejects.toThrow(RangeError);
    await expect(open(key, sealed, utf8(''))).rejects.toThrow(RangeError);
    await expect(openKey(key, sealed, utf8(''))).rejects.toThrow(RangeError);
  });

  it('gives keys that cannot be read', async () => {
    const key = await generateAeadKey();
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
    await expect(crypto.subtle.exportKey('raw', await importAeadKey(randomBytes(32)))).rejects.toThrow();
    await expect(importAeadKey(randomBytes(16))).rejects.toThrow(RangeError);
  });

  it('opens a key as a key, or not at all', async () => {
    const key = await generateAeadKey();
    const material = randomBytes(32);
    const sealed = await seal(key, material, aad);
    const opened = await openKey(key, sealed, aad);
    expect(opened && (await deriveBytes(opened, utf8(''), 'x', 32)).length).toBe(32);
    await expect(crypto.subtle.exportKey('raw', opened!)).rejects.toThrow();
    expect(await openKey(key, sealed, utf8('other'))).toBeNull();
    expect(await openKey(key, await seal(key, utf8('short'), aad), aad)).toBeNull();
  });
});
