/** Bytes as foreign files write them. */
import { type Bytes, bytesFromBase64Url } from '@/lib/crypto/bytes';

/** Base64 of either alphabet, padded or not, with any white space; `null` for anything else. */
export function bytesFromBase64(text: string): Bytes | null {
  const compact = withoutPadding(text.replace(/\s+/g, ''));
  return bytesFromBase64Url(compact.replaceAll('+', '-').replaceAll('/', '_'));
}

/** As `/=+$/` would, which is quadratic in a run that does not end the text. */
function withoutPadding(text: string): string {
  let end = text.length;
  while (text[end - 1] === '=') end -= 1;
  return text.slice(0, end);
}
