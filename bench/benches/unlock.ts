import type { BenchResult } from '../bench.ts';
import { measureUnlock } from '../vault/unlock.ts';

/** What an unlock takes beyond the derivation that nobody can leave out. */
export async function run(): Promise<BenchResult> {
  return measureUnlock();
}
