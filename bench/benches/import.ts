import type { BenchResult } from '../bench.ts';
import { measureImport } from '../import/files.ts';

/** Per sample file: entries expected and exact; then ten thousand entries from the file to the vault. */
export async function run(): Promise<BenchResult> {
  return measureImport();
}
