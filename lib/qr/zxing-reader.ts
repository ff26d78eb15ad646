import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { ReaderOptions } from 'zxing-wasm/reader';

import { mostCodes } from '@/lib/qr/code';
import type { QrReader } from '@/lib/qr/code';
import { pixelsOf } from '@/lib/qr/luminance';

const options: ReaderOptions = {
  // Not 'QRCode', which reads Micro QR and rMQR too. Model 1 is the first QR code there was.
  formats: ['QRCodeModel2', 'QRCodeModel1'],
  tryHarder: true,
  tryRotate: true,
  tryInvert: true,
  tryDownscale: true,
  tryDenoise: true,
  // As it stands in the code: neither brackets for GS1 nor names for control characters.
  textMode: 'Plain',
  // One more tells that there are more.
  maxNumberOfSymbols: mostCodes + 1,
};

/**
 * A reader in WebAssembly, zxing-cpp: what photographs, curved paper and heavy dirt ask for. Imported by the worker only.
 *
 * @param loadWasm asked at the first reading and never again; the package's own address of it is not in our builds
 */
export function createZxingReader(loadWasm: () => Promise<ArrayBuffer>): QrReader {
  let ready: Promise<unknown> | undefined;
  const prepare = async (): Promise<void> => {
    const wasmBinary = await loadWasm();
    await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  };
  return async (luma) => {
    try {
      await (ready ??= prepare());
      // `ImageData` is not everywhere, and nothing but its size and bytes is read.
      const found = await readBarcodes(pixelsOf(luma) as unknown as ImageData, options);
      return found.map(({ text, position: { topLeft, topRight, bottomRight, bottomLeft } }) => ({
        text,
        corners: [topLeft, topRight, bottomRight, bottomLeft],
      }));
    } catch {
      // Out of memory, or it may not start here: the other readers still may read.
      return [];
    }
  };
}
