/** What a piece of text that a person selected, pasted or typed is: an address, a key, or something with a sentence of its own. */
import { type Failure, failure } from '@/lib/errors';
import { longestTypedKey } from '@/lib/otp/by-hand';
import { readSecret } from '@/lib/otp/base32';
import { recogniseMicrosoftText } from '@/lib/providers/microsoft-pair';
import { seriesMark } from '@/lib/providers/recognise';

export type KeyText =
  | { readonly kind: 'address'; readonly text: string }
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'failure'; readonly failure: Failure };

const addressStart = /^\s*(?:(?:apple-)?otpauth(?:-migration)?|motp):/i;
/** The code alone of what Microsoft's own app asks for: no key is as short, and has the digits that keys have not. */
const nineDigits = /^\s*(?:\d[\s-]?){9}\s*$/;

/** 80 bits: what sites hand out. Less is a word as likely as a key. */
const shortestKey = 16;

/**
 * Lenient about what stands around a key (`Clé secrète : abcd efgh…`), strict about what a key looks like: prose must
 * not become one. The key is answered as it was written.
 */
export function readKeyText(text: string): KeyText {
  if (text.trim() === '') return { kind: 'failure', failure: failure('text-without-key') };
  if (addressStart.test(text)) return { kind: 'address', text: text.trim() };
  if (seriesMark.test(text)) return { kind: 'failure', failure: failure('qr-series') };
  if (isForMicrosoft(text)) return { kind: 'failure', failure: failure('qr-microsoft') };
  if (text.length > longestTypedKey) return { kind: 'failure', failure: failure('secret-too-long') };
  const key = candidates(text).find(looksLikeKey);
  return key === undefined ? { kind: 'failure', failure: failure('text-without-key') } : { kind: 'key', key };
}

/** What Microsoft's own app asks for, typed or pasted where a key goes. */
export function isForMicrosoft(text: string): boolean {
  return nineDigits.test(text.slice(0, 40)) || recogniseMicrosoftText(text);
}

/** The whole, what follows the last colon, each line, then each word. */
function candidates(text: string): string[] {
  const lines = text.split(/[\r\n]+/);
  const parts = [text, ...lines];
  return [...parts, ...parts.map((part) => part.slice(part.lastIndexOf(':') + 1)), ...text.split(/\s+/)].map(
    (part) =>
      part
        .trim()
        .replace(/^["'«“(]+|["'»”).,;]+$/gu, '')
        .trim(),
  );
}

/**
 * Readable as a secret; and, where there are spaces, groups of one length (the last may be shorter) or a digit in
 * every few letters: words of a sentence are neither.
 */
function looksLikeKey(text: string): boolean {
  const read = readSecret(text);
  if (!read.ok || read.value.secret.length < shortestKey) return false;
  const groups = text.split(/[\s-]+/).filter(Boolean);
  const [first = ''] = groups;
  const even = groups.every(
    (group, index) =>
      group.length === first.length || (index === groups.length - 1 && group.length < first.length),
  );
  const oneCase = text === text.toUpperCase() || text === text.toLowerCase();
  if (groups.length > 1) return even && oneCase && (first.length <= 8 || groups.length === 2);
  return oneCase || /[2-7]/.test(text);
}
