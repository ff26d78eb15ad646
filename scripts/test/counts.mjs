/** Sums of vitest's JSON reports. */
import { existsSync, readFileSync } from 'node:fs';

/**
 * Tests that passed and failed in all the reports. A report that is missing counts as one failure, and so does a file of
 * tests that could not even start: silence is never success.
 */
export function readCounts(paths) {
  let passed = 0;
  let failed = 0;
  for (const path of paths) {
    if (!existsSync(path)) {
      failed += 1;
      continue;
    }
    const report = JSON.parse(readFileSync(path, 'utf8'));
    const brokenFiles = report.testResults.filter(
      (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
    );
    passed += report.numPassedTests;
    failed += report.numFailedTests + brokenFiles.length;
  }
  return { passed, failed };
}
