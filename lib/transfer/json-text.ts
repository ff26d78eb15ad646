import { type Bytes, textFromUtf8 } from '@/lib/crypto/bytes';

/** The value, or `undefined` for anything that is no JSON. */
export function parseJson(text: string | Bytes | null): unknown {
  const written = text instanceof Uint8Array ? textFromUtf8(text) : text;
  if (written === null) return undefined;
  try {
    return JSON.parse(written.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    return undefined;
  }
}
