import type { BenchResult } from '../bench.ts';
import { measurePopup } from '../popup/measure.ts';
import { buildFor } from '../size/build.ts';

/**
 * From a click on the toolbar icon to codes, against a popup written by hand for nothing but that. `parts`: with so many accounts only, of
 * 1, 100, 1000 and 10000.
 */
export async function run(parts: readonly string[] = []): Promise<BenchResult> {
  return measurePopup(buildFor('chrome').outDir, parts.map(Number));
}
