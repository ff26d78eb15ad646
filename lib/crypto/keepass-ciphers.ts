/** Ciphers of KeePass databases that WebCrypto has not, and its oldest key derivation. */
import { chacha20 } from '@noble/ciphers/chacha.js';
import { salsa20 } from '@noble/ciphers/salsa.js';
import type { Bytes } from './bytes';

/** RFC 8439, from block 0: 32 bytes of key, 12 of nonce. */
export function applyChaCha20(key: Bytes, nonce: Bytes, bytes: Bytes): Bytes {
  return new Uint8Array(chacha20(key, nonce, bytes));
}

/** 32 bytes of key, 8 of nonce. */
export function applySalsa20(key: Bytes, nonce: Bytes, bytes: Bytes): Bytes {
  return new Uint8Array(salsa20(key, nonce, bytes));
}

/** Blocks at once. */
const batch = 1 << 18;
const blockBytes = 16;

/**
 * 32 bytes, each half encrypted with itself `rounds` times by AES-256. CBC over zeros feeds each block to the next, so the
 * browser's own AES does all of them. The caller has bounded the rounds.
 */
export async function deriveAesKdf(
  seed: Bytes,
  key: Bytes,
  rounds: number,
  signal?: AbortSignal,
): Promise<Bytes> {
  const imported = await crypto.subtle.importKey('raw', seed, 'AES-CBC', false, ['encrypt']);
  const derived = new Uint8Array(key);
  for (const half of [derived.subarray(0, blockBytes), derived.subarray(blockBytes, 2 * blockBytes)]) {
    for (let left = rounds; left > 0; left -= batch) {
      signal?.throwIfAborted();
      const zeros = new Uint8Array(Math.min(left, batch) * blockBytes);
      const parameters = { name: 'AES-CBC', iv: half.slice() };
      const blocks = new Uint8Array(await crypto.subtle.encrypt(parameters, imported, zeros));
      half.set(blocks.subarray(zeros.length - blockBytes, zeros.length));
    }
  }
  return derived;
}
