import type { Bytes } from '@/lib/crypto/bytes';

export interface Pbkdf2Parameters {
  readonly salt: Bytes;
  readonly iterations: number;
  /** Bytes to derive. */
  readonly length: number;
}

/** PBKDF2 with HMAC-SHA-1 (RFC 8018 section 5.2), as formats of others ask for; no key of ours is derived with it. */
export async function pbkdf2Sha1(
  password: Bytes,
  { salt, iterations, length }: Pbkdf2Parameters,
): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
  const parameters = { name: 'PBKDF2', hash: 'SHA-1', salt, iterations };
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, key, length * 8));
}
