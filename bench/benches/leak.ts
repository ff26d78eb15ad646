import type { BenchResult } from '../bench.ts';
import { measureLeaks } from '../vault/leak.ts';

/** The whole profile searched for every secret, name and password after every flow. */
export async function run(): Promise<BenchResult> {
  return measureLeaks();
}
