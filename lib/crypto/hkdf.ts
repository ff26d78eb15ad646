import type { Bytes } from '@/lib/crypto/bytes';
import { utf8 } from '@/lib/crypto/bytes';

/** Key material for HKDF-SHA-256 (RFC 5869), non-extractable. */
export async function importHkdfKey(raw: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, 'HKDF', false, ['deriveKey', 'deriveBits']);
}

/** A non-extractable AES-256-GCM key; one `info` for each purpose. */
export async function deriveAeadKey(
  material: CryptoKey,
  salt: Bytes,
  info: string | Bytes,
): Promise<CryptoKey> {
  const uses: KeyUsage[] = ['encrypt', 'decrypt', 'unwrapKey'];
  const aes = { name: 'AES-GCM', length: 256 };
  return crypto.subtle.deriveKey(parameters(salt, info), material, aes, false, uses);
}

/** `length` bytes of output; at most 255 × 32. */
export async function deriveBytes(
  material: CryptoKey,
  salt: Bytes,
  info: string | Bytes,
  length: number,
): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.deriveBits(parameters(salt, info), material, length * 8));
}

function parameters(salt: Bytes, info: string | Bytes): HkdfParams {
  return { name: 'HKDF', hash: 'SHA-256', salt, info: typeof info === 'string' ? utf8(info) : info };
}
