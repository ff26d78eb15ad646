/**
 * lib/crypto: key derivation, authenticated encryption, randomness. Bytes in, bytes out; the only room that imports
 * crypto packages or calls `crypto.subtle`. It knows no vault, no browser and no clock.
 */

/** Bytes whose memory is not shared with another thread, as WebCrypto asks. */
export type Bytes = Uint8Array<ArrayBuffer>;

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const letterCodes = Uint8Array.from(alphabet, (letter) => letter.charCodeAt(0));
const notInAlphabet = 255;
const valueOfCode = new Uint8Array(128).fill(notInAlphabet);
letterCodes.forEach((code, value) => (valueOfCode[code] = value));

export function utf8(text: string): Bytes {
  return new TextEncoder().encode(text);
}

/** The text, or `null` where the bytes are not UTF-8. */
export function textFromUtf8(bytes: Bytes): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Base64url without padding (RFC 4648 §5). Own code: `Uint8Array.toBase64` is missing before Chromium 140. */
export function toBase64Url(bytes: Uint8Array): string {
  const out = new Uint8Array(Math.ceil((bytes.length * 4) / 3));
  let at = 0;
  for (let i = 0; i < bytes.length; i += 3) {
    const group = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    // Writes past the end of a typed array are dropped: the last group of 1 or 2 bytes needs no case of its own.
    out[at++] = letterCodes[group >>> 18]!;
    out[at++] = letterCodes[(group >>> 12) & 63]!;
    out[at++] = letterCodes[(group >>> 6) & 63]!;
    out[at++] = letterCodes[group & 63]!;
  }
  return new TextDecoder().decode(out);
}

/**
 * The bytes, or `null` for anything that `toBase64Url` does not write: another letter, padding, white space, a length no
 * number of bytes has, or bits left over that are not zero. One text for the same bytes, so that texts can be compared.
 */
export function bytesFromBase64Url(text: string): Bytes | null {
  return browserReads ? bytesByBrowser(browserReads, text) : bytesByOwnCode(text);
}

type ReadBase64 = (
  text: string,
  options: { readonly alphabet: 'base64url'; readonly lastChunkHandling: 'strict' },
) => Bytes;

/** Chromium from 140, Firefox from 133. It reads a large vault, which a popup waits for, several times as fast. */
const browserReads = (Uint8Array as { fromBase64?: ReadBase64 }).fromBase64;

function bytesByBrowser(read: ReadBase64, text: string): Bytes | null {
  try {
    const padded = text.padEnd(Math.ceil(text.length / 4) * 4, '=');
    const bytes = read.call(Uint8Array, padded, { alphabet: 'base64url', lastChunkHandling: 'strict' });
    // It takes padding and white space of the text's own too: fewer bytes come of them.
    return bytes.length === Math.floor((text.length * 3) / 4) ? bytes : null;
  } catch {
    return null;
  }
}

/** As `bytesFromBase64Url`, where the browser has nothing for it. */
export function bytesByOwnCode(text: string): Bytes | null {
  const rest = text.length % 4;
  if (rest === 1) return null;
  const out = new Uint8Array(Math.floor((text.length * 3) / 4));
  let at = 0;
  let seen = 0;
  let group = 0;
  for (let i = 0; i < text.length; i += 4) {
    group = 0;
    for (let j = i; j < i + 4; j++) {
      const value = j < text.length ? (valueOfCode[text.charCodeAt(j)] ?? notInAlphabet) : 0;
      seen |= value;
      group = (group << 6) | value;
    }
    out[at++] = group >>> 16;
    out[at++] = group >>> 8;
    out[at++] = group;
  }
  const leftOver = rest === 2 ? 0xffff : rest === 3 ? 0xff : 0;
  return seen > 63 || (group & leftOver) !== 0 ? null : out;
}

/** Compares without stopping at the first difference. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i++) difference |= a[i]! ^ (b[i] ?? 0);
  return difference === 0;
}
