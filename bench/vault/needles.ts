import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Something that must not be found on the disk. `bytes`: what it stands for, where that is not its text. */
export interface Needle {
  readonly name: string;
  readonly text: string;
  readonly bytes?: Uint8Array;
}

export interface Hit {
  readonly needle: string;
  readonly encoding: string;
  /** Relative to the folder that was searched. */
  readonly file: string;
  readonly at: number;
}

interface Pattern {
  readonly encoding: string;
  readonly bytes: Buffer;
}

/** Every form in which storage, a page or an address may hold it. */
export function patternsOf({ text, bytes }: Needle): readonly Pattern[] {
  const utf8 = Buffer.from(text);
  const forms = [
    { encoding: 'UTF-8', bytes: utf8 },
    { encoding: 'UTF-16LE', bytes: Buffer.from(text, 'utf16le') },
    { encoding: 'URL', bytes: Buffer.from(encodeURIComponent(text)) },
    ...encodedForms('', utf8),
  ];
  const raw = bytes ? [{ encoding: 'raw', bytes: Buffer.from(bytes) }, ...encodedForms('raw ', bytes)] : [];
  const seen = new Set<string>();
  return [...forms, ...raw, ...piecesOf(text)].filter((form) => {
    const key = form.bytes.toString('latin1');
    return !seen.has(key) && Boolean(seen.add(key));
  });
}

const pieceLetters = 8;

/** Databases compress what they keep: of a longer text, only pieces may stand there as they were. */
export function piecesOf(text: string): Pattern[] {
  const starts = Math.max(0, Math.min(text.length, 24) - pieceLetters + 1);
  const pieces = Array.from({ length: starts }, (_, at) => text.slice(at, at + pieceLetters));
  return pieces.flatMap((piece) => [
    { encoding: 'a piece, UTF-8', bytes: Buffer.from(piece) },
    { encoding: 'a piece, UTF-16LE', bytes: Buffer.from(piece, 'utf16le') },
  ]);
}

function encodedForms(of: string, bytes: Uint8Array): Pattern[] {
  const hex = Buffer.from(bytes).toString('hex');
  const texts = [
    { encoding: 'hex', text: hex },
    { encoding: 'HEX', text: hex.toUpperCase() },
    ...[0, 1, 2].map((shift) => ({ encoding: `Base64 +${shift}`, text: inside(bytes, shift, 3, base64) })),
    ...[0, 1, 2].map((shift) => ({
      encoding: `Base64url +${shift}`,
      text: inside(bytes, shift, 3, base64Url),
    })),
    ...[0, 1, 2, 3, 4].map((shift) => ({
      encoding: `Base32 +${shift}`,
      text: inside(bytes, shift, 5, base32),
    })),
  ];
  return texts.map(({ encoding, text }) => ({ encoding: of + encoding, bytes: Buffer.from(text) }));
}

/** The letters that are the same whatever stands before and after, when `shift` bytes of a whole group stand before. */
function inside(
  bytes: Uint8Array,
  shift: number,
  group: 3 | 5,
  encode: (bytes: Uint8Array) => string,
): string {
  const bits = group === 3 ? 6 : 5;
  const letters = encode(Uint8Array.of(...new Uint8Array(shift), ...bytes));
  return letters.slice(Math.ceil((shift * 8) / bits), Math.floor(((shift + bytes.length) * 8) / bits));
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

function base64Url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}

function base32(bytes: Uint8Array): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => alphabet.charAt(Number.parseInt(five.padEnd(5, '0'), 2)))
    .join('');
}

/** Each needle in each of its forms, once for each file: contents as they lie there, and the names of files. */
export function search(
  folder: string,
  needles: readonly Needle[],
  forms: (needle: Needle) => readonly Pattern[] = patternsOf,
): { hits: readonly Hit[]; files: number } {
  const wanted = needles.flatMap((needle) =>
    forms(needle).map(({ encoding, bytes }) => ({ needle: needle.name, encoding, bytes })),
  );
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const files = entries.map((entry) => join(entry.parentPath, entry.name));
  const hits = files.flatMap((path) => {
    const file = path.slice(folder.length + 1);
    const content = Buffer.concat([readFileSync(path), Buffer.from(`\0${file}`)]);
    return wanted.flatMap(({ needle, encoding, bytes }) => {
      const at = content.indexOf(bytes);
      return at < 0 ? [] : [{ needle, encoding, file, at }];
    });
  });
  return { hits, files: files.length };
}
