/**
 * How much a file may ask for before a key is derived: its parameters are somebody else's. `file-cost` beyond; the memory is
 * answered in MiB, since above 256 the person is asked first.
 */
import { type Result, fail, ok } from '@/lib/errors';

const KiB = 1024;
const MiB = 1024 * KiB;
const mostIterations = 10_000_000;
const mostScryptBytes = 512 * MiB;
const mostArgonKiB = 1024 * KiB;
/** Memory × passes: 8 GiB takes about 16 s. */
const mostArgonWorkKiB = 8 * 1024 * KiB;

export function boundPbkdf2(iterations: unknown): Result<number> {
  if (!isWhole(iterations)) return fail('file-malformed');
  return iterations > mostIterations ? fail('file-cost') : ok(iterations);
}

export interface ScryptCost {
  readonly n: number;
  readonly r: number;
  readonly p: number;
}

/** RFC 7914 § 6: 128·N·r bytes, p times. */
export function boundScrypt(n: unknown, r: unknown, p: unknown): Result<ScryptCost & { memoryMiB: number }> {
  if (!isWhole(n) || !isWhole(r) || !isWhole(p) || n < 2 || !Number.isInteger(Math.log2(n)))
    return fail('file-malformed');
  const bytes = 128 * n * r;
  if (bytes > mostScryptBytes || bytes * p > 4 * mostScryptBytes) return fail('file-cost');
  return ok({ n, r, p, memoryMiB: Math.ceil(bytes / MiB) });
}

export interface Argon2Cost {
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
}

export function boundArgon2(
  memoryKiB: unknown,
  passes: unknown,
  lanes: unknown,
): Result<Argon2Cost & { memoryMiB: number }> {
  if (!isWhole(memoryKiB) || !isWhole(passes) || !isWhole(lanes)) return fail('file-malformed');
  if (memoryKiB > mostArgonKiB || memoryKiB * passes > mostArgonWorkKiB || lanes > 64)
    return fail('file-cost');
  if (memoryKiB < 8 * lanes) return fail('file-malformed');
  return ok({ memoryKiB, passes, lanes, memoryMiB: Math.ceil(memoryKiB / KiB) });
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 1;
}
