import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import type { Bench } from './bench.ts';

const folder = join(import.meta.dirname, 'benches');

/** Every file of bench/benches is a bench of its name: adding one needs nothing else. */
export function benchNames(): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();
}

/** @throws RangeError for a name without a file, TypeError for a file without `run` */
export async function loadBench(name: string): Promise<Bench> {
  if (!benchNames().includes(name)) {
    throw new RangeError(`no bench is named "${name}"; there are: ${benchNames().join(', ')}`);
  }
  const file = join(folder, `${name}.ts`);
  const loaded: unknown = existsSync(file) ? await import(pathToFileURL(file).href) : null;
  if (!isBench(loaded)) throw new TypeError(`bench/benches/${name}.ts exports no run()`);
  return loaded;
}

function isBench(value: unknown): value is Bench {
  return typeof value === 'object' && value !== null && 'run' in value && typeof value.run === 'function';
}
