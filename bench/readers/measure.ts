import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

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
  const fuzzed: FuzzReport[] = [];
  const linear: LinearReport[] = [];
  const ended: string[] = [];
  for (const { id } of fileFormats) {
    console.error(`readers ${id}`);
    const fuzz = run<FuzzReport>('fuzz.ts', [String(inputs), id]);
    const growth = run<LinearReport>('linear.ts', [id]);
    if (fuzz) fuzzed.push(fuzz);
    if (growth) linear.push(growth);
    if (!fuzz || !growth) ended.push(id);
  }
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
    details: { inputs, ended, fuzzed, linear },
  };
}

/** `null` when it does not end in a quarter of an hour, or ends badly. */
function run<T>(file: string, given: readonly string[]): T | null {
  const { status, stdout } = spawnSync(process.execPath, [join(import.meta.dirname, file), ...given], {
    stdio: ['ignore', 'pipe', process.stderr.fd],
    timeout: 900_000,
    killSignal: 'SIGKILL',
    maxBuffer: 2 ** 26,
  });
  return status === 0 ? (JSON.parse(stdout.toString()) as T) : null;
}
