import type { BenchResult } from '../bench.ts';
import { measureRecognition } from '../import/recognition.ts';

/** Whether every file is known as what it is, and as nothing else; and whether what is nothing is known as nothing. */
export async function run(): Promise<BenchResult> {
  return measureRecognition();
}
