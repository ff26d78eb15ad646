import type { Bytes } from '@/lib/crypto/bytes';

export type Hash = 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512';

export interface Pbkdf2Parameters {
  readonly hash: Hash;
  readonly salt: Bytes;
  /** The caller bounds them first where they come from outside. */
  readonly iterations: number;
  /** Bytes to derive. */
  readonly length: number;
}

/** PBKDF2 (RFC 8018 section 5.2), as formats of others ask for; no key of ours is derived with it. */
export async function pbkdf2(
  password: Bytes,
  { hash, salt, iterations, length }: Pbkdf2Parameters,
): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
  const parameters = { name: 'PBKDF2', hash, salt, iterations };
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, key, length * 8));
}
