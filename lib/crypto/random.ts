import type { Bytes } from '@/lib/crypto/bytes';

/** Bytes from the browser's cryptographic generator. */
export function randomBytes(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length));
}
