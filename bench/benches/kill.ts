import type { BenchResult } from '../bench.ts';
import { measureKills } from '../vault/kill.ts';

/** Browsers killed while they write. `SECONDE_KILLS`: how many in each browser; 200, about 15 minutes, when it is not said. */
export async function run(): Promise<BenchResult> {
  return measureKills(Number(process.env['SECONDE_KILLS'] ?? 200));
}
