import jsQR from 'jsqr';

import type { QrReader } from '@/lib/qr/decode';
import { textFromBytes } from '@/lib/qr/text';

/**
 * An independent second opinion, `jsqr`: the only file that imports it, so that it can be loaded on a first miss. It
 * reads one code, cannot be interrupted, and takes seconds on large noise: `decodeQr` gives it small cut-outs only.
 */
export const readWithJsqr: QrReader = async (pixels) => {
  const found = jsQR(pixels.data, pixels.width, pixels.height);
  if (!found) return [];
  // jsqr 1.4.0 answers an empty text when a single byte is not UTF-8.
  return [found.data || textFromBytes(Uint8Array.from(found.binaryData))];
};
