/** A backup file as the bytes of a series: compact and compressed, since every part of it has to be looked at by a camera. */
import type { Bytes } from '@/lib/crypto/bytes';
import { textFromUtf8, utf8 } from '@/lib/crypto/bytes';
import { type Result, fail, ok } from '@/lib/errors';
import { gunzip, gzip } from '@/lib/vault/compression';
import { mostParts, seriesTexts } from './series';

/** A file from a series of this size is smaller than this. */
const mostBytes = 1_000_000;

/** `series-too-long` with how many QR codes it would take. */
export async function seriesOfFile(text: string): Promise<Result<readonly string[]>> {
  const texts = seriesTexts(await gzip(utf8(JSON.stringify(JSON.parse(text)))));
  return texts.length > mostParts ? fail('series-too-long', { count: String(texts.length) }) : ok(texts);
}

/** `series-damaged`. */
export async function fileOfSeries(whole: Bytes): Promise<Result<string>> {
  const bytes = await gunzip(whole, mostBytes);
  const text = bytes && textFromUtf8(bytes);
  return text === null ? fail('series-damaged') : ok(text);
}
