import type { BenchResult, Figure } from '../bench.ts';
import { atMost, known, quantile, rounded } from '../bench.ts';
import { practiceAccounts } from '../browser/accounts.ts';
import { removeCopies } from '../browser/copy.ts';
import { buildFor } from '../size/build.ts';
import type { Running } from './browsers.ts';
import { newProfile } from './browsers.ts';
import type { Hook } from './channel.ts';
import { openChannel } from './channel.ts';
import { hookedCopy } from './copy.ts';

const counts = [100, 1000];
const rounds = 15;
const ratioLimit = 1.1;

interface Times {
  readonly wallMs: number;
  /** Of the whole browser; `null` where it cannot be known. */
  readonly cpuMs: number | null;
}

interface Round {
  readonly argon2id: Times;
  readonly unlock: Times;
}

/** Unlocking in the background of a real Chromium, and Argon2id alone at the same cost, in turn. */
export async function measureUnlock(): Promise<BenchResult> {
  const channel = await openChannel();
  const copy = await hookedCopy(buildFor('chrome').outDir, channel.url);
  const profile = newProfile('chromium', copy);
  const met = channel.nextHook();
  const running = profile.start('raised');
  const figures: Figure[] = [];
  const details: Record<string, unknown> = { rounds };
  try {
    const hook = await met;
    for (const count of counts) {
      await hook.call('furnish', [practiceAccounts(count)]);
      const all = await takeTurns(hook, running);
      figures.push(...figuresOf(`${count} accounts`, all));
      details[`${count} accounts`] = all.map(({ argon2id, unlock }) => ({
        argon2id: [rounded(argon2id.wallMs), argon2id.cpuMs && rounded(argon2id.cpuMs)],
        unlock: [rounded(unlock.wallMs), unlock.cpuMs && rounded(unlock.cpuMs)],
      }));
    }
  } finally {
    await running.kill();
    profile.remove();
    removeCopies([copy]);
    await channel.close();
  }
  return { name: 'unlock', figures, details };
}

/** The first round, in which code is compiled, does not count; each is first in turn. */
async function takeTurns(hook: Hook, running: Running): Promise<Round[]> {
  const all: Round[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    await hook.call('lock');
    const early = round % 2 ? await timesOf('argon2id', hook, running) : null;
    const unlock = await timesOf('unlock', hook, running);
    all.push({ argon2id: early ?? (await timesOf('argon2id', hook, running)), unlock });
  }
  return all.slice(1);
}

async function timesOf(tool: 'argon2id' | 'unlock', hook: Hook, running: Running): Promise<Times> {
  const before = running.processorMs();
  const wallMs = await hook.call<number>(tool);
  const after = running.processorMs();
  return { wallMs, cpuMs: before === null || after === null ? null : after - before };
}

function figuresOf(label: string, all: readonly Round[]): Figure[] {
  const wall = (of: keyof Round) =>
    quantile(
      all.map((round) => round[of].wallMs),
      0.5,
    );
  const ratios = all.map(({ argon2id, unlock }) => unlock.wallMs / argon2id.wallMs);
  const cpuRatios = all.flatMap(({ argon2id, unlock }) =>
    argon2id.cpuMs && unlock.cpuMs ? unlock.cpuMs / argon2id.cpuMs : [],
  );
  const cpu = cpuRatios.length === 0 ? null : rounded(quantile(cpuRatios, 0.5));
  return [
    atMost(ratioLimit, `${label}: unlock, to Argon2id alone, median`, rounded(quantile(ratios, 0.5)), '×'),
    atMost(
      ratioLimit,
      `${label}: unlock, to Argon2id alone, processor of the whole browser, median`,
      cpu,
      '×',
    ),
    known(`${label}: unlock`, rounded(wall('unlock')), 'ms'),
    known(`${label}: Argon2id alone, 64 MiB, t = 3`, rounded(wall('argon2id')), 'ms'),
  ];
}
