import type { BenchResult } from '../bench.ts';
import { buildFor } from '../size/build.ts';
import { measureSystems } from '../systems/measure.ts';

/** The systems that people meet, in real browsers: from the gesture to the code in the field, in time and in gestures. */
export async function run(): Promise<BenchResult> {
  return measureSystems({ chromium: buildFor('chrome').outDir, firefox: buildFor('firefox').outDir });
}
