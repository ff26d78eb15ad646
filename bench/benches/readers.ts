import { measureReaders } from '../readers/measure.ts';
import type { BenchResult } from '../bench.ts';

/** Changed files of every foreign format, and large ones: what their readers make of them, and how long it takes. */
export async function run(): Promise<BenchResult> {
  return measureReaders();
}
