import type { Bytes } from '@/lib/crypto/bytes';
import { randomBytes } from '@/lib/crypto/random';

/** AES-256-GCM (NIST SP 800-38D): 96-bit nonce, 128-bit tag at the end of the ciphertext. */
export interface Sealed {
  readonly iv: Bytes;
  readonly ct: Bytes;
}

export const nonceBytes = 12;
export const tagBytes = 16;
export const keyBytes = 32;

/** A non-extractable key from 32 bytes. */
export async function importAeadKey(raw: Bytes): Promise<CryptoKey> {
  if (raw.length !== keyBytes) throw new RangeError(`"raw" expected ${keyBytes} bytes, got ${raw.length}`);
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt', 'unwrapKey']);
}

/** A new random key that can be stored in IndexedDB and never read. */
export async function generateAeadKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
    'unwrapKey',
  ]);
}

/** Encrypts under a fresh random nonce. `aad` is what the ciphertext is bound to; there is always something. */
export async function seal(key: CryptoKey, plaintext: Bytes, aad: Bytes): Promise<Sealed> {
  assertAad(aad);
  const iv = randomBytes(nonceBytes);
  const ct = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: aad }, key, plaintext);
  return { iv, ct: new Uint8Array(ct) };
}

/** The plaintext, or `null` when key, nonce, ciphertext and `aad` do not belong together. */
export async function open(key: CryptoKey, sealed: Sealed, aad: Bytes): Promise<Bytes | null> {
  assertAad(aad);
  if (!hasSealedShape(sealed)) return null;
  try {
    const parameters = { name: 'AES-GCM', iv: sealed.iv, additionalData: aad };
    return new Uint8Array(await crypto.subtle.decrypt(parameters, key, sealed.ct));
  } catch (error) {
    return nullIfRefused(error);
  }
}

/** As `open`, where the plaintext is 32 bytes of key material: they become an HKDF key without passing through JavaScript. */
export async function openKey(key: CryptoKey, sealed: Sealed, aad: Bytes): Promise<CryptoKey | null> {
  assertAad(aad);
  if (!hasSealedShape(sealed) || sealed.ct.length !== keyBytes + tagBytes) return null;
  try {
    const parameters = { name: 'AES-GCM', iv: sealed.iv, additionalData: aad };
    const uses: KeyUsage[] = ['deriveKey', 'deriveBits'];
    return await crypto.subtle.unwrapKey('raw', sealed.ct, key, parameters, 'HKDF', false, uses);
  } catch (error) {
    return nullIfRefused(error);
  }
}

function assertAad(aad: Bytes): void {
  if (aad.length === 0) throw new RangeError('"aad" must not be empty');
}

function hasSealedShape({ iv, ct }: Sealed): boolean {
  return iv.length === nonceBytes && ct.length >= tagBytes;
}

/** A tag that does not fit is an OperationError; anything else is a mistake of the caller. */
function nullIfRefused(error: unknown): null {
  if (error instanceof Error && error.name === 'OperationError') return null;
  throw error;
}
