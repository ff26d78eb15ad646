import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCounts } from './counts.mjs';

describe('readCounts', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'seconde-counts-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function report(
    name: string,
    numPassedTests: number,
    numFailedTests: number,
    testResults: object[],
  ): string {
    const path = join(folder, name);
    writeFileSync(path, JSON.stringify({ numPassedTests, numFailedTests, testResults }));
    return path;
  }

  it('adds the reports up', () => {
    const one = report('one', 3, 0, [{ status: 'passed', assertionResults: [{ status: 'passed' }] }]);
    const two = report('two', 2, 1, [{ status: 'failed', assertionResults: [{ status: 'failed' }] }]);
    expect(readCounts([one, two])).toEqual({ passed: 5, failed: 1 });
  });

  it('counts a file that could not start as a failure', () => {
    const broken = report('broken', 0, 0, [{ status: 'failed', assertionResults: [] }]);
    expect(readCounts([broken])).toEqual({ passed: 0, failed: 1 });
  });

  it('counts a missing report as a failure', () => {
    expect(readCounts([join(folder, 'absent')])).toEqual({ passed: 0, failed: 1 });
  });
});
