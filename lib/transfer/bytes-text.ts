/** Bytes as foreign files write them. */
import { type Bytes, bytesFromBase64Url } from '@/lib/crypto/bytes';

/** Base64 of either alphabet, padded or not, with any white space; `null` for anything else. */
export function bytesFromBase64(text: string): Bytes | null {
  const compact = text.replace(/\s+/g, '').replace(/=+$/, '');
  return bytesFromBase64Url(compact.replaceAll('+', '-').replaceAll('/', '_'));
}
