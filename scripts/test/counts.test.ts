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

  it('adds the files up and names those that failed', () => {
    const one = report(
      'one',
      file('a', 'passed', 'passed'),
      file('b', 'passed', 'failed'),
      file('c', 'passed'),
    );
    expect(readCounts(one)).toEqual({ passed: 4, failed: 1, failedFiles: ['b'] });
  });

  it('counts a file that could not start as a failure', () => {
    const broken = report('broken', { name: 'a', status: 'failed', assertionResults: [] });
    expect(readCounts(broken)).toEqual({ passed: 0, failed: 1, failedFiles: ['a'] });
  });

  it('counts a missing report as a failure, of a later run too', () => {
    expect(readCounts(join(folder, 'absent'))).toMatchObject({ passed: 0, failed: 1 });
    const first = report('first', file('a', 'failed'));
    expect(readCounts(first, [join(folder, 'absent')])).toMatchObject({ failed: 2 });
  });

  it('takes the last run of a file, and the first of the others', () => {
    const first = report('first', file('a', 'passed', 'failed'), file('b', 'passed'), file('c', 'failed'));
    const second = report('second', file('a', 'passed', 'passed'), file('c', 'failed'));
    expect(readCounts(first, [second])).toEqual({ passed: 3, failed: 1, failedFiles: ['c'] });
    const third = report('third', file('c', 'passed'));
    expect(readCounts(first, [second, third])).toEqual({ passed: 4, failed: 0, failedFiles: [] });
  });
});
