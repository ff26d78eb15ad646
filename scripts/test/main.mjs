/**
 * The steps of `npm test`, `npm run test:long` and `npm run test:screens`. A failed step does not hide the next ones, except a build without which
 * nothing can be tried. Words given (`npm test -- lib/otp`) keep only the test files whose path has one of them.
 * Ends with one line, `tests: N passed, N failed`, and an exit code that says whether all is well.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { argv, cwd, env, execPath, exit } from 'node:process';
import { run } from '../bootstrap.mjs';
import { ensureBrowser, ensureTools } from '../setup-browser.mjs';
import { readCounts } from './counts.mjs';

/** More files than this are no trouble of a browser. */
const mostFilesAgain = 6;
const mostRuns = 3;

const folder = mkdtempSync(join(tmpdir(), 'seconde-tests-'));
const wxt = (...args) => run(execPath, ['node_modules/wxt/bin/wxt.mjs', ...args]);
const suite = ['long', 'screens'].find((name) => argv.includes(`--${name}`));
const filters = argv.slice(2).filter((word) => word !== `--${suite}`);
if (suite) env.SECONDE_SUITE = suite;

async function vitest(name, ...args) {
  const report = join(folder, `${name}.json`);
  const only = filters.length > 0 ? ['--passWithNoTests'] : [];
  const options = [...only, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await run(execPath, ['node_modules/vitest/vitest.mjs', 'run', ...options, ...args]);
  return { report, code };
}

async function unitTests() {
  const { report, code } = await vitest('unit', ...filters);
  const { passed, failed } = readCounts(report);
  return { passed, failed: code === 0 ? failed : Math.max(1, failed), runAgain: [] };
}

/** docs/decisions/0005-runs-of-a-file.md: a file of real browsers that fails is run again, alone, and named. */
async function browserTests() {
  const config = ['-c', 'e2e/vitest.config.ts'];
  const first = await vitest('e2e', ...config, ...filters);
  let { code } = first;
  let counts = readCounts(first.report);
  const again = [];
  const runAgain = counts.failedFiles.map((path) => relative(cwd(), path));
  while (
    counts.failedFiles.length > 0 &&
    counts.failedFiles.length <= mostFilesAgain &&
    again.length + 1 < mostRuns
  ) {
    const files = counts.failedFiles.map((path) => relative(cwd(), path));
    console.log(`\nRun ${again.length + 2}, alone: ${files.join(', ')}\n`);
    const run = await vitest(`e2e-${again.length + 2}`, ...config, '--maxWorkers=1', ...files);
    again.push(run.report);
    code = run.code;
    counts = readCounts(first.report, again);
  }
  const failed = code === 0 ? counts.failed : Math.max(1, counts.failed);
  return { passed: counts.passed, failed, runAgain: again.length > 0 ? runAgain : [] };
}

async function steps() {
  const browsers = [await ensureBrowser('chromium'), await ensureBrowser('firefox')];
  await ensureTools();
  const prepared = await wxt('prepare');
  const done = suite ? [] : [await unitTests()];
  const builds = [await wxt('build', '-b', 'chrome'), await wxt('build', '-b', 'firefox')];
  if (builds.every((code) => code === 0)) done.push(await browserTests());
  else done.push({ passed: 0, failed: 1, runAgain: [] });
  return { done, ready: prepared === 0 && browsers.every(Boolean) };
}

const { done, ready } = await steps();
rmSync(folder, { recursive: true, force: true });
const passed = done.reduce((sum, step) => sum + step.passed, 0);
const failed = done.reduce((sum, step) => sum + step.failed, 0);
const again = done.flatMap(({ runAgain }) => runAgain);
const note = again.length === 0 ? '' : `; run again: ${again.join(', ')}`;
console.log(`tests: ${passed} passed, ${failed} failed${note}`);
exit(ready && failed === 0 ? 0 : 1);
