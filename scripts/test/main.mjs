/**
 * The steps of `npm test`. A failed step does not hide the next ones, except a build without which nothing can be tried.
 * Words given (`npm test -- lib/otp`) keep only the test files whose path has one of them.
 * Ends with one line, `tests: N passed, N failed`, and an exit code that says whether all is well.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv, execPath, exit } from 'node:process';
import { run } from '../bootstrap.mjs';
import { ensureBrowser, ensureTools } from '../setup-browser.mjs';
import { readCounts } from './counts.mjs';

const folder = mkdtempSync(join(tmpdir(), 'seconde-tests-'));
const wxt = (...args) => run(execPath, ['node_modules/wxt/bin/wxt.mjs', ...args]);
const reports = [];
const filters = argv.slice(2);

function vitest(name, ...args) {
  const report = join(folder, `${name}.json`);
  reports.push(report);
  const only = filters.length > 0 ? ['--passWithNoTests'] : [];
  const options = [...only, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return run(execPath, ['node_modules/vitest/vitest.mjs', 'run', ...options, ...args, ...filters]);
}

async function steps() {
  const browsers = [await ensureBrowser('chromium'), await ensureBrowser('firefox')];
  await ensureTools();
  const prepared = await wxt('prepare');
  const unit = await vitest('unit');
  const builds = [await wxt('build', '-b', 'chrome'), await wxt('build', '-b', 'firefox')];
  const built = builds.every((code) => code === 0);
  const e2e = built ? await vitest('e2e', '-c', 'e2e/vitest.config.ts') : 1;
  return prepared === 0 && unit === 0 && e2e === 0 && browsers.every(Boolean);
}

const ended = await steps();
const { passed, failed } = readCounts(reports);
rmSync(folder, { recursive: true, force: true });
console.log(`tests: ${passed} passed, ${failed} failed`);
exit(ended && failed === 0 ? 0 : 1);
