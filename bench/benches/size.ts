import type { BenchResult } from '../bench.ts';
import { buildFor } from '../size/build.ts';
import { measureBuild } from '../size/measure.ts';

/** What the extension weighs, and what it asks for: production builds for both browsers. */
export async function run(): Promise<BenchResult> {
  const reports = (['chrome', 'firefox'] as const).map(
    (browser) => [browser, measureBuild(buildFor(browser))] as const,
  );
  return {
    name: 'size',
    figures: reports.flatMap(([, { figures }]) => figures),
    details: Object.fromEntries(reports.map(([browser, { details }]) => [browser, details])),
  };
}
