/**
 * A file in a series of QR codes, to be read in any order by another computer's camera. A part is
 * `SECONDE/1/<number>/<size>/<series>/<data>`: only letters that QR codes pack tightly (ISO/IEC 18004 §7.4.4). The series is
 * named by the SHA-256 of the whole, so parts of two series are never mixed and a whole that is not the same is found. What is
 * inside is closed by whoever makes it (docs/decisions/0013-series-for-another-computer.md).
 */
import type { Bytes } from '@/lib/crypto/bytes';
import { bytesFromBase64Url, equalBytes } from '@/lib/crypto/bytes';
import { sha256 } from '@/lib/crypto/digest';
import { type Result, fail, ok } from '@/lib/errors';
import { decodeBase32, encodeBase32 } from '@/lib/otp/base32';

/** A code of 69 × 69 modules, which a camera reads from another screen. */
const bytesInPart = 250;
/** Of a series that anybody would wait for; above it, a file. */
const mostParts = 60;
const idBytes = 10;

export interface SeriesPart {
  readonly series: string;
  /** From 1. */
  readonly number: number;
  readonly size: number;
  readonly data: Bytes;
}

/** At least one text. `series-too-long` with how many it would take: that is for a file. */
export function seriesTexts(whole: Bytes): Result<readonly string[]> {
  const series = encodeBase32(sha256(whole).slice(0, idBytes));
  const size = Math.max(1, Math.ceil(whole.length / bytesInPart));
  if (size > mostParts) return fail('series-too-long', { count: String(size) });
  const texts = Array.from({ length: size }, (_, index) => {
    const data = whole.subarray(index * bytesInPart, (index + 1) * bytesInPart);
    return `SECONDE/1/${index + 1}/${size}/${series}/${encodeBase32(data)}`;
  });
  return ok(texts);
}

/** As {@link seriesTexts}, of base64url. */
export function textsOfSeries(sealed: string): Result<readonly string[]> {
  const whole = bytesFromBase64Url(sealed);
  return whole === null ? fail('series-damaged') : seriesTexts(whole);
}

const partShape = /^SECONDE\/1\/(\d{1,3})\/(\d{1,3})\/([A-Z2-7]{16})\/([A-Z2-7]{0,400})$/;

/** `null`: no part of a series of ours. */
export function readSeriesPart(text: string): SeriesPart | null {
  const [, numberText = '', sizeText = '', series = '', letters = ''] = partShape.exec(text.trim()) ?? [];
  const [number, size] = [Number(numberText), Number(sizeText)];
  if (series === '' || size < 1 || size > mostParts || number < 1 || number > size) return null;
  return { series, number, size, data: decodeBase32(letters) };
}

/** What was read of one series so far. */
export interface SeriesSoFar {
  readonly series: string;
  readonly size: number;
  readonly parts: ReadonlyMap<number, Bytes>;
}

export type Added =
  | { readonly kind: 'new' | 'known'; readonly soFar: SeriesSoFar }
  /** Of another series than the one begun; nothing was taken. */
  | { readonly kind: 'other' };

export function addPart(soFar: SeriesSoFar | null, part: SeriesPart): Added {
  const { series, size, number, data } = part;
  if (soFar === null) return { kind: 'new', soFar: { series, size, parts: new Map([[number, data]]) } };
  if (soFar.series !== series || soFar.size !== size) return { kind: 'other' };
  if (soFar.parts.has(number)) return { kind: 'known', soFar };
  return { kind: 'new', soFar: { ...soFar, parts: new Map([...soFar.parts, [number, data]]) } };
}

/** The whole; `null` while parts are missing, `'damaged'` where they do not make it. */
export function assembled({ series, size, parts }: SeriesSoFar): Bytes | null | 'damaged' {
  if (parts.size < size) return null;
  const inOrder = Array.from({ length: size }, (_, index) => parts.get(index + 1) ?? new Uint8Array());
  const whole = new Uint8Array(inOrder.reduce((length, { length: more }) => length + more, 0));
  let at = 0;
  for (const data of inOrder) {
    whole.set(data, at);
    at += data.length;
  }
  return equalBytes(sha256(whole).slice(0, idBytes), decodeBase32(series)) ? whole : 'damaged';
}
