/**
 * lib/qr: pixels in, texts out. Pure; the deadline is an argument.
 */

/** RGBA, 8 bits each, rows from the top; the shape of `ImageData`. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}
