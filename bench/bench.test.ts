import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { atLeast, atMost, known, quantile, rounded } from './bench.ts';
import { benchNames, loadBench } from './registry.ts';
import { resultsPage } from './results-page.ts';

describe('figures', () => {
  it('hold at their limit, not beyond, and not when unmeasured', () => {
    expect([1, 2, 3, null].map((value) => atMost(2, 'f', value, 'ms').holds)).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect([1, 2, 3, null].map((value) => atLeast(2, 'f', value, '%').holds)).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(known('f', 1, 'ms')).toMatchObject({ goal: null, holds: null });
  });

  it('are ranked and rounded', () => {
    expect(quantile([3, 1, 2], 0.5)).toBe(2);
    expect(quantile([5], 0.95)).toBe(5);
    expect(() => quantile([], 0.5)).toThrow(RangeError);
    expect([0.012345, 12.345, 1234.5].map(rounded)).toEqual([0.0123, 12.3, 1235]);
  });
});

describe('the registry', () => {
  it('knows a bench by its file, and each has a run', async () => {
    expect(benchNames()).toContain('size');
    for (const name of benchNames()) expect(typeof (await loadBench(name)).run).toBe('function');
  });

  it('refuses a name without a file', async () => {
    await expect(loadBench('../run')).rejects.toThrow('no bench is named "../run"; there are: ');
  });
});

it('writes a page that says what does not hold', () => {
  const figures = [atMost(1, 'a | b', 2, 'ms'), atMost(1, 'c', null, 'KiB'), known('d', 3, 'MP')];
  const page = resultsPage([{ name: 'some', figures, details: {} }], 'a machine');
  expect(page).toContain('## some');
  expect(page).toContain('| a \\| b | 2 | ms | ≤ 1 | **no** |');
  expect(page).toContain('| c | not measured | KiB | ≤ 1 | **no** |');
  expect(page).toContain('| d | 3 | MP |  |  |');
});

it('keeps standard output for the answer', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [
    join(import.meta.dirname, 'run.ts'),
    'no-such',
  ]);
  expect(status).toBe(1);
  expect(stdout.toString()).toBe('');
  expect(stderr.toString()).toContain('no bench is named "no-such"');
});
