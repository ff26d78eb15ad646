import { decodeQr } from '@/lib/qr/decode';
import { readWithJsqr } from '@/lib/qr/second-reader';
import { noise, seeded } from '@/lib/qr/testing/pictures';
import { zxingReader } from '@/lib/qr/testing/zxing';

import { atLeast, atMost, known, rounded } from '../bench.ts';
import type { BenchResult, Figure } from '../bench.ts';
import {
  compared,
  countsByGroup,
  deadlineMs,
  isWhole,
  isWrong,
  now,
  readers,
  timesOf,
} from '../qr/compare.ts';
import type { Comparison, Reader } from '../qr/compare.ts';
import { emptySet, falseSet, hasRealPictures, realSet } from '../qr/real.ts';
import { qrSet, wholeGroups } from '@/lib/qr/testing/set';
import { screenSet, withChromium } from '../qr/shots.ts';

/** Not the one the ladder was tuned with (7), nor that of any test, so that it is not fitted to its gate. */
const seed = 20_261_121;
const pagesPerKind = 5;

const share = (results: readonly Comparison[], reader: Reader, is = isWhole) =>
  rounded((100 * results.filter((result) => is(result, reader)).length) / results.length);

/** The ladder against its goal, and each reader alone, on the same pictures. */
function rates(name: string, results: readonly Comparison[] | null, goal: number): Figure[] {
  const ladder = results && share(results, 'ladder');
  return [
    atLeast(goal, `${name}: read whole, ladder`, ladder, '%'),
    ...readers
      .filter((reader) => reader !== 'ladder')
      .map((reader) => known(`${name}: ${reader} alone`, results && share(results, reader), '%')),
  ];
}

const isRead = ({ by }: Comparison, reader: Reader) => by[reader].texts.length > 0;
/** One code stands inside of another: either may be read. */
const nested = 'qrcode-2/16.webp';

/** Shift_JIS that does not say so is read with the letters of windows-1252: the same bytes. */
function isOtherCharset(read: string, right: string): boolean {
  const letters = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  const bytes = Uint8Array.from(read, (letter) => letters.indexOf(letter));
  return new TextDecoder('shift_jis').decode(bytes).trim() === right.replaceAll('\r\n', '\n').trim();
}

function isWrongText({ sample, by }: Comparison): boolean {
  const [right] = sample.texts;
  if (right === undefined || sample.group === nested) return false;
  const flat = (text: string) => text.replaceAll('\r\n', '\n').trim();
  return by.ladder.texts.some((text) => flat(text) !== flat(right) && !isOtherCharset(flat(text), right));
}

/** Without a deadline, as that would hide the rest. */
async function hostileNoiseMs(): Promise<number> {
  const zxing = zxingReader();
  const times: number[] = [];
  for (const block of [1, 2, 4]) {
    const pixels = noise(1920, 1080, block, seeded(block));
    const before = now();
    await decodeQr(pixels, { now, deadlineMs: Infinity, zxing, jsqr: readWithJsqr });
    times.push(now() - before);
  }
  return Math.max(...times);
}

function progress() {
  let count = 0;
  return (): void => {
    count += 1;
    if (count % 50 === 0) console.error(`  ${count} pictures`);
  };
}

/**
 * What the ladder reads and how long it takes, against jsqr, `qr` and zxing alone, on the same pictures in the same process:
 * generated ones, pages drawn by a browser, real ones, and pictures in which nothing may be read.
 */
export async function run(): Promise<BenchResult> {
  // All readers compile before they are timed.
  await compared([...emptySet(1)].slice(0, 8));
  const generated = await compared(qrSet(seed), progress());
  const empty = await compared(emptySet(seed));
  const browsed = await withChromium(async (page) => ({
    screens: await compared(screenSet(page, seed, pagesPerKind), progress()),
    real: hasRealPictures ? await compared(realSet(page), progress()) : null,
    none: hasRealPictures ? await compared(falseSet(page)) : [],
  }));
  const screens = browsed?.screens ?? null;
  const real = browsed?.real ?? null;
  const nothing = [...empty, ...(browsed?.none ?? [])];

  const whole = generated.filter(({ sample }) => wholeGroups.includes(sample.group));
  const wrong = [...generated, ...(screens ?? [])].filter((result) => isWrong(result, 'ladder'));
  const realWrong = (real ?? []).filter(isWrongText);
  const times = timesOf([...generated, ...(screens ?? [])]);
  const readCount = (reader: Reader) => real && real.filter((result) => isRead(result, reader)).length;
  return {
    name: 'qr',
    figures: [
      ...rates('generated pictures', generated, 98),
      atMost(
        0,
        'missed of the kinds to be read without exception',
        whole.filter((one) => !isWhole(one, 'ladder')).length,
        `of ${whole.length}`,
      ),
      ...rates('pages drawn by Chromium, whole screens and selections', screens, 98),
      atLeast(131, 'real pictures read, ladder', readCount('ladder'), `of ${real?.length ?? 137}`),
      ...(['jsqr', 'qr', 'zxing'] as const).map((reader) =>
        known(`real pictures read, ${reader} alone`, readCount(reader), `of ${real?.length ?? 137}`),
      ),
      atMost(0, 'wrong texts', wrong.length + realWrong.length, 'pictures'),
      atMost(
        0,
        'texts where nothing is to be read',
        nothing.filter((one) => isRead(one, 'ladder')).length,
        `of ${nothing.length}`,
      ),
      atMost(0.25, 'processor time, median of the ratios to jsqr', times.medianRatio, '×'),
      atMost(1, 'processor time, 95th percentile over that of jsqr', times.p95Ratio, '×'),
      known('processor time, median, ladder', times.ms['ladder']?.median ?? null, 'ms'),
      known('processor time, 95th percentile, ladder', times.ms['ladder']?.p95 ?? null, 'ms'),
      atMost(
        deadlineMs,
        'whole ladder on noise of 1920 × 1080, processor time',
        rounded(await hostileNoiseMs()),
        'ms',
      ),
    ],
    details: {
      seed,
      pictures: {
        generated: generated.length,
        screens: screens?.length ?? 0,
        real: real?.length ?? 0,
        nothing: nothing.length,
      },
      ms: times.ms,
      generated: countsByGroup(generated),
      screens: screens && countsByGroup(screens),
      realMissed: (real ?? []).filter((one) => !isRead(one, 'ladder')).map(({ sample }) => sample.group),
      realOtherText: (real ?? [])
        .filter((one) => one.sample.texts.length > 0 && isRead(one, 'ladder') && isWrong(one, 'ladder'))
        .map(({ sample }) => sample.group),
      wrong: [...wrong, ...realWrong].map(({ sample }) => sample.group),
    },
  };
}
