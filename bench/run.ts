/**
 * `node bench/run.ts NAME` prints one JSON object, the bench of that name, on standard output; `NAME PART…` only parts of it, where it
 * has some.
 * `node bench/run.ts` runs them all and rewrites bench/results.md.
 * Ends with 1 when a bench cannot run; a goal that does not hold is a finding, not a failure.
 */
import './alias.ts';

import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';

import type { BenchResult } from './bench.ts';
import { benchNames, loadBench } from './registry.ts';
import { resultsPage } from './results-page.ts';

// Standard output holds the JSON and nothing else, whatever a bench or a package it loads prints.
const output = process.stdout.write.bind(process.stdout);
process.stdout.write = process.stderr.write.bind(process.stderr) as typeof process.stdout.write;

async function runAll(): Promise<void> {
  const results: BenchResult[] = [];
  for (const name of benchNames()) {
    console.error(`bench ${name}`);
    results.push(await (await loadBench(name)).run());
  }
  const machine = `Node ${process.versions.node} on ${cpus().length} cores`;
  writeFileSync(join(import.meta.dirname, 'results.md'), resultsPage(results, machine));
  for (const { name, figures } of results) {
    for (const { figure, value, unit, goal, holds } of figures) {
      if (holds === false) console.error(`does not hold: ${name}: ${figure}: ${value} ${unit}, goal ${goal}`);
    }
  }
}

const [name, ...parts] = process.argv.slice(2);
try {
  if (name === undefined) await runAll();
  else output(`${JSON.stringify(await (await loadBench(name)).run(parts), null, 2)}\n`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
