/** Wycheproof's vectors through the product's own wrappers; runs in Node and in the background of a browser. */
import { importAeadKey, open } from '@/lib/crypto/aead';
import { hmacDigest } from '@/lib/crypto/digest';
import { deriveBytes, importHkdfKey } from '@/lib/crypto/hkdf';
import { hmac } from '@/lib/crypto/password-file';
import { type Hash, pbkdf2 } from '@/lib/crypto/pbkdf2';

interface Cases<Group, Case> {
  readonly testGroups: readonly (Group & { readonly tests: readonly Case[] })[];
}

interface AeadCase {
  readonly tcId: number;
  readonly key: string;
  readonly iv: string;
  readonly aad: string;
  readonly msg: string;
  readonly ct: string;
  readonly tag: string;
  readonly result: 'valid' | 'invalid';
}

interface HkdfCase {
  readonly tcId: number;
  readonly ikm: string;
  readonly salt: string;
  readonly info: string;
  readonly size: number;
  readonly okm: string;
  readonly result: 'valid' | 'invalid';
}

interface MacCase {
  readonly tcId: number;
  readonly key: string;
  readonly msg: string;
  readonly tag: string;
  readonly result: 'valid' | 'invalid';
}

interface Pbkdf2Case {
  readonly tcId: number;
  readonly password: string;
  readonly salt: string;
  readonly iterationCount: number;
  readonly dkLen: number;
  readonly dk: string;
  readonly result: 'valid' | 'invalid';
}

type MacHash = Exclude<Hash, 'SHA-384'>;

export interface VectorFiles {
  readonly aead: Cases<
    { readonly keySize: number; readonly ivSize: number; readonly tagSize: number },
    AeadCase
  >;
  readonly hkdf: Cases<object, HkdfCase>;
  readonly hmac: Readonly<Record<MacHash, Cases<{ readonly tagSize: number }, MacCase>>>;
  readonly pbkdf2: Readonly<Record<'SHA-1' | 'SHA-256', Cases<object, Pbkdf2Case>>>;
}

export interface VectorReport {
  readonly tried: number;
  /** Kinds that the wrappers never take, seen to be refused; among `tried`. */
  readonly refused: number;
  readonly wrong: readonly string[];
}

export async function runVectors({ aead, hkdf, ...others }: VectorFiles): Promise<VectorReport> {
  const wrong: string[] = [];
  let tried = 0;
  let refused = 0;
  for (const { keySize, ivSize, tests } of aead.testGroups)
    for (const test of tests) {
      tried += 1;
      const isOurs = keySize === 256 && test.aad !== '';
      const expected = isOurs && ivSize === 96 && test.result === 'valid' ? test.msg : null;
      if (!isOurs) refused += 1;
      if ((await openedText(test)) !== expected) wrong.push(`AES-GCM ${test.tcId}`);
    }
  for (const { tests } of hkdf.testGroups)
    for (const test of tests) {
      tried += 1;
      const expected = test.result === 'valid' ? test.okm : null;
      if ((await derivedText(test)) !== expected) wrong.push(`HKDF ${test.tcId}`);
    }
  for (const [hash, { testGroups }] of Object.entries(others.hmac))
    for (const { tagSize, tests } of testGroups)
      for (const test of tests) {
        tried += 1;
        for (const tag of await tagsOf(hash as MacHash, test))
          if ((tag.slice(0, tagSize / 4) === test.tag) !== (test.result === 'valid'))
            wrong.push(`HMAC-${hash} ${test.tcId}`);
      }
  for (const [hash, { testGroups }] of Object.entries(others.pbkdf2))
    for (const { tests } of testGroups)
      for (const test of tests) {
        tried += 1;
        if (((await passwordText(hash as Hash, test)) === test.dk) !== (test.result === 'valid'))
          wrong.push(`PBKDF2-${hash} ${test.tcId}`);
      }
  return { tried, refused, wrong };
}

/** By WebCrypto, and by the synchronous one that codes are made with. */
async function tagsOf(hash: MacHash, { key, msg }: MacCase): Promise<readonly string[]> {
  const algorithm = ({ 'SHA-1': 'SHA1', 'SHA-256': 'SHA256', 'SHA-512': 'SHA512' } as const)[hash];
  const [keyBytes, message] = [fromHex(key), fromHex(msg)];
  return [toHex(await hmac(hash, keyBytes, message)), toHex(hmacDigest(algorithm, keyBytes, message))];
}

async function passwordText(
  hash: Hash,
  { password, salt, iterationCount, dkLen }: Pbkdf2Case,
): Promise<string | null> {
  const derived = await orNull(() =>
    pbkdf2(fromHex(password), { hash, salt: fromHex(salt), iterations: iterationCount, length: dkLen }),
  );
  return derived && toHex(derived);
}

async function openedText({ key, iv, aad, ct, tag }: AeadCase): Promise<string | null> {
  const opened = await orNull(async () =>
    open(await importAeadKey(fromHex(key)), { iv: fromHex(iv), ct: fromHex(ct + tag) }, fromHex(aad)),
  );
  return opened && toHex(opened);
}

async function derivedText({ ikm, salt, info, size }: HkdfCase): Promise<string | null> {
  const derived = await orNull(async () =>
    deriveBytes(await importHkdfKey(fromHex(ikm)), fromHex(salt), fromHex(info), size),
  );
  return derived && toHex(derived);
}

/** A wrapper refuses what is not ours by throwing. */
async function orNull<T>(work: () => Promise<T>): Promise<T | null> {
  return work().catch(() => null);
}

function fromHex(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
