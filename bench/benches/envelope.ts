import type { BenchResult } from '../bench.ts';
import { measureEnvelopes } from '../vault/envelope.ts';

/** Changed envelopes, and what others know of WebCrypto's mistakes. */
export async function run(): Promise<BenchResult> {
  return measureEnvelopes();
}
