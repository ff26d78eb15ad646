import { fail, ok, type Result } from '@/lib/errors';
import type { EnrolWarning } from '@/lib/messages/protocol';
import { decodeHex } from '@/lib/otp/hex';

/** RFC 4648 section 6. */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Far above the 64 bytes of the longest useful HMAC key; below what would slow a list of codes. */
export const longestSecret = 1024;

/**
 * 80 bits, what Google and Microsoft themselves hand out; RFC 4226 asks for 128, but no person can change
 * that.
 */
const shortestUsualSecret = 16;

/** Spaces of every width, dashes of every length, padding, and what an address makes of them. */
const separators = /%3d|%20|%c2%a0|[\s=+_\-\u00ad\u200b-\u200d\u2010-\u2015\u2060\u2212\ufeff]/gi;

export interface ReadSecret {
  /** Base32, upper case, without padding or separators; 2 to `longestSecret` characters. */
  readonly secret: string;
  readonly warnings: readonly EnrolWarning[];
}

/**
 * Reads a key the way people and sites write it: any case, grouped, padded.
 *
 * Hexadecimal is accepted, with the warning `secret-hex`, only when it can be nothing else: 20 digits or
 * more, an even number of them, and at least one that Base32 does not have (0, 1, 8, 9). A key that is valid
 * in both is Base32.
 *
 * Fails with `secret-missing`, `secret-too-long`, or `secret-character` {character, position}: position
 * counts from 1 and leaves separators out, as a person counts who reads groups of four.
 */
export function readSecret(text: string): Result<ReadSecret> {
  const characters = [...text.replace(separators, '')];
  if (characters.length > longestSecret) return fail('secret-too-long');

  const hex = bytesOfHex(characters.join(''));
  if (hex) return ok({ secret: encodeBase32(hex), warnings: ['secret-hex'] });

  let secret = '';
  for (const [index, character] of characters.entries()) {
    // ASCII only: toUpperCase alone would turn a dotless i or a long s into letters of the alphabet.
    const upper = /^[a-z]$/.test(character) ? character.toUpperCase() : character;
    if (!alphabet.includes(upper)) {
      return fail('secret-character', { character, position: String(index + 1) });
    }
    secret += upper;
  }
  // One character is five bits: not a byte of key.
  if (secret.length < 2) return fail('secret-missing');
  return ok({ secret, warnings: secret.length < shortestUsualSecret ? ['secret-short'] : [] });
}

/**
 * A key that its kind writes in hexadecimal (Mobile-OTP), grouped or not. Fails with `secret-missing`,
 * `secret-too-long`, `secret-incomplete` for half a byte, or `secret-character` as `readSecret` does.
 */
export function readHexSecret(text: string): Result<ReadSecret> {
  const characters = [...text.replace(separators, '')];
  if (characters.length > longestSecret) return fail('secret-too-long');
  const wrong = characters.findIndex((character) => !/^[0-9a-f]$/i.test(character));
  if (wrong >= 0)
    return fail('secret-character', { character: characters[wrong] ?? '', position: String(wrong + 1) });
  const bytes = decodeHex(characters.join(''));
  if (bytes === null) return fail('secret-incomplete');
  return bytes.length === 0 ? fail('secret-missing') : ok({ secret: encodeBase32(bytes), warnings: [] });
}

/** `readSecret` for callers that have no place for warnings. */
export function normalizeSecret(text: string): Result<string> {
  const read = readSecret(text);
  return read.ok ? ok(read.value.secret) : read;
}

/** RFC 4648 Base32 of `bytes`, upper case, without padding. */
export function encodeBase32(bytes: Uint8Array): string {
  let text = '';
  let pending = 0;
  let bits = 0;
  for (const byte of bytes) {
    pending = (pending << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet.charAt((pending >>> bits) & 31);
    }
    pending &= 31;
  }
  return bits > 0 ? text + alphabet.charAt((pending << (5 - bits)) & 31) : text;
}

/** The bytes of Base32 as `readSecret` leaves it; bits that fill no byte are dropped. */
export function decodeBase32(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8));
  let pending = 0;
  let bits = 0;
  let at = 0;
  for (const character of text) {
    const value = alphabet.indexOf(character);
    if (value < 0) throw new RangeError('"text" expected in upper-case Base32 without padding');
    pending = ((pending << 5) | value) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = pending >> bits;
  }
  return bytes;
}

function bytesOfHex(text: string): Uint8Array | null {
  return text.length >= 20 && /[0189]/.test(text) ? decodeHex(text) : null;
}
