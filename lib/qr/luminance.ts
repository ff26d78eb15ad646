import type { Pixels } from '@/lib/qr/pixels';

/** One grey picture, 8 bits a pixel, rows from the top. What every step of the ladder works on. */
export interface Luma {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** More than any screen and most cameras; beyond it a page could exhaust the memory of the decoder. */
export const largestPicturePixels = 40_000_000;

/** `picture-too-large` for the caller. To be asked before anything is allocated for a picture. */
export function isPictureTooLarge(size: { readonly width: number; readonly height: number }): boolean {
  return size.width * size.height > largestPicturePixels;
}

function assertSize(width: number, height: number): void {
  if (!Number.isSafeInteger(width) || width < 1) throw new RangeError('"width" expected a positive integer');
  if (!Number.isSafeInteger(height) || height < 1)
    throw new RangeError('"height" expected a positive integer');
  if (isPictureTooLarge({ width, height })) {
    throw new RangeError(`"width" × "height" expected at most ${largestPicturePixels}`);
  }
}

function bytesFromBase64(text: string): Uint8Array {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

/**
 * The opaque grey picture that a captured luminance plane stands for.
 *
 * @param luma width × height bytes, or the same in base64
 * @throws RangeError when the size is not positive, above `largestPicturePixels`, or does not fit the bytes
 */
export function pixelsFromLuma(width: number, height: number, luma: string | Uint8Array): Pixels {
  assertSize(width, height);
  // Base64 grows by 4/3: a longer text cannot be of this picture and is not worth decoding.
  const fits = typeof luma !== 'string' || luma.length <= Math.ceil((width * height) / 3) * 4;
  const bytes = typeof luma !== 'string' ? luma : fits ? bytesFromBase64(luma) : new Uint8Array();
  if (bytes.length !== width * height) throw new RangeError('"luma" expected width × height bytes');
  const data = new Uint8ClampedArray(width * height * 4);
  for (let i = 0, o = 0; i < bytes.length; i++, o += 4) {
    const value = bytes[i] ?? 0;
    data[o] = data[o + 1] = data[o + 2] = value;
    data[o + 3] = 255;
  }
  return { width, height, data };
}

/** The same grey in the shape of `ImageData`, for readers that ask for it. */
export function pixelsOf(luma: Luma): Pixels {
  return pixelsFromLuma(luma.width, luma.height, luma.data);
}

function lumaOver(pixels: Pixels, background: 0 | 255): Luma {
  const { width, height, data } = pixels;
  assertSize(width, height);
  if (data.length !== width * height * 4) throw new RangeError('"pixels.data" expected 4 bytes a pixel');
  const luma = new Uint8Array(width * height);
  for (let i = 0, o = 0; i < luma.length; i++, o += 4) {
    // The weights 1:2:1 of the first reader, so that both see the same picture.
    const grey = (data[o]! + 2 * data[o + 1]! + data[o + 2]!) >> 2;
    const alpha = data[o + 3]!;
    luma[i] = alpha === 255 ? grey : (grey * alpha + background * (255 - alpha) + 127) / 255;
  }
  return { width, height, data: luma };
}

/** Luminance of a picture laid on white. @throws RangeError when the size and the bytes disagree */
export function lumaOnWhite(pixels: Pixels): Luma {
  return lumaOver(pixels, 255);
}

/** Luminance laid on black; `null` when no pixel is transparent, as it would be the same picture. */
export function lumaOnBlack(pixels: Pixels): Luma | null {
  for (let o = 3; o < pixels.data.length; o += 4) if (pixels.data[o] !== 255) return lumaOver(pixels, 0);
  return null;
}

/** Light for dark. */
export function inverted(luma: Luma): Luma {
  return { ...luma, data: luma.data.map((value) => 255 - value) };
}
