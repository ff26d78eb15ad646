/** `node bench/readers/linear.ts FORMAT` prints what a reader takes for files of one, two and four times the size, as JSON. */
import '../alias.ts';

import type { FileFormat } from '@/lib/transfer/file-format';

import { cpuMs } from './cpu-clock.ts';
import type { LinearReport } from './measure.ts';

const { fileFormats } = await import('@/lib/transfer/file-registry');
const { growthsOf } = await import('./grow.ts');
const { seedsOf } = await import('./seeds.ts');
const { tryInput } = await import('./try-input.ts');

const id = process.argv[2] ?? '';
const found = fileFormats.find((one) => one.id === id);
if (!found) throw new RangeError(`no format is called "${id}"`);
const format: FileFormat = found;
const seeds = await seedsOf(format);
/** Below, the clock and the collector of garbage say more than the reader. */
const leastMs = 12;
const mostBytes = 24_000_000;

/** The best of three: what disturbs a run only makes it longer. */
async function bestMs(bytes: Uint8Array<ArrayBuffer>): Promise<number> {
  const took: number[] = [];
  for (let run = 0; run < 3; run += 1) {
    const started = cpuMs();
    await tryInput(format, bytes, 'a');
    took.push(cpuMs() - started);
  }
  return took.sort((one, other) => one - other)[0] ?? 0;
}

const report: LinearReport = {
  format: id,
  worst: 0,
  worstWay: -1,
  worstMs: [],
  times: 0,
  accountsMs: [],
  bytes: 0,
};
for (const [way, growth] of growthsOf(format, seeds).entries()) {
  let times = 2000;
  while ((await bestMs(growth(times))) < leastMs && growth(times * 8).length < mostBytes) times *= 2;
  const files = [times, times * 2, times * 4].map(growth);
  const took: number[] = [];
  for (const bytes of files) took.push(await bestMs(bytes));
  if (way === 0) Object.assign(report, { times, accountsMs: took, bytes: files.at(-1)?.length ?? 0 });
  const [one = 0, , four = 0] = took;
  // Four times the file: four times the time, and what is fixed makes it less.
  const ratio = four < leastMs ? 0 : four / Math.max(one, leastMs / 3) / 4;
  if (ratio > report.worst) Object.assign(report, { worst: ratio, worstWay: way, worstMs: took });
}
process.stdout.write(JSON.stringify(report));
