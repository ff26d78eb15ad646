import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';

import { pictureSize } from '@/lib/qr/picture-size';

/** `L` and `B`: 32 bits, low or high byte first; `l` and `b`: 16 bits. */
function bytesOf(...parts: (string | number | [string, number])[]): Uint8Array {
  const bytes: number[] = [];
  for (const part of parts) {
    if (typeof part === 'number') bytes.push(part);
    else if (typeof part === 'string') bytes.push(...Array.from(part, (letter) => letter.charCodeAt(0)));
    else {
      const [kind, value] = part;
      const width = kind.toLowerCase() === kind ? 2 : 4;
      const low = Array.from({ length: width }, (_, i) => (value >>> (8 * i)) & 255);
      bytes.push(...(kind.toLowerCase() === 'l' ? low : low.toReversed()));
    }
  }
  return Uint8Array.from(bytes);
}

const app1 = bytesOf(0xff, 0xe1, ['b', 40_002], 'x'.repeat(40_000));
const sof = (width: number, height: number) =>
  bytesOf(0xff, 0xc2, ['b', 17], 8, ['b', height], ['b', width], 3);
const join = (...all: Uint8Array[]) => Uint8Array.from(all.flatMap((one) => [...one]));
const box = (width: number, height: number) => bytesOf('ispe', ['B', 0], ['B', width], ['B', height]);

describe('the size of a picture, from its first bytes', () => {
  it.each([
    ['a PNG', new Uint8Array(PNG.sync.write(new PNG({ width: 31, height: 17 }))), [31, 17]],
    [
      'a PNG that says more than it holds',
      bytesOf(0x89, 'PNG\r\n\x1a\n', ['B', 13], 'IHDR', ['B', 20_000], ['B', 5000]),
      [20_000, 5000],
    ],
    ['a JPEG behind its metadata', join(bytesOf(0xff, 0xd8), app1, bytesOf(0xff), sof(640, 480)), [640, 480]],
    ['a JPEG behind a table', join(bytesOf(0xff, 0xd8, 0xff, 0xc4, ['b', 4], 0, 0), sof(9, 8)), [9, 8]],
    ['a GIF', bytesOf('GIF89a', ['l', 300], ['l', 200]), [300, 200]],
    [
      'a lossy WebP',
      bytesOf(
        'RIFF',
        ['L', 99],
        'WEBPVP8 ',
        ['L', 80],
        1,
        2,
        3,
        0x9d,
        1,
        0x2a,
        ['l', 0x4000 + 75],
        ['l', 50],
      ),
      [75, 50],
    ],
    [
      'a lossless WebP',
      bytesOf('RIFF', ['L', 99], 'WEBPVP8L', ['L', 80], 0x2f, ['L', (299 << 14) | 399]),
      [400, 300],
    ],
    [
      'an extended WebP',
      bytesOf('RIFF', ['L', 99], 'WEBPVP8X', ['L', 10], ['L', 16], 0x0f, 0x27, 0, 0x87, 0x13, 0),
      [10_000, 5000],
    ],
    [
      'a BMP, top down',
      bytesOf('BM', ['L', 0], ['L', 0], ['L', 54], ['L', 40], ['L', 64], ['L', -32]),
      [64, 32],
    ],
    [
      'an AVIF with a thumbnail',
      join(bytesOf(['B', 24], 'ftypavif'), box(160, 90), box(1920, 1080)),
      [1920, 1080],
    ],
  ])('%s', (_name, bytes, [width, height]) => {
    expect(pictureSize(bytes)).toEqual({ width, height });
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['a text', bytesOf('otpauth://totp/a?secret=JBSWY3DPEHPK3PXP')],
    ['a PDF', bytesOf('%PDF-1.7\n')],
    ['a drawing', bytesOf('<svg xmlns="http://www.w3.org/2000/svg">')],
    ['a PNG cut short', bytesOf(0x89, 'PNG\r\n\x1a\n', ['B', 13], 'IHDR')],
    ['a PNG without a width', bytesOf(0x89, 'PNG\r\n\x1a\n', ['B', 13], 'IHDR', ['B', 0], ['B', 5])],
    ['a JPEG of metadata only', join(bytesOf(0xff, 0xd8), app1)],
    ['a JPEG that goes astray', bytesOf(0xff, 0xd8, 0xff, 0xe1, ['b', 2], 'oops')],
  ])('%s has none', (_name, bytes) => {
    expect(pictureSize(bytes)).toBeNull();
  });
});
