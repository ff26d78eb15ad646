import type { BenchResult } from '../bench.ts';
import { measurePopup } from '../popup/measure.ts';
import { buildFor } from '../size/build.ts';

/** From a click on the toolbar icon to codes, against a popup written by hand for nothing but that. */
export async function run(): Promise<BenchResult> {
  return measurePopup(buildFor('chrome').outDir);
}
