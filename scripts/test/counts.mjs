/** What vitest's JSON reports say, and what the last line of `npm test` makes of it. */
import { existsSync, readFileSync } from 'node:fs';

/**
 * Tests that passed and failed in the report, and the files that failed. A report that is missing counts as one failure, and
 * so does a file of tests that could not even start: silence is never success. `again`: reports of later runs of some of the
 * files; the last run of a file counts.
 */
export function readCounts(first, again = []) {
  const counts = { passed: 0, failed: 0, failedFiles: [] };
  const last = new Map();
  for (const path of [first, ...again]) {
    const files = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).testResults : null;
    if (files === null) counts.failed += 1;
    for (const file of files ?? []) last.set(file.name, file);
  }
  for (const { name, status, assertionResults } of last.values()) {
    const failed = assertionResults.filter((result) => result.status === 'failed').length;
    counts.passed += assertionResults.filter((result) => result.status === 'passed').length;
    counts.failed += status === 'failed' ? Math.max(1, failed) : failed;
    if (status === 'failed' || failed > 0) counts.failedFiles.push(name);
  }
  return counts;
}
