import { describe, expect, it } from 'vitest';
import { hmacDigest } from '@/lib/crypto/digest';
import { hmac } from '@/lib/crypto/password-file';
import { pbkdf2 } from '@/lib/crypto/pbkdf2';
import { fromHex, wycheproof } from '@/tests/fakes/wycheproof';

interface Derivation {
  readonly tcId: number;
  readonly password: string;
  readonly salt: string;
  readonly iterationCount: number;
  readonly dkLen: number;
  readonly dk: string;
  readonly result: string;
}

describe.each([
  ['SHA-1', 'pbkdf2_hmacsha1_test.json'],
  ['SHA-256', 'pbkdf2_hmacsha256_test.json'],
] as const)('PBKDF2 with HMAC-%s on the vectors of Wycheproof', (hash, file) => {
  const vectors = wycheproof<object, Derivation>(file);
  const tests = vectors?.testGroups.flatMap((group) => group.tests) ?? [];
  it.each(tests)('derives the bytes of case $tcId', async (test) => {
    const parameters = {
      hash,
      salt: fromHex(test.salt),
      iterations: test.iterationCount,
      length: test.dkLen,
    };
    const derived = await pbkdf2(fromHex(test.password), parameters);
    expect(test.result).toBe('valid');
    expect(derived).toEqual(fromHex(test.dk));
  });
});

interface Mac {
  readonly tcId: number;
  readonly key: string;
  readonly msg: string;
  readonly tag: string;
  readonly result: string;
}

describe.each([
  ['SHA-1', 'SHA1', 'hmac_sha1_test.json'],
  ['SHA-256', 'SHA256', 'hmac_sha256_test.json'],
  ['SHA-512', 'SHA512', 'hmac_sha512_test.json'],
] as const)('HMAC-%s on the vectors of Wycheproof', (hash, algorithm, file) => {
  const vectors = wycheproof<{ readonly tagSize: number }, Mac>(file);
  const tests =
    vectors?.testGroups.flatMap(({ tagSize, tests: cases }) =>
      cases.map((test) => ({ ...test, bytes: tagSize / 8 })),
    ) ?? [];
  it.each(tests)('makes the tag of case $tcId, by WebCrypto and at once', async (test) => {
    const [key, message] = [fromHex(test.key), fromHex(test.msg)];
    const tags = [await hmac(hash, key, message), hmacDigest(algorithm, key, message)];
    for (const tag of tags)
      if (test.result === 'valid') expect(tag.slice(0, test.bytes)).toEqual(fromHex(test.tag));
      else expect(tag.slice(0, test.bytes)).not.toEqual(fromHex(test.tag));
  });
});
