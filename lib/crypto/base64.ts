import { type Bytes, toBase64Url } from '@/lib/crypto/bytes';

/** RFC 4648 §4, with padding: what formats of others write. Ours are base64url (lib/crypto/bytes). */
export function toBase64(bytes: Bytes): string {
  const text = toBase64Url(bytes).replaceAll('-', '+').replaceAll('_', '/');
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=');
}
