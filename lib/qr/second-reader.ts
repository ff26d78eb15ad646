import jsQR from 'jsqr';
import type { QRCode } from 'jsqr';

import type { QrReader } from '@/lib/qr/code';
import { pixelsOf } from '@/lib/qr/luminance';
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
 * An independent second opinion, `jsqr`: the only file that imports it, and itself imported by the worker only. It reads
 * one code, cannot be interrupted, and takes seconds on large noise: `decodeQr` gives it small cut-outs only. An empty
 * text of its is a miss, as it answers one for codes it could not make out.
 */
export const readWithJsqr: QrReader = async (luma) => {
  const found = jsQR(pixelsOf(luma).data, luma.width, luma.height);
  const text = found && wholeText(found);
  if (!found || !text) return [];
  const { topLeftCorner, topRightCorner, bottomRightCorner, bottomLeftCorner } = found.location;
  return [{ text, corners: [topLeftCorner, topRightCorner, bottomRightCorner, bottomLeftCorner] }];
};
