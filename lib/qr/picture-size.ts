/**
 * The size of a picture from the first bytes of its file, so that one that is too large is refused before anything is
 * allocated for it: PNG, JPEG, GIF, WebP, BMP, AVIF and HEIC.
 */

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Metadata comes before the size in a JPEG: as much of a file is looked at. */
export const headBytes = 1_048_576;

/** `null`: none of the formats, cut short, or without a size. */
export function pictureSize(bytes: Uint8Array): PictureSize | null {
  const head = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const says = (at: number, text: string) =>
    at + text.length <= bytes.length &&
    Array.from(text).every((letter, i) => bytes[at + i] === letter.charCodeAt(0));
  try {
    const size = says(1, 'PNG\r\n\x1a\n')
      ? { width: head.getUint32(16), height: head.getUint32(20) }
      : says(0, '\xff\xd8\xff')
        ? jpegSize(head)
        : says(0, 'GIF8')
          ? { width: head.getUint16(6, true), height: head.getUint16(8, true) }
          : says(0, 'RIFF') && says(8, 'WEBPVP8')
            ? webpSize(head)
            : says(0, 'BM')
              ? { width: head.getInt32(18, true), height: Math.abs(head.getInt32(22, true)) }
              : says(4, 'ftyp')
                ? boxedSize(head)
                : null;
    return size && size.width > 0 && size.height > 0 ? size : null;
  } catch {
    // Ends before its size.
    return null;
  }
}

function jpegSize(head: DataView): PictureSize | null {
  for (let at = 2; head.getUint8(at) === 0xff;) {
    const marker = head.getUint8(at + 1);
    // Start of frame, but for the three markers in between that are tables.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { width: head.getUint16(at + 7), height: head.getUint16(at + 5) };
    }
    // A marker may be preceded by any number of 0xff.
    at += marker === 0xff ? 1 : 2 + head.getUint16(at + 2);
  }
  return null;
}

function webpSize(head: DataView): PictureSize {
  switch (head.getUint8(15)) {
    case 0x58: // VP8X: three bytes each, less one
      return {
        width: 1 + (head.getUint32(24, true) & 0xffffff),
        height: 1 + (head.getUint32(26, true) >>> 8),
      };
    case 0x4c: {
      // VP8L: 14 bits each, less one, after a signature of one byte
      const bits = head.getUint32(21, true);
      return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
    }
    default: // VP8: after the frame tag and the start code; two bits of scale each
      return { width: head.getUint16(26, true) & 0x3fff, height: head.getUint16(28, true) & 0x3fff };
  }
}

/** The largest `ispe` of the boxes of an AVIF or HEIC: a thumbnail or a tile has one too. */
function boxedSize(head: DataView): PictureSize | null {
  let largest: PictureSize | null = null;
  for (let at = 8; at + 16 <= head.byteLength && at < 65_536; at++) {
    if (head.getUint32(at) !== 0x69737065) continue;
    const size = { width: head.getUint32(at + 8), height: head.getUint32(at + 12) };
    if (!largest || size.width * size.height > largest.width * largest.height) largest = size;
  }
  return largest;
}
