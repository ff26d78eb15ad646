import { decodeQr } from '@/lib/qr/decode';
import { lumaOnWhite } from '@/lib/qr/luminance';
import type { Pixels } from '@/lib/qr/pixels';
import { readWithQr } from '@/lib/qr/readers';
import { readWithJsqr } from '@/lib/qr/second-reader';
import { zxingReader } from '@/lib/qr/testing/zxing';
import type { QrReader } from '@/lib/qr/code';

import { quantile, rounded } from '../bench.ts';
import type { QrSample } from '@/lib/qr/testing/set';

export const readers = ['ladder', 'jsqr', 'qr', 'zxing'] as const;
export type Reader = (typeof readers)[number];

/** As in the product. */
export const deadlineMs = 3000;
/** Processor time of this process, deadline included: a busy machine must decide neither what is read nor how fast. */
export const now = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const zxing = zxingReader();

const alone = (read: QrReader) => async (pixels: Pixels) =>
  (await read(lumaOnWhite(pixels), Infinity)).map(({ text }) => text);

/** Each alone as its authors advise: `qr` with all its retries, zxing with every switch on, jsqr trying both polarities. */
const readBy: Readonly<Record<Reader, (pixels: Pixels) => Promise<readonly string[]>>> = {
  ladder: byLadder,
  jsqr: alone(readWithJsqr),
  qr: alone(readWithQr),
  zxing: alone(zxing),
};

export async function byLadder(pixels: Pixels, limitMs = deadlineMs): Promise<readonly string[]> {
  const options = { now, deadlineMs: now() + limitMs, zxing, jsqr: readWithJsqr };
  return (await decodeQr(pixels, options)).codes.map(({ text }) => text);
}

export interface Comparison {
  readonly sample: Omit<QrSample, 'pixels'>;
  readonly by: Readonly<Record<Reader, { readonly texts: readonly string[]; readonly ms: number }>>;
}

/** Each picture is read by all in turn, the first one changing, so that a busy moment counts for all. */
export async function compared(
  samples: Iterable<QrSample> | AsyncIterable<QrSample>,
  progress: (result: Comparison) => void = () => undefined,
): Promise<Comparison[]> {
  const results: Comparison[] = [];
  for await (const { pixels, ...sample } of samples) {
    const by: Partial<Record<Reader, { texts: readonly string[]; ms: number }>> = {};
    const first = results.length % readers.length;
    for (const reader of [...readers.slice(first), ...readers.slice(0, first)]) {
      const started = now();
      const texts = await readBy[reader](pixels);
      by[reader] = { texts, ms: now() - started };
    }
    const result = { sample, by: by as Comparison['by'] };
    results.push(result);
    progress(result);
  }
  return results;
}

const same = (text: string) => text.replaceAll('\r\n', '\n').trim();

export function isWhole({ sample, by }: Comparison, reader: Reader): boolean {
  const read = by[reader].texts.map(same);
  return sample.texts.every((text) => read.includes(same(text)));
}

/** A text that does not stand in the picture. */
export function isWrong({ sample, by }: Comparison, reader: Reader): boolean {
  const right = sample.texts.map(same);
  return by[reader].texts.some((text) => !right.includes(same(text)));
}

type Counts = Record<Reader | 'of', number>;

export function countsByGroup(
  results: readonly Comparison[],
  counts: (result: Comparison, reader: Reader) => boolean = isWhole,
): Record<string, Counts> {
  const groups: Record<string, Counts> = {};
  for (const result of results) {
    const group = (groups[result.sample.group] ??= { of: 0, ladder: 0, jsqr: 0, qr: 0, zxing: 0 });
    group.of++;
    for (const reader of readers) if (counts(result, reader)) group[reader]++;
  }
  return groups;
}

export function timesOf(results: readonly Comparison[]) {
  const ms = (reader: Reader, share: number) =>
    quantile(
      results.map(({ by }) => by[reader].ms),
      share,
    );
  return {
    medianRatio: rounded(
      quantile(
        results.map(({ by }) => by.ladder.ms / by.jsqr.ms),
        0.5,
      ),
    ),
    p95Ratio: rounded(ms('ladder', 0.95) / ms('jsqr', 0.95)),
    ms: Object.fromEntries(
      readers.map((reader) => [reader, { median: rounded(ms(reader, 0.5)), p95: rounded(ms(reader, 0.95)) }]),
    ),
  };
}
