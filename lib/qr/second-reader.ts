import type { QRCode } from 'jsqr';

import type { QrReader } from '@/lib/qr/decode';
import { textFromBytes } from '@/lib/qr/text';

/**
 * The whole text, segment by segment: jsqr 1.4.0's own `data` leaves out every byte segment that is not UTF-8, and
 * what remains would pass for the text.
 */
function wholeText({ chunks }: QRCode): string {
  let designator: number | undefined;
  let text = '';
  for (const chunk of chunks) {
    if ('assignmentNumber' in chunk) designator = chunk.assignmentNumber;
    else if ('text' in chunk && String(chunk.type) !== 'byte') text += chunk.text;
    else if ('bytes' in chunk) text += textFromBytes(Uint8Array.from(chunk.bytes), designator);
  }
  return text;
}

/**
 * An independent second opinion, `jsqr`: the only file that imports it, and only on a first miss, since it is nearly half
 * of the background. It reads one code, cannot be interrupted, and takes seconds on large noise: `decodeQr` gives it small
 * cut-outs only.
 */
export const readWithJsqr: QrReader = async (pixels) => {
  const { default: jsQR } = await import('jsqr');
  const found = jsQR(pixels.data, pixels.width, pixels.height);
  return found ? [wholeText(found)] : [];
};
