import { decodeQr } from '@/lib/qr/decode';
import { lumaOnWhite } from '@/lib/qr/luminance';
import type { Pixels } from '@/lib/qr/pixels';
import { readWithJsqr } from '@/lib/qr/second-reader';
import { noise, seeded } from '@/lib/qr/testing/pictures';
import { zxingReader } from '@/lib/qr/testing/zxing';

import { atLeast, atMost, known, quantile, rounded } from '../bench.ts';
import type { BenchResult } from '../bench.ts';
import { qrSet } from '../qr/set.ts';
import type { QrSample } from '../qr/set.ts';

/** Not the seed of any test, so that the ladder is not fitted to its gate. */
const seed = 20_261_121;
const perGroup = 6;
const deadlineMs = 3000;
const now = () => performance.now();
const zxing = zxingReader();

interface Timed {
  readonly texts: readonly string[];
  readonly ms: number;
}

async function timed(read: () => Promise<readonly string[]>): Promise<Timed> {
  const started = now();
  const texts = await read();
  return { texts, ms: now() - started };
}

const byLadder = (pixels: Pixels) =>
  timed(async () => {
    const options = { now, deadlineMs: now() + deadlineMs, zxing, jsqr: readWithJsqr };
    return (await decodeQr(pixels, options)).codes.map(({ text }) => text);
  });
const byJsqr = (pixels: Pixels) =>
  timed(async () => (await readWithJsqr(lumaOnWhite(pixels), Infinity)).map(({ text }) => text));

interface Comparison {
  readonly sample: QrSample;
  readonly ladder: Timed;
  readonly jsqr: Timed;
}

/** Each picture is read by both in turn, the first one changing, so that a busy moment counts for both. */
async function compared(samples: readonly QrSample[]): Promise<Comparison[]> {
  const results: Comparison[] = [];
  for (const [index, sample] of samples.entries()) {
    const jsqrFirst = index % 2 === 0 ? await byJsqr(sample.pixels) : null;
    const ladder = await byLadder(sample.pixels);
    results.push({ sample, ladder, jsqr: jsqrFirst ?? (await byJsqr(sample.pixels)) });
  }
  return results;
}

const isWhole = ({ sample, ladder }: Comparison) => sample.texts.every((text) => ladder.texts.includes(text));
const isWrong = ({ sample, ladder }: Comparison) => ladder.texts.some((text) => !sample.texts.includes(text));

function groupsOf(
  results: readonly Comparison[],
): Record<string, { of: number; ladder: number; jsqr: number }> {
  const groups: Record<string, { of: number; ladder: number; jsqr: number }> = {};
  for (const result of results) {
    const group = (groups[result.sample.group] ??= { of: 0, ladder: 0, jsqr: 0 });
    group.of++;
    if (isWhole(result)) group.ladder++;
    if (result.sample.texts.every((text) => result.jsqr.texts.includes(text))) group.jsqr++;
  }
  return groups;
}

/** Processor time, as a busy machine must not decide this one; without a deadline, as that would hide the rest. */
async function hostileNoiseMs(): Promise<number> {
  const times: number[] = [];
  for (const block of [1, 4]) {
    const pixels = noise(1920, 1080, block, seeded(block));
    const before = process.cpuUsage();
    await decodeQr(pixels, { now, deadlineMs: Infinity, zxing, jsqr: readWithJsqr });
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  return Math.max(...times);
}

/** What the ladder reads, and its time as a ratio to jsqr alone on the same picture in the same process. */
export async function run(): Promise<BenchResult> {
  const samples = qrSet(seed, perGroup);
  // Both readers compile before they are timed.
  await compared(samples.filter((_, index) => index % perGroup === 0));
  const results = await compared(samples);
  const share = (count: number) => rounded((100 * count) / results.length);
  const times = (reader: 'ladder' | 'jsqr') => results.map((result) => result[reader].ms);
  const p95 = (reader: 'ladder' | 'jsqr') => quantile(times(reader), 0.95);
  const groups = groupsOf(results);
  return {
    name: 'qr',
    figures: [
      atLeast(100, 'every code of the picture read, ladder', share(results.filter(isWhole).length), '%'),
      known(
        'every code of the picture read, jsqr alone',
        share(Object.values(groups).reduce((sum, { jsqr }) => sum + jsqr, 0)),
        '%',
      ),
      atMost(0, 'wrong texts', results.filter(isWrong).length, 'pictures'),
      atMost(
        0.25,
        'time, median of the ratios to jsqr',
        rounded(
          quantile(
            results.map(({ ladder, jsqr }) => ladder.ms / jsqr.ms),
            0.5,
          ),
        ),
        '×',
      ),
      atMost(1, 'time, 95th percentile over that of jsqr', rounded(p95('ladder') / p95('jsqr')), '×'),
      known('time, median, ladder', rounded(quantile(times('ladder'), 0.5)), 'ms'),
      known('time, 95th percentile, ladder', rounded(p95('ladder')), 'ms'),
      atMost(
        deadlineMs,
        'whole ladder on noise of 1920 × 1080, processor time',
        rounded(await hostileNoiseMs()),
        'ms',
      ),
    ],
    details: { seed, pictures: results.length, groups },
  };
}
