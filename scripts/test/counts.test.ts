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

  interface TestFile {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }
  const file = (name: string, ...statuses: string[]): TestFile => ({
    name,
    status: statuses.includes('failed') ? 'failed' : 'passed',
    assertionResults: statuses.map((status) => ({ status })),
  });

  function report(name: string, ...testResults: TestFile[]): string {
    const path = join(folder, name);
    writeFileSync(path, JSON.stringify({ testResults }));
    return path;
  }

  it('adds the reports up and names the files that failed', () => {
    const one = report('one', file('a', 'passed', 'passed', 'passed'));
    const two = report('two', file('b', 'passed', 'failed'), file('c', 'passed'));
    expect(readCounts([one, two])).toEqual({ passed: 5, failed: 1, failedFiles: ['b'] });
  });

  it('counts a file that could not start as a failure', () => {
    const broken = report('broken', { name: 'a', status: 'failed', assertionResults: [] });
    expect(readCounts([broken])).toEqual({ passed: 0, failed: 1, failedFiles: ['a'] });
  });

  it('counts a missing report as a failure, of a second run too', () => {
    expect(readCounts([join(folder, 'absent')])).toMatchObject({ passed: 0, failed: 1 });
    const first = report('first', file('a', 'failed'));
    expect(readCounts([first], join(folder, 'absent'))).toMatchObject({ failed: 2 });
  });

  it('takes the second run of a file for the first, and the first of the others', () => {
    const first = report('first', file('a', 'passed', 'failed'), file('b', 'passed'), file('c', 'failed'));
    const second = report('second', file('a', 'passed', 'passed'), file('c', 'failed'));
    expect(readCounts([first], second)).toEqual({ passed: 3, failed: 1, failedFiles: ['c'] });
  });
});
