/**
 * `node --expose-gc bench/readers/linear.ts FORMAT` prints what a reader takes for files of one, two and four times the size,
 * as JSON. The sizes take turns, the garbage of what went before is collected first, and the quickest turn of each counts:
 * what disturbs one (a collection, code that is not translated yet) only makes it longer.
 */
import '../alias.ts';

import type { FileFormat } from '@/lib/transfer/file-format';

import { exactCpuMs } from './cpu-clock.ts';
import type { Growth } from './grow.ts';
import type { LinearReport } from './measure.ts';
import { asked, quickKeys } from './quick-keys.ts';

quickKeys();
// A derivation takes what it takes, whatever the size of the file.
asked.isSettled = true;

const { fileFormats } = await import('@/lib/transfer/file-registry');
const { growthsOf } = await import('./grow.ts');
const { seedsOf } = await import('./seeds.ts');
const { tryInput } = await import('./try-input.ts');

const id = process.argv[2] ?? '';
const found = fileFormats.find((one) => one.id === id);
if (!found) throw new RangeError(`no format is called "${id}"`);
const format: FileFormat = found;

/** Below, the clock says more than the reader. */
const leastMs = 5;
/** What takes less with so much is no worse than linear by far: a second for each square of a megabyte would be an hour. */
const mostBytes = 4_000_000;
/** So many always; more while what they say is above `plain`, up to `mostTurns`. */
const leastTurns = 3;
const mostTurns = 12;
/** Times at four times the size over four times the time: nothing to look into. */
const plain = 1.5;

async function takes(bytes: Uint8Array<ArrayBuffer>): Promise<number> {
  // What came before is old, or gone: the whole would take longer than most readings.
  globalThis.gc?.({ type: 'minor' });
  const started = exactCpuMs();
  await tryInput(format, bytes, 'a');
  return exactCpuMs() - started;
}

/** So many times that the file takes long enough to be measured, or four times the file is the largest that is tried. */
async function measurable(growth: Growth): Promise<number> {
  let times = 500;
  for (
    let bytes = growth(times);
    bytes.length * 8 <= mostBytes && (await isQuick(bytes));
    bytes = growth(times)
  )
    times *= 2;
  return times;
}

/** Some are so only when their code is translated. */
async function isQuick(bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  for (let turn = 0; turn < 4; turn += 1) if ((await takes(bytes)) < leastMs) return true;
  return false;
}

const ratioOf = ([one = 0, , four = 0]: readonly number[]): number =>
  four < leastMs ? 0 : four / Math.max(one, leastMs / 2) / 4;

const report: LinearReport = {
  format: id,
  worst: 0,
  worstWay: -1,
  worstMs: [],
  turns: 0,
  times: 0,
  accountsMs: [],
  bytes: 0,
};
for (const [way, growth] of growthsOf(format, await seedsOf(format)).entries()) {
  const times = await measurable(growth);
  const files = [times, times * 2, times * 4].map(growth);
  const best = files.map(() => Number.POSITIVE_INFINITY);
  let turn = 0;
  while (turn < leastTurns || (turn < mostTurns && ratioOf(best) > plain)) {
    for (const [at, bytes] of files.entries()) best[at] = Math.min(best[at] ?? 0, await takes(bytes));
    turn += 1;
  }
  if (way === 0) Object.assign(report, { times, accountsMs: best, bytes: files.at(-1)?.length ?? 0 });
  const ratio = ratioOf(best);
  if (ratio > report.worst)
    Object.assign(report, { worst: ratio, worstWay: way, worstMs: best, turns: turn });
}
process.stdout.write(JSON.stringify(report));
