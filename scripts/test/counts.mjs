/** What vitest's JSON reports say, and what the last line of `npm test` makes of it. */
import { existsSync, readFileSync } from 'node:fs';

/**
 * Tests that passed and failed in all the reports, and the files that failed. A report that is missing counts as one
 * failure, and so does a file of tests that could not even start: silence is never success. `replacing`: the report of a
 * second run, whose files count instead of the same files of `paths`.
 */
export function readCounts(paths, replacing = null) {
  const counts = { passed: 0, failed: 0, failedFiles: [] };
  const again = replacing === null ? [] : readFiles(replacing);
  const judgedAgain = new Set((again ?? []).map(({ name }) => name));
  for (const files of [...paths.map(readFiles), again]) {
    if (files === null) {
      counts.failed += 1;
      continue;
    }
    for (const file of files) {
      if (files !== again && judgedAgain.has(file.name)) continue;
      const failed = file.assertionResults.filter(({ status }) => status === 'failed').length;
      counts.passed += file.assertionResults.filter(({ status }) => status === 'passed').length;
      counts.failed += file.status === 'failed' ? Math.max(1, failed) : failed;
      if (file.status === 'failed' || failed > 0) counts.failedFiles.push(file.name);
    }
  }
  return counts;
}

function readFiles(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).testResults : null;
}
