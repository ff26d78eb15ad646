import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';

import { fileFormats } from '@/lib/transfer/file-registry';

import type { BenchResult } from '../bench.ts';
import { atMost, known, rounded } from '../bench.ts';

/** What bench/readers/fuzz.ts prints. */
export interface FuzzReport {
  readonly format: string;
  /** Files it began with. */
  readonly seeds: number;
  tried: number;
  /** Still taken for a file of this format. */
  recognised: number;
  /** Entries came of it. */
  read: number;
  /** Files it began with that it did not recognise: the bench is wrong then. */
  unreadSeeds: number;
  /** Of the thread’s own work. */
  slowestMs: number;
  slowest: string;
  totalMs: number;
  /** Memory × passes, KiB: the dearest derivation that was asked for. */
  work: number;
  /** Codes of failure, counted. */
  readonly answers: Record<string, number>;
  readonly broken: string[];
  readonly threw: string[];
}

/** What bench/readers/linear.ts prints. */
export interface LinearReport {
  readonly format: string;
  /** Time at four times the size over four times the time: 1 is linear, 4 is quadratic. */
  worst: number;
  worstWay: number;
  worstMs: readonly number[];
  /** That the worst was measured in. */
  turns: number;
  /** With so many times the accounts, twice and four times that. */
  times: number;
  accountsMs: readonly number[];
  bytes: number;
}

/** For each reader. */
const inputs = Number(process.env['SECONDE_FUZZ_INPUTS'] ?? 20_000);
const hangMs = 2000;
/** 8 GiB times one pass. */
const ceilingWorkKiB = 8 * 1024 * 1024;

export async function measureReaders(): Promise<BenchResult> {
  const ids = fileFormats.map(({ id }) => id);
  const started = performance.now();
  const translated = mkdtempSync(join(tmpdir(), 'readers-'));
  const each = <T>(file: string, given: (id: string) => readonly string[]) =>
    inLanes(ids, (id) => run<T>(file, given(id), translated));
  const fuzzed = await each<FuzzReport>('fuzz.ts', (id) => [String(inputs), id]);
  const fuzzedMs = performance.now() - started;
  const grown = await each<LinearReport>('linear.ts', (id) => [id]);
  rmSync(translated, { recursive: true });
  const ended = ids.filter((_, at) => !fuzzed[at] || !grown[at]);
  return resultOf(
    fuzzed.filter((report) => report !== null),
    grown.filter((report) => report !== null),
    ended,
    { fuzzedS: rounded(fuzzedMs / 1000), allS: rounded((performance.now() - started) / 1000) },
  );
}

function resultOf(
  fuzzed: readonly FuzzReport[],
  linear: readonly LinearReport[],
  ended: readonly string[],
  took: Readonly<Record<string, number>>,
): BenchResult {
  const sum = (count: (report: FuzzReport) => number) =>
    fuzzed.reduce((total, report) => total + count(report), 0);
  const most = (value: (report: FuzzReport) => number) => Math.max(0, ...fuzzed.map(value));
  const worst = Math.max(0, ...linear.map((report) => report.worst));
  return {
    name: 'readers',
    figures: [
      known('readers', fileFormats.length, 'formats'),
      known(
        'changed files given to them',
        sum(({ tried }) => tried),
        'files',
      ),
      known(
        'of them still taken for one of the format',
        sum(({ recognised }) => recognised),
        'files',
      ),
      known(
        'of them read',
        sum(({ read }) => read),
        'files',
      ),
      atMost(0, 'readers that did not end, or not well', ended.length, 'readers'),
      atMost(
        0,
        'readers without a file to change',
        fuzzed.filter(({ seeds }) => seeds === 0).length,
        'readers',
      ),
      atMost(
        0,
        'files to begin with that were not recognised',
        sum(({ unreadSeeds }) => unreadSeeds),
        'files',
      ),
      atMost(
        0,
        'readers that threw',
        sum(({ threw }) => threw.length),
        'files',
      ),
      atMost(
        0,
        'entries that no code can be made of',
        sum(({ broken }) => broken.length),
        'files',
      ),
      atMost(hangMs, 'slowest of all changed files', rounded(most(({ slowestMs }) => slowestMs)), 'ms'),
      atMost(
        ceilingWorkKiB,
        'dearest derivation asked for',
        most(({ work }) => work),
        'KiB × passes',
      ),
      atMost(2, 'worst time at four times the size (1: linear, 4: quadratic)', rounded(worst), '×'),
    ],
    details: { inputs, took, ended, fuzzed, linear },
  };
}

/** One after the other in as many lanes as there are processors, each its own process; answers in the order of `all`. */
async function inLanes<T>(all: readonly string[], work: (one: string) => Promise<T>): Promise<readonly T[]> {
  const answers: T[] = [];
  const waiting = [...all.entries()];
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) answers[next[0]] = await work(next[1]);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
  return answers;
}

/** `null` when it does not end in five minutes, or ends badly. `translated`: a folder where Node keeps what it made of TypeScript. */
async function run<T>(file: string, given: readonly string[], translated: string): Promise<T | null> {
  console.error(`readers ${file} ${given.join(' ')}`);
  const child = spawn(process.execPath, ['--expose-gc', join(import.meta.dirname, file), ...given], {
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: 300_000,
    killSignal: 'SIGKILL',
    env: { ...process.env, NODE_COMPILE_CACHE: translated },
  });
  return json(child.stdout).then(
    (report) => report as T,
    () => null,
  );
}
