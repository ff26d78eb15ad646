/** Every export written by the product, read by programs that share nothing with it, and their codes compared with ours. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pngjs from 'pngjs';
import { codeAtStep, countedCode, stepAt } from '@/lib/otp/code';
import { encodeQrPath } from '@/lib/qr/encode';
import type { ComputedAccount, ExportFormat } from '@/lib/transfer/writers/export-format';
import { lossesOf } from '@/lib/transfer/writers/losses';
import { writeChecked } from '@/lib/transfer/writers/read-back';

const password = 'une phrase assez longue pour 2FAS';
const script = fileURLToPath(new URL('reader.py', import.meta.url));
const python = process.env['SECONDE_PYTHON'] ?? 'python3';

/** Seconds since 1970, of twenty moments on both sides of 2038, near and far from the edge of a step. */
export const moments = Array.from({ length: 20 }, (_, index) => 1_111_111_109 + index * 157_766_431);

interface Entry {
  readonly issuer: string;
  readonly name: string;
  readonly kind: string;
  readonly key: string;
  readonly algorithm: string;
  readonly digits: number;
  readonly period: number;
  readonly counter: number | null;
}

export interface Trip {
  readonly carried: number;
  readonly leftOut: number;
  /** Accounts that the other program gave with other names, or not at all. */
  readonly otherNames: readonly string[];
  readonly codes: number;
  readonly otherCodes: readonly string[];
  readonly byOathtool: number;
}

/** @throws Error when a program that reads is missing */
export async function roundTrip(format: ExportFormat, accounts: readonly ComputedAccount[]): Promise<Trip> {
  const { carried, leftOut } = lossesOf(format, accounts);
  const tools = { nowMs: Date.now(), newId: () => crypto.randomUUID(), password };
  const written = await writeChecked(format, carried, tools);
  if (!written.ok) throw new Error(`${format.id}: ${written.failure.details?.['account'] ?? 'not written'}`);
  const entries = readElsewhere(format, written.value);
  const own = carried.map((account) => codesOf(account as ComputedAccount));
  const theirs = codesElsewhere(entries);
  const otherNames = carried.flatMap(({ issuer, name }, index) => {
    const entry = entries[index];
    return entry && entry.name === name && entry.issuer === issuer ? [] : [`${issuer} · ${name}`];
  });
  const otherCodes = carried.flatMap(({ issuer, name }, index) =>
    own[index]?.every((code, at) => code === theirs.codes[index]?.[at]) ? [] : [`${issuer} · ${name}`],
  );
  return {
    carried: carried.length,
    leftOut: leftOut.length,
    otherNames:
      entries.length === carried.length ? otherNames : [...otherNames, 'another number of accounts'],
    codes: own.flat().length,
    otherCodes,
    byOathtool: theirs.byOathtool,
  };
}

function codesOf({ otp }: ComputedAccount): readonly string[] {
  return moments.map((atS, index) =>
    otp.kind === 'hotp'
      ? countedCode({ ...otp, counter: otp.counter + index })
      : codeAtStep(otp, stepAt(otp, atS * 1000).step),
  );
}

