/** What happens to a picture on its way: another size, compression, a camera's noise. */
import type { Pixels } from '@/lib/qr/pixels';
import type { Random } from '@/lib/qr/testing/pictures';
import { blank } from '@/lib/qr/testing/pictures';

/** Between pixels by their distance when it grows, by area when it shrinks, as browsers scale pictures. */
export function resized(picture: Pixels, factor: number): Pixels {
  const [width, height] = [Math.round(picture.width * factor), Math.round(picture.height * factor)];
  const out = blank(width, height);
  const step = 1 / factor;
  const taps = Math.max(1, Math.ceil(step));
  const at = (x: number, y: number, channel: number) =>
    picture.data[
      (Math.min(picture.height - 1, Math.max(0, y)) * picture.width +
        Math.min(picture.width - 1, Math.max(0, x))) *
        4 +
        channel
    ]!;
  const between = (x: number, y: number, channel: number) => {
    const [left, top] = [Math.floor(x), Math.floor(y)];
    const [right, down] = [x - left, y - top];
    const upper = at(left, top, channel) * (1 - right) + at(left + 1, top, channel) * right;
    const lower = at(left, top + 1, channel) * (1 - right) + at(left + 1, top + 1, channel) * right;
    return upper * (1 - down) + lower * down;
  };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let channel = 0; channel < 4; channel++) {
        let sum = 0;
        for (let sy = 0; sy < taps; sy++)
          for (let sx = 0; sx < taps; sx++)
            sum += between(
              (x + (sx + 0.5) / taps) * step - 0.5,
              (y + (sy + 0.5) / taps) * step - 0.5,
              channel,
            );
        out.data[(y * width + x) * 4 + channel] = sum / taps ** 2;
      }
    }
  }
  return out;
}

/** ISO/IEC 10918-1 annex K, table K.1. */
const quantisation = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22,
  29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103,
  121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
];
const cosines = Array.from({ length: 64 }, (_, i) => {
  const [frequency, at] = [i >> 3, i & 7];
  return (frequency === 0 ? Math.SQRT1_2 : 1) * 0.5 * Math.cos(((2 * at + 1) * frequency * Math.PI) / 16);
});

/** A grey picture as JPEG of this quality keeps it: blocks of 8 × 8, their frequencies rounded. */
export function compressed(picture: Pixels, quality: number): Pixels {
  const { width, height } = picture;
  const out = blank(width, height);
  const scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
  const steps = quantisation.map((step) => Math.max(1, Math.floor((step * scale + 50) / 100)));
  const block = new Float64Array(64);
  const half = new Float64Array(64);
  /** Rows, then columns; `back` from frequencies to places. */
  const transform = (back: boolean) => {
    const factor = (k: number, i: number) => cosines[back ? i * 8 + k : k * 8 + i]!;
    for (let row = 0; row < 8; row++)
      for (let k = 0; k < 8; k++) {
        let sum = 0;
        for (let i = 0; i < 8; i++) sum += factor(k, i) * block[row * 8 + i]!;
        half[row * 8 + k] = sum;
      }
    for (let column = 0; column < 8; column++)
      for (let k = 0; k < 8; k++) {
        let sum = 0;
        for (let i = 0; i < 8; i++) sum += factor(k, i) * half[i * 8 + column]!;
        block[k * 8 + column] = sum;
      }
  };
  for (let top = 0; top < height; top += 8) {
    for (let left = 0; left < width; left += 8) {
      for (let i = 0; i < 64; i++) {
        const x = Math.min(width - 1, left + (i & 7));
        const y = Math.min(height - 1, top + (i >> 3));
        block[i] = picture.data[(y * width + x) * 4]! - 128;
      }
      transform(false);
      for (let i = 0; i < 64; i++) block[i] = Math.round(block[i]! / steps[i]!) * steps[i]!;
      transform(true);
      for (let i = 0; i < 64; i++) {
        const [x, y] = [left + (i & 7), top + (i >> 3)];
        if (x >= width || y >= height) continue;
        const value = block[i]! + 128;
        out.data.set([value, value, value], (y * width + x) * 4);
      }
    }
  }
  return out;
}

/** Adds noise of about this many grey levels, and a light that falls off to one side. */
export function photographed(picture: Pixels, random: Random, levels: number): Pixels {
  const { width, height } = picture;
  const out = blank(width, height);
  const fall = 0.4 * random();
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const light = 1 - fall * (x / width);
      const offset = (random() + random() + random() - 1.5) * 2 * levels;
      for (let channel = 0; channel < 3; channel++) {
        const at = (y * width + x) * 4 + channel;
        out.data[at] = picture.data[at]! * light * 0.85 + 10 + offset;
      }
    }
  }
  return out;
}
