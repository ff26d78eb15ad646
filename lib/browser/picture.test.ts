import { afterEach, describe, expect, it, vi } from 'vitest';

import { fail } from '@/lib/errors';
import { pixelsOfBlob } from '@/lib/browser/picture';
import { readPicture } from '@/lib/browser/read-picture';

/** As much of a PNG as tells its size. */
function png(width: number, height: number): Blob {
  const head = new DataView(new ArrayBuffer(33));
  Array.from('\x89PNG\r\n\x1a\n').forEach((letter, i) => head.setUint8(i, letter.charCodeAt(0)));
  head.setUint32(8, 13);
  head.setUint32(12, 0x49484452);
  head.setUint32(16, width);
  head.setUint32(20, height);
  return new Blob([head.buffer]);
}

describe('a picture that cannot be read', () => {
  afterEach(() => vi.unstubAllGlobals());

  function unpacking(answer: () => Promise<unknown>) {
    const unpack = vi.fn(answer);
    vi.stubGlobal('createImageBitmap', unpack);
    return unpack;
  }

  it('of a hundred megapixels is refused before it is unpacked', async () => {
    const unpack = unpacking(async () => ({}));
    expect(await pixelsOfBlob(png(20_000, 5000))).toEqual(fail('picture-too-large'));
    expect(await readPicture(png(100_000, 100_000), 0)).toEqual(fail('picture-too-large'));
    expect(unpack).not.toHaveBeenCalled();
  });

  it.each([
    ['empty', new Blob([])],
    ['a text', new Blob(['otpauth://totp/a?secret=JBSWY3DPEHPK3PXP'])],
    ['a page', new Blob(['<!doctype html><svg></svg>'], { type: 'image/png' })],
  ])('%s: is no picture', async (_name, blob) => {
    const unpack = unpacking(async () => ({}));
    expect(await pixelsOfBlob(blob)).toEqual(fail('picture-unreadable'));
    expect(unpack).not.toHaveBeenCalled();
  });

  it('is corrupt behind its head', async () => {
    unpacking(() => Promise.reject(new DOMException('', 'InvalidStateError')));
    expect(await pixelsOfBlob(png(100, 100))).toEqual(fail('picture-unreadable'));
  });

  it('is larger than its head says', async () => {
    const close = vi.fn();
    unpacking(async () => ({ width: 10_000, height: 10_000, close }));
    expect(await pixelsOfBlob(png(10, 10))).toEqual(fail('picture-too-large'));
    expect(close).toHaveBeenCalledOnce();
  });

  it('as pixels of another size than they say is a mistake of the caller', async () => {
    const pixels = { width: 10, height: 10, data: new Uint8ClampedArray(4) };
    await expect(readPicture(pixels, 0)).rejects.toThrow(RangeError);
  });
});