function readElsewhere(format: ExportFormat, texts: readonly string[]): readonly Entry[] {
  const folder = mkdtempSync(join(tmpdir(), 'seconde-roundtrip-'));
  try {
    const file = join(folder, 'export');
    writeFileSync(
      file,
      format.shape === 'file'
        ? (texts[0] ?? '')
        : `${texts.map((text) => scanned(folder, text)).join('\n')}\n`,
    );
    return JSON.parse(
      execFileSync(python, [script, format.id, file, password], { encoding: 'utf8' }),
    ) as Entry[];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The QR code as the product draws it, read by zbarimg. */
export function scanned(folder: string, text: string): string {
  const drawing = encodeQrPath(text);
  if (!drawing.ok) throw new Error('a QR code expected to be drawn');
  const { size, path } = drawing.value;
  const scale = 4;
  const png = new pngjs.PNG({ width: size * scale, height: size * scale });
  png.data.fill(255);
  for (const [, x = '', y = '', width = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1/g))
    for (let row = 0; row < scale; row++) {
      const from = ((Number(y) * scale + row) * png.width + Number(x) * scale) * 4;
      for (let at = 0; at < Number(width) * scale; at++) png.data.fill(0, from + at * 4, from + at * 4 + 3);
    }
  const picture = join(folder, 'code.png');
  writeFileSync(picture, pngjs.PNG.sync.write(png));
  return execFileSync('zbarimg', ['-q', '--raw', picture], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
}

const known = new Map<string, string>();

/** oathtool where it knows the kind and the length, the reader's own arithmetic for the rest. */
function codesElsewhere(entries: readonly Entry[]) {
  const asked = JSON.stringify({ entries: entries.map(plain), moments });
  const counted = JSON.stringify({ entries: entries.map(plain), moments: moments.map((_, index) => index) });
  const run = (input: string) =>
    JSON.parse(execFileSync(python, [script, 'codes'], { encoding: 'utf8', input })) as string[][];
  const [timed, byCounter] = [run(asked), run(counted)];
  let byOathtool = 0;
  const codes = entries.map((entry, index) => {
    const own = (entry.kind === 'hotp' ? byCounter : timed)[index] ?? [];
    if (!isForOathtool(entry)) return own;
    const theirs = moments.map((atS, at) => oathCode(entry, atS, at));
    byOathtool += theirs.length;
    return theirs;
  });
  return { codes, byOathtool };
}

/** A counter stands in for a moment in what the reader is asked of HOTP; of the others it is left out. */
function plain(entry: Entry): Entry {
  return { ...entry, counter: entry.counter ?? 0 };
}

function isForOathtool({ kind, digits, algorithm }: Entry): boolean {
  return digits >= 6 && digits <= 8 && (kind === 'totp' || (kind === 'hotp' && algorithm === 'SHA1'));
}

function oathCode(
  { kind, key, digits, algorithm, period, counter }: Entry,
  atS: number,
  index: number,
): string {
  const moment = `${new Date(atS * 1000).toISOString().replace('T', ' ').slice(0, 19)} UTC`;
  const options =
    kind === 'hotp'
      ? ['--hotp', '-d', String(digits), '-c', String((counter ?? 0) + index), key]
      : [`--totp=${algorithm.toLowerCase()}`, '-d', String(digits), '-s', `${period}s`, '-N', moment, key];
  const asked = options.join(' ');
  const code = known.get(asked) ?? execFileSync('oathtool', options, { encoding: 'utf8' }).trim();
  known.set(asked, code);
  return code;
}

/** It refuses keys of less than 112 bits. */
const shortestForPyotp = 23;

/** The list read by pyotp, another library that people use; `null` where it is not installed. */
export async function byPyotp(
  format: ExportFormat,
  accounts: readonly ComputedAccount[],
): Promise<number | null> {
  const read = accounts.filter(
    ({ otp }) =>
      (otp.kind === 'totp' || otp.kind === 'hotp') &&
      otp.digits >= 6 &&
      otp.digits <= 8 &&
      otp.secret.length >= shortestForPyotp,
  );
  const [text = ''] = await format.write(read, { nowMs: 0, newId: () => crypto.randomUUID(), password });
  const folder = mkdtempSync(join(tmpdir(), 'seconde-roundtrip-'));
  try {
    writeFileSync(join(folder, 'export'), text);
    const input = JSON.stringify(moments);
    const answer = execFileSync(python, [script, 'pyotp', join(folder, 'export')], {
      encoding: 'utf8',
      input,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const codes = JSON.parse(answer) as string[][];
    return read.filter((account, index) => !codesOf(account).every((code, at) => code === codes[index]?.[at]))
      .length;
  } catch {
    return null;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
