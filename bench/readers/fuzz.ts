/**
 * `node bench/readers/fuzz.ts COUNT FORMAT` gives so many changed files to one reader and prints what came of it as JSON. A
 * process of its own: one that hangs can be ended. Keys that take long are derived once for each password and cost; what a
 * change asks for beyond that gets another key at once, which opens as little.
 */
import '../alias.ts';

import { cpuMs } from './cpu-clock.ts';
import type { FuzzReport } from './measure.ts';
import type { Way } from './mutate.ts';
import { asked, quickKeys } from './quick-keys.ts';

quickKeys();

const { seeded } = await import('@/lib/qr/testing/pictures');
const { fileFormats } = await import('@/lib/transfer/file-registry');
const { seedsOf } = await import('./seeds.ts');
const { tryInput } = await import('./try-input.ts');
const { ways } = await import('./mutate.ts');
const { rezipped } = await import('./rezip.ts');

const [, , written = '20000', id = ''] = process.argv;
const format = fileFormats.find((one) => one.id === id);
if (!format) throw new RangeError(`no format is called "${id}"`);
const seeds = await seedsOf(format);

const report: FuzzReport = {
  format: id,
  seeds: seeds.length,
  tried: 0,
  recognised: 0,
  read: 0,
  unreadSeeds: 0,
  slowestMs: 0,
  slowest: '',
  totalMs: 0,
  work: 0,
  answers: {},
  broken: [],
  threw: [],
};

for (const { bytes, password } of seeds) {
  const outcome = await tryInput(format, bytes, password);
  if (outcome.kind === 'unrecognised') report.unreadSeeds += 1;
}
asked.isSettled = true;

const all: Readonly<Record<string, Way>> = { ...ways, 'a member changed': rezipped };
const names = Object.keys(all);
const random = seeded([...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 20_261_122));
const started = performance.now();
for (let at = 0; at < Number(written) && seeds.length > 0; at += 1) {
  const name = names[at % names.length] ?? '';
  const base = seeds[Math.floor(random() * seeds.length)];
  const donor = seeds[Math.floor(random() * seeds.length)];
  if (!base || !donor) break;
  const bytes = (await all[name]?.(base.bytes, donor.bytes, random)) ?? base.bytes;
  const startedMs = cpuMs();
  try {
    const outcome = await tryInput(format, bytes, base.password);
    if (outcome.kind !== 'unrecognised') report.recognised += 1;
    if (outcome.kind === 'refused') report.answers[outcome.code] = (report.answers[outcome.code] ?? 0) + 1;
    if (outcome.kind === 'read') {
      report.read += 1;
      for (const fault of outcome.broken.slice(0, 1)) report.broken.push(`${at}: ${name}: ${fault}`);
    }
  } catch (error) {
    const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
    report.threw.push(`${at}: ${name}: ${said.slice(0, 400)}`);
  }
  report.tried += 1;
  const tookMs = cpuMs() - startedMs;
  if (tookMs > report.slowestMs) Object.assign(report, { slowestMs: tookMs, slowest: name });
}
report.totalMs = performance.now() - started;
report.work = asked.work;
process.stdout.write(
  JSON.stringify({ ...report, threw: report.threw.slice(0, 20), broken: report.broken.slice(0, 20) }),
);
