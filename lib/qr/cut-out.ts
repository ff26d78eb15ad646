/** One place of a picture of a tab. */
import type { Pixels } from './pixels';

/** CSS px from the corner of the view; `viewWidth` tells how many pixels one of them is, whatever the zoom and the screen. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly viewWidth: number;
}

/** Around a place: a quiet zone, and what a scroll bar may have shifted. CSS px. */
const marginOf = ({ width, height }: Place): number => 16 + 0.1 * Math.max(width, height);

/** The pixels of a place and a margin around it; all of them where the place is not in the picture. */
export function cutOut(pixels: Pixels, place: Place): Pixels {
  const scale = pixels.width / place.viewWidth;
  const margin = marginOf(place);
  const within = (at: number, most: number): number => Math.min(Math.max(0, Math.round(at * scale)), most);
  const left = within(place.x - margin, pixels.width);
  const top = within(place.y - margin, pixels.height);
  const width = within(place.x + place.width + margin, pixels.width) - left;
  const height = within(place.y + place.height + margin, pixels.height) - top;
  if (!(width > 0 && height > 0)) return pixels;
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++) {
    const start = ((top + y) * pixels.width + left) * 4;
    data.set(pixels.data.subarray(start, start + width * 4), y * width * 4);
  }
  return { width, height, data };
}
