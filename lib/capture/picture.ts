/** Pixels of one drawable thing, as the decoder wants them. */
import type { CapturedPicture } from '@/lib/fields/page-contract';

export type Drawable = HTMLImageElement | HTMLCanvasElement | OffscreenCanvas;

const mostSide = 1600;

/** Small codes are enlarged by whole numbers: a decoder wants several pixels a module. */
export function scaleFor(width: number, height: number): number {
  const side = Math.max(width, height);
  if (side > mostSide) return mostSide / side;
  return side < 100 ? 3 : side < 200 ? 2 : 1;
}

/** The quiet zone that pages forget: a tenth of the picture, 16 px at least. */
export const marginFor = (width: number, height: number): number =>
  Math.max(16, Math.ceil(Math.max(width, height) * 0.1));

/** One number a pixel, red lowest: every machine that runs a browser is little-endian. */
const pixelsOf = (rgba: Uint8ClampedArray): Uint32Array =>
  new Uint32Array(rgba.buffer, rgba.byteOffset, rgba.length / 4);

/** RGBA to luminance (ITU-R BT.601, in 1/256) over a backdrop of 0 or 255. */
export function lumaOver(rgba: Uint8ClampedArray, backdrop: number): Uint8Array {
  const luma = new Uint8Array(rgba.length / 4);
  let at = 0;
  for (const pixel of pixelsOf(rgba)) {
    const grey = (77 * (pixel & 255) + 150 * ((pixel >> 8) & 255) + 29 * ((pixel >> 16) & 255)) >> 8;
    const alpha = pixel >>> 24;
    luma[at++] = (grey * alpha + backdrop * (255 - alpha)) / 255;
  }
  return luma;
}

/** Some pixel of the drawn part, margin left out, lets the backdrop through. */
export function hasAlpha(rgba: Uint8ClampedArray, width: number, margin: number): boolean {
  const pixels = pixelsOf(rgba);
  const height = pixels.length / width;
  for (let y = margin; y < height - margin; y++) {
    const row = pixels.subarray(y * width + margin, (y + 1) * width - margin);
    if (row.some((pixel) => pixel >>> 24 < 255)) return true;
  }
  return false;
}

/** base64 in pieces: an argument list has a limit, and a string grown byte by byte is slow. */
export function toBase64(bytes: Uint8Array): string {
  const modern = bytes as Uint8Array & { toBase64?(): string };
  if (modern.toBase64) return modern.toBase64();
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x8000)
    pieces.push(String.fromCharCode.apply(null, bytes.subarray(at, at + 0x8000) as unknown as number[]));
  return btoa(pieces.join(''));
}

/**
 * Draws `source` at `width` × `height` CSS px (scaled by scaleFor) on a canvas that is in no document.
 * Throws a SecurityError when the picture is of another origin, as the canvas does.
 */
export function pictureOf(source: Drawable, width: number, height: number, aimed: boolean): CapturedPicture {
  const scale = scaleFor(width, height);
  const w = Math.max(1, Math.round(width * scale));
  const h = Math.max(1, Math.round(height * scale));
  const margin = marginFor(w, h);
  const canvas = new OffscreenCanvas(w + 2 * margin, h + 2 * margin);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new TypeError('source: no canvas to draw it on');
  context.imageSmoothingEnabled = scale < 1;
  context.drawImage(source, margin, margin, w, h);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  return {
    width: canvas.width,
    height: canvas.height,
    luma: toBase64(lumaOver(data, 255)),
    lumaOnBlack: hasAlpha(data, canvas.width, margin) ? toBase64(lumaOver(data, 0)) : null,
    aimed,
  };
}
