import type { BenchResult } from '../bench.ts';
import { measureDamage } from '../vault/damage.ts';

/** Every file of the extension's storage damaged in every way, and the browser started on it. */
export async function run(): Promise<BenchResult> {
  return measureDamage();
}
