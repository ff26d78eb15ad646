/** The reader of the worker, for tests and benches: its WebAssembly from the package, as the build copies it. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

import type { QrReader } from '@/lib/qr/code';
import { createZxingReader } from '@/lib/qr/zxing-reader';

export function zxingReader(): QrReader {
  const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  return createZxingReader(async () => new Uint8Array(await readFile(file)).buffer);
}
