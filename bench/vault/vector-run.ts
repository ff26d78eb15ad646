/** Wycheproof's vectors through the product's own wrappers; runs in Node and in the background of a browser. */
import { importAeadKey, open } from '@/lib/crypto/aead';
import { deriveBytes, importHkdfKey } from '@/lib/crypto/hkdf';

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

export interface VectorFiles {
  readonly aead: Cases<
    { readonly keySize: number; readonly ivSize: number; readonly tagSize: number },
    AeadCase
  >;
  readonly hkdf: Cases<object, HkdfCase>;
}

export interface VectorReport {
  readonly tried: number;
  /** Kinds that the wrappers never take, seen to be refused; among `tried`. */
  readonly refused: number;
  readonly wrong: readonly string[];
}

export async function runVectors({ aead, hkdf }: VectorFiles): Promise<VectorReport> {
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
  return { tried, refused, wrong };
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
