import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { wycheproof } from '@/tests/fakes/wycheproof';
import type { BenchResult, Figure } from '../bench.ts';
import { atLeast, atMost, known, rounded } from '../bench.ts';
import { removeCopies } from '../browser/copy.ts';
import { buildFor } from '../size/build.ts';
import type { BrowserName } from './browsers.ts';
import { browserNames, newProfile } from './browsers.ts';
import { openChannel } from './channel.ts';
import { hookedCopy } from './copy.ts';
import { runVectors } from './vector-run.ts';
import type { VectorFiles, VectorReport } from './vector-run.ts';

/** What bench/vault/fuzz.ts prints. */
export interface FuzzReport {
  tried: number;
  unopened: number;
  /** Opened, as what it had been: the change was none that means anything. */
  same: number;
  readonly altered: string[];
  readonly threw: string[];
  slowestMs: number;
  slowest: string;
  /** Codes of failure, counted. */
  readonly answers: Record<string, number>;
  unopenedOriginals: number;
  /** Memory × passes, KiB: the dearest derivation that was begun. */
  work: number;
}

const envelopes = 10_000;
const hangMs = 1000;
/** 4 GiB times one pass: docs/vault-format.md. */
const ceilingWorkKiB = 4 * 1024 * 1024;

export async function measureEnvelopes(): Promise<BenchResult> {
  const fuzzed = fuzz();
  const { figures, reports } = await vectorFigures();
  return {
    name: 'envelope',
    figures: [...fuzzFigures(fuzzed), ...figures],
    details: { ...fuzzed, vectors: reports },
  };
}

/** `null` when it does not end in ten minutes. @throws Error when it cannot run */
function fuzz(): FuzzReport | null {
  const { status, signal, stdout } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'fuzz.ts'), String(envelopes)],
    {
      stdio: ['ignore', 'pipe', process.stderr.fd],
      timeout: 600_000,
      killSignal: 'SIGKILL',
      maxBuffer: 2 ** 26,
    },
  );
  if (signal !== null) return null;
  if (status !== 0) throw new Error('the changed envelopes could not be tried');
  return JSON.parse(stdout.toString()) as FuzzReport;
}

function fuzzFigures(report: FuzzReport | null): Figure[] {
  const of = (value: (report: FuzzReport) => number) => report && value(report);
  return [
    atLeast(
      envelopes,
      'changed envelopes tried',
      of(({ tried }) => tried),
      'envelopes',
    ),
    atMost(
      0,
      'opened with altered content',
      of(({ altered }) => altered.length),
      'envelopes',
    ),
    atMost(
      0,
      'ended in an exception',
      of(({ threw }) => threw.length),
      'envelopes',
    ),
    atMost(
      hangMs,
      'the slowest of them',
      of(({ slowestMs }) => rounded(slowestMs)),
      'ms',
    ),
    atMost(
      ceilingWorkKiB,
      'the dearest derivation begun, memory × passes',
      of(({ work }) => work),
      'KiB',
    ),
    atMost(
      0,
      'originals that do not open',
      of((all) => all.unopenedOriginals),
      'envelopes',
    ),
    known(
      'opened, unchanged in meaning',
      of(({ same }) => same),
      'envelopes',
    ),
  ];
}

async function vectorFigures(): Promise<{ figures: Figure[]; reports: Record<string, VectorReport | null> }> {
  const files = vectorFiles();
  const reports: Record<string, VectorReport | null> = { node: files && (await runVectors(files)) };
  for (const browser of browserNames) reports[browser] = files && (await vectorsIn(browser, files));
  const figures = Object.entries(reports).flatMap(([place, report]) => [
    atMost(
      0,
      `${place}: Wycheproof, AES-GCM, HKDF, HMAC and PBKDF2, wrong`,
      report && report.wrong.length,
      'vectors',
    ),
    known(`${place}: Wycheproof, AES-GCM, HKDF, HMAC and PBKDF2, tried`, report && report.tried, 'vectors'),
  ]);
  return { figures, reports };
}

function vectorFiles(): VectorFiles | null {
  const read = (name: string) => wycheproof<object, object>(`${name}_test.json`);
  const files = {
    aead: read('aes_gcm'),
    hkdf: read('hkdf_sha256'),
    hmac: { 'SHA-1': read('hmac_sha1'), 'SHA-256': read('hmac_sha256'), 'SHA-512': read('hmac_sha512') },
    pbkdf2: { 'SHA-1': read('pbkdf2_hmacsha1'), 'SHA-256': read('pbkdf2_hmacsha256') },
  };
  const all = [files.aead, files.hkdf, ...Object.values(files.hmac), ...Object.values(files.pbkdf2)];
  return all.includes(null) ? null : (files as unknown as VectorFiles);
}

async function vectorsIn(browser: BrowserName, files: VectorFiles): Promise<VectorReport> {
  const channel = await openChannel();
  const copy = await hookedCopy(buildFor(browser === 'firefox' ? 'firefox' : 'chrome').outDir, channel.url);
  const profile = newProfile(browser, copy);
  const met = channel.nextHook();
  const running = profile.start();
  try {
    return await (await met).call<VectorReport>('vectors', [files], 60_000);
  } finally {
    await running.kill();
    profile.remove();
    removeCopies([copy]);
    await channel.close();
  }
}
