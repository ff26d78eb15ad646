import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { gzipSync } from 'node:zlib';

import type { Account } from '@/lib/vault/account';
import type { BenchResult, Figure } from '../bench.ts';
import { atMost, known, quantile, rounded } from '../bench.ts';
import { codeOf, practiceAccounts } from '../browser/accounts.ts';
import { startChromium } from '../browser/chromium.ts';
import { removeCopies } from '../browser/copy.ts';
import { firstLoadFiles } from '../size/first-load.ts';
import { measureUse } from './use.ts';
import { type Contestant, type Opening, enter, give, lieOpen, openOnce } from './contestants.ts';

const counts = [1, 100, 1000, 10_000];
const rounds = 9;
const openSeconds = 20;
const firstLoadLimitKiB = 30;
const cpuRatioLimit = 2;
const wallRatioLimit = (count: number) => (count === 10_000 ? 1.5 : 1.2);

const lanes = [
  { name: 'floor', worker: 'warm' },
  { name: 'device', worker: 'warm' },
  { name: 'password', worker: 'warm' },
  { name: 'device', worker: 'cold' },
  { name: 'password', worker: 'cold' },
] as const;
type Lane = (typeof lanes)[number];
const laneName = ({ name, worker }: Lane) => (name === 'floor' ? name : `${name}, worker ${worker}`);

interface Times {
  readonly wallMs: number;
  readonly cpuMs: number | null;
  readonly rounds: readonly (readonly [wallMs: number, cpuMs: number | null])[];
}

/**
 * `productDir`: an unpacked production build for Chromium; `asked`: with so many accounts only, none for all.
 * @throws RangeError for a number that is not measured
 */
export async function measurePopup(productDir: string, asked: readonly number[]): Promise<BenchResult> {
  const other = asked.find((count) => !counts.includes(count));
  if (other !== undefined)
    throw new RangeError(`"parts" expected some of ${counts.join(', ')}, got ${other}`);
  const browser = await startChromium();
  const contestants: Contestant[] = [];
  try {
    for (const name of ['floor', 'device', 'password'] as const)
      contestants.push(await enter(browser, name, productDir));
    const of = (name: Contestant['name']) => {
      const found = contestants.find((one) => one.name === name);
      if (!found) throw new RangeError(`"name" expected a contestant, got ${name}`);
      return found;
    };
    const figures: Figure[] = [];
    const details: Record<string, unknown> = { browser: browser.version, rounds };
    let wrongCodes = 0;
    for (const count of asked.length > 0 ? asked : counts) {
      const accounts = practiceAccounts(count);
      for (const contestant of contestants) await give(contestant, accounts);
      const openings = await takeTurns(of);
      wrongCodes += [...openings.values()].flat().filter((opening) => !isRight(opening, accounts)).length;
      const times = new Map([...openings].map(([lane, all]) => [lane, timesOf(all)]));
      figures.push(...figuresOf(count, times));
      details[`accounts ${count}`] = Object.fromEntries([...times].map(([lane, of]) => [laneName(lane), of]));
      if (count === 100) figures.push(...(await atRest(of)));
      if (count >= 1000) figures.push(...(await measureUse(browser, of('device'), accounts)));
    }
    figures.push(atMost(0, 'openings with a wrong code', wrongCodes, 'openings'));
    figures.push(
      atMost(firstLoadLimitKiB, 'JS and CSS of the first load, gzip', firstLoadKiB(productDir), 'KiB'),
    );
    return { name: 'popup', figures, details };
  } finally {
    await browser.close();
    removeCopies(contestants.map(({ copy }) => copy));
  }
}

/** Each lane once a round, after one that does not count; another lane begins each time. */
async function takeTurns(of: (name: Contestant['name']) => Contestant): Promise<Map<Lane, Opening[]>> {
  const openings = new Map<Lane, Opening[]>(lanes.map((lane) => [lane, []]));
  for (let round = -1; round < rounds; round += 1) {
    const shift = (round + 1) % lanes.length;
    for (const lane of [...lanes.slice(shift), ...lanes.slice(0, shift)]) {
      const opening = await openOnce(of(lane.name), lane.worker);
      if (round >= 0) openings.get(lane)?.push(opening);
      console.error(
        `${round} ${laneName(lane)}: ${opening.wallMs.toFixed(0)} ms, processor ${opening.cpuMs?.toFixed(1)} ms`,
      );
    }
  }
  return openings;
}

/** The first row's code, of the step in which it was seen or, at its very end, of the one before. */
function isRight({ codes, atMs }: Opening, [first]: readonly Account[]): boolean {
  return first !== undefined && [atMs, atMs - 2000].some((time) => codeOf(first, time) === codes[0]);
}

function timesOf(openings: readonly Opening[]): Times {
  const cpu = openings.flatMap(({ cpuMs }) => cpuMs ?? []);
  return {
    wallMs: rounded(
      quantile(
        openings.map(({ wallMs }) => wallMs),
        0.5,
      ),
    ),
    cpuMs: cpu.length === openings.length ? rounded(quantile(cpu, 0.5)) : null,
    rounds: openings.map(({ wallMs, cpuMs }) => [rounded(wallMs), cpuMs && rounded(cpuMs)]),
  };
}

function figuresOf(count: number, times: ReadonlyMap<Lane, Times>): Figure[] {
  const floor = [...times].find(([{ name }]) => name === 'floor')?.[1];
  const ratio = (a: number | null, b: number | null | undefined) => (a && b ? rounded(a / b) : null);
  return [...times].flatMap(([lane, { wallMs, cpuMs }]) => {
    const label = `${count} accounts, ${laneName(lane)}`;
    const plain = [known(`${label}: processor`, cpuMs, 'ms'), known(`${label}: wall`, wallMs, 'ms')];
    if (lane.name === 'floor') return plain;
    return [
      atMost(cpuRatioLimit, `${label}: processor, to the floor`, ratio(cpuMs, floor?.cpuMs), '×'),
      atMost(wallRatioLimit(count), `${label}: wall, to the floor`, ratio(wallMs, floor?.wallMs), '×'),
      ...plain,
    ];
  });
}

async function atRest(of: (name: Contestant['name']) => Contestant): Promise<Figure[]> {
  const [floor, product] = [
    await lieOpen(of('floor'), openSeconds),
    await lieOpen(of('device'), openSeconds),
  ];
  return [
    atMost(5, '100 accounts, popup lying open: processor', product && rounded(product), 'ms per s'),
    known('100 accounts, floor lying open: processor', floor && rounded(floor), 'ms per s'),
  ];
}

function firstLoadKiB(productDir: string): number {
  const files = firstLoadFiles(productDir, 'popup.html');
  for (const file of files) console.error(`first load: ${relative(productDir, file)}`);
  const bytes = files.map((file) => gzipSync(readFileSync(file), { level: 9 }).length);
  return Math.round((bytes.reduce((sum, one) => sum + one, 0) / 1024) * 10) / 10;
}
