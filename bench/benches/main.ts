import type { BenchResult } from '../bench.ts';
import { measureMainJob } from '../main/measure.ts';
import { buildFor } from '../size/build.ts';

/** The main job as the background lives it: a scan until the account is safe, a fill until the code is in the field. */
export async function run(): Promise<BenchResult> {
  return measureMainJob(buildFor('chrome').outDir);
}
