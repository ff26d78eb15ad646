import type { BenchResult } from '../bench.ts';
import { measureHostile } from '../hostile/measure.ts';
import { buildFor } from '../size/build.ts';

/** Pages that try to get a code that is not for them, in both browsers: what they got. */
export async function run(): Promise<BenchResult> {
  return measureHostile({ chromium: buildFor('chrome').outDir, firefox: buildFor('firefox').outDir });
}
