/** Every sample file against what it holds; and ten thousand entries from a file to the vault, with its own cryptography. */
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { utf8 } from '@/lib/crypto/bytes';
import { type ReadTools, importLimits } from '@/lib/transfer/file-format';
import { fileFormats } from '@/lib/transfer/file-registry';
import { readGiven } from '@/lib/transfer/read-given';
import { commitImport, previewImport } from '@/lib/walks/import-accounts';
import { rowOf, sampleFile, samples } from '../../tests/imports/corpus.ts';
import { createDisk } from '../../tests/fakes/vault-ports.ts';
import { vaultOn } from '../../tests/fakes/vault-worlds.ts';
import { type BenchResult, atLeast, atMost, known, rounded } from '../bench.ts';

const many = 10_000;
const lines = 1_000_000;
const tools: ReadTools = {
  nowMs: Date.now(),
  signal: new AbortController().signal,
  progress: () => undefined,
  limits: importLimits,
  readQr: async () => [],
};

interface SampleFigures {
  readonly path: string;
  readonly expected: number;
  readonly exact: number;
  /** Entries that the file does not hold so. */
  readonly beyond: number;
}

export async function measureImport(): Promise<BenchResult> {
  const files: SampleFigures[] = [];
  for (const sample of samples) {
    const format = fileFormats.find(({ id }) => id === sample.format);
    const read = await format?.read(sampleFile(sample.path), sample.password ?? null, tools);
    const rows = read?.ok ? read.value.entries.map(rowOf) : [];
    const exact = sample.rows.filter((row, index) => row === rows[index]).length;
    files.push({
      path: sample.path,
      expected: sample.rows.length,
      exact,
      beyond: Math.max(0, rows.length - exact),
    });
  }
  const sum = (of: (file: (typeof files)[number]) => number) =>
    files.reduce((total, file) => total + of(file), 0);
  const whole = await wholeImport();
  const long = await longList();
  return {
    name: 'import',
    figures: [
      known('sample files', files.length, 'files'),
      known(
        'entries expected',
        sum(({ expected }) => expected),
        'entries',
      ),
      atLeast(
        sum(({ expected }) => expected),
        'entries exact',
        sum(({ exact }) => exact),
        'entries',
      ),
      atMost(
        0,
        'entries that no file holds',
        sum(({ beyond }) => beyond),
        'entries',
      ),
      known(`${many} entries: read`, whole.readS, 's'),
      known(`${many} entries: compared`, whole.previewS, 's'),
      known(`${many} entries: written to the vault, in one change`, whole.commitS, 's'),
      known(`${many} entries: memory at its peak, beside that of the program`, whole.peakMiB, 'MiB'),
      known(`a list of ${lines} lines: read up to the limit of entries`, long.s, 's'),
      known('entries taken of it, the rest told', long.entries, 'entries'),
    ],
    details: { files },
  };
}

async function wholeImport() {
  const bytes = utf8(aegisOf(many));
  const vault = vaultOn(createDisk());
  const ports = {
    vault,
    clock: { now: () => Date.now(), sleep: (ms: number) => sleep(ms) },
    newId: () => crypto.randomUUID(),
  };
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let peak = before;
  const timer = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 5);
  const answer = await timed(() => readGiven('many', bytes, { formatId: null, secret: null }, tools));
  const entries = answer.value.kind === 'read' ? answer.value.file.entries : [];
  const preview = await timed(() => previewImport(ports as never, entries));
  const seen = preview.value.ok ? preview.value.value.seen : [];
  const choices = entries.map(() => 'take' as const);
  const commit = await timed(() => commitImport(ports as never, { entries, choices, seen }));
  clearInterval(timer);
  peak = Math.max(peak, process.memoryUsage().rss);
  if (!commit.value.ok || commit.value.value.added !== many)
    throw new Error('ten thousand entries expected in the vault');
  return {
    readS: answer.s,
    previewS: preview.s,
    commitS: commit.s,
    peakMiB: rounded((peak - before) / 1024 / 1024),
  };
}

function aegisOf(count: number): string {
  const entries = Array.from({ length: count }, (_, index) => ({
    type: 'totp',
    uuid: String(index),
    name: `name ${index}`,
    issuer: `Issuer ${index % 500}`,
    info: { secret: secretOf(index), algo: 'SHA1', digits: 6, period: 30 },
  }));
  return JSON.stringify({ version: 1, header: { slots: null, params: null }, db: { version: 2, entries } });
}

function secretOf(index: number): string {
  const digits = index
    .toString(32)
    .toUpperCase()
    .replace(/[0-9]/g, (digit) => 'QRSTUVWXYZ'[Number(digit)] ?? 'Q');
  return digits.padStart(32, 'A');
}

async function longList(): Promise<{ s: number; entries: number }> {
  const line = (index: number) => `otpauth://totp/a${index}?secret=${secretOf(index)}\n`;
  const bytes = utf8(Array.from({ length: lines }, (_, index) => line(index)).join(''));
  const { s, value } = await timed(() => readGiven('long', bytes, { formatId: null, secret: null }, tools));
  return { s, entries: value.kind === 'read' ? value.file.entries.length : 0 };
}

async function timed<T>(run: () => Promise<T>): Promise<{ s: number; value: T }> {
  const start = performance.now();
  const value = await run();
  return { s: rounded((performance.now() - start) / 1000), value };
}
