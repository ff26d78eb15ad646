import pngjs from 'pngjs';

import type { Pixels } from '@/lib/qr/pixels';

export function pngAddress({ width, height, data }: Pixels): string {
  const png = new pngjs.PNG({ width, height });
  png.data.set(data);
  return `data:image/png;base64,${pngjs.PNG.sync.write(png).toString('base64')}`;
}

export function pixelsOfPng(file: Uint8Array): Pixels {
  const { width, height, data } = pngjs.PNG.sync.read(Buffer.from(file));
  return { width, height, data: new Uint8ClampedArray(data) };
}

/** The part of a picture from (left, top), as much of it as there is. */
export function cut(picture: Pixels, left: number, top: number, right: number, bottom: number): Pixels {
  const [x0, y0] = [Math.max(0, Math.floor(left)), Math.max(0, Math.floor(top))];
  const [x1, y1] = [Math.min(picture.width, Math.ceil(right)), Math.min(picture.height, Math.ceil(bottom))];
  const data = new Uint8ClampedArray((x1 - x0) * (y1 - y0) * 4);
  for (let y = y0; y < y1; y++) {
    const row = picture.data.subarray((y * picture.width + x0) * 4, (y * picture.width + x1) * 4);
    data.set(row, (y - y0) * (x1 - x0) * 4);
  }
  return { width: x1 - x0, height: y1 - y0, data };
}
