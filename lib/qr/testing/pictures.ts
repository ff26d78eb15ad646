/** Pictures of QR codes drawn from nothing but a seed, for the tests and the benches of lib/qr. */
import { encodeQR } from 'qr';
import type { ErrorCorrection } from 'qr';

import type { Pixels } from '@/lib/qr/pixels';

export type Random = () => number;

/** mulberry32: numbers in [0, 1), the same ones on every machine. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const between = (random: Random, least: number, most: number) =>
  least + Math.floor(random() * (most - least + 1));
export const among = <T>(random: Random, all: readonly T[]): T => all[Math.floor(random() * all.length)]!;

/** RGBA. */
export type Colour = readonly [number, number, number, number];
export const black: Colour = [0, 0, 0, 255];
export const white: Colour = [255, 255, 255, 255];
export const grey = (level: number): Colour => [level, level, level, 255];

/** One module an entry, `true` dark, without a quiet zone. */
export type Modules = readonly (readonly boolean[])[];

export interface ModuleOptions {
  readonly ecc?: ErrorCorrection;
  readonly version?: number;
  readonly textEncoder?: (text: string) => Uint8Array;
}

export function modulesOf(text: string, { ecc = 'medium', ...options }: ModuleOptions = {}): Modules {
  // The package draws a border of one module at least.
  const bordered = encodeQR(text, 'raw', { ecc, border: 1, ...options });
  return bordered.slice(1, -1).map((row) => row.slice(1, -1));
}

export function blank(width: number, height: number, colour: Colour = white): Pixels {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let o = 0; o < data.length; o += 4) data.set(colour, o);
  return { width, height, data };
}

export interface Drawing {
  readonly x?: number;
  readonly y?: number;
  /** Pixels a module; fractions fall on the nearest pixel. */
  readonly scale?: number;
  readonly dark?: Colour;
  readonly light?: Colour;
}

/** Draws the modules on the picture, in place. */
export function draw(
  onto: Pixels,
  modules: Modules,
  { x = 0, y = 0, scale = 4, dark = black, light = white }: Drawing = {},
) {
  const side = Math.round(modules.length * scale);
  for (let py = 0; py < side; py++) {
    for (let px = 0; px < side; px++) {
      const isDark = modules[Math.floor(py / scale)]?.[Math.floor(px / scale)];
      onto.data.set(isDark ? dark : light, ((y + py) * onto.width + x + px) * 4);
    }
  }
}

/** The modules alone in a picture, with a quiet zone of `border` modules. */
export function pictureOf(modules: Modules, drawing: Drawing & { readonly border?: number } = {}): Pixels {
  const { scale = 4, border = 4, light = white } = drawing;
  const margin = Math.round(border * scale);
  const side = Math.round(modules.length * scale) + 2 * margin;
  const picture = blank(side, side, light);
  draw(picture, modules, { ...drawing, x: margin, y: margin });
  return picture;
}

/** Black and white squares of `block` pixels: the hardest picture for a reader. */
export function noise(width: number, height: number, block: number, random: Random): Pixels {
  const picture = blank(width, height);
  for (let y = 0; y < height; y += block) {
    for (let x = 0; x < width; x += block) {
      const colour = random() < 0.5 ? black : white;
      for (let py = y; py < Math.min(y + block, height); py++) {
        for (let px = x; px < Math.min(x + block, width); px++)
          picture.data.set(colour, (py * width + px) * 4);
      }
    }
  }
  return picture;
}

/** Gaussian blur of an opaque grey picture. */
export function blurred(picture: Pixels, sigma: number): Pixels {
  const radius = Math.ceil(3 * sigma);
  const weights = Array.from({ length: 2 * radius + 1 }, (_, i) =>
    Math.exp(-((i - radius) ** 2) / (2 * sigma * sigma)),
  );
  const sum = weights.reduce((a, b) => a + b, 0);
  const pass = (source: ArrayLike<number>, stepX: number, stepY: number) => {
    const out = new Float64Array(picture.width * picture.height);
    for (let y = 0; y < picture.height; y++) {
      for (let x = 0; x < picture.width; x++) {
        let value = 0;
        for (let i = -radius; i <= radius; i++) {
          const sx = Math.min(picture.width - 1, Math.max(0, x + i * stepX));
          const sy = Math.min(picture.height - 1, Math.max(0, y + i * stepY));
          value += weights[i + radius]! * source[sy * picture.width + sx]!;
        }
        out[y * picture.width + x] = value / sum;
      }
    }
    return out;
  };
  const plane = Float64Array.from({ length: picture.width * picture.height }, (_, i) => picture.data[4 * i]!);
  const result = pass(pass(plane, 1, 0), 0, 1);
  const out = blank(picture.width, picture.height);
  result.forEach((value, i) => out.data.set([value, value, value], 4 * i));
  return out;
}

/** An `otpauth:` address of ordinary length, made up from the seed. */
export function enrolmentText(random: Random): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const pick = (length: number) => Array.from({ length }, () => letters[Math.floor(random() * 32)]).join('');
  const issuer = pick(4 + Math.floor(random() * 12));
  const secret = pick([16, 26, 32, 52][Math.floor(random() * 4)]!);
  return `otpauth://totp/${issuer}:${pick(8)}@example.com?secret=${secret}&issuer=${issuer}&algorithm=SHA1&digits=6&period=30`;
}

/** Seen from the side: the right edge is `share` as high as the left one. Grey, opaque. */
export function foreshortened(picture: Pixels, share: number): Pixels {
  const { width, height } = picture;
  const out = blank(width, height);
  for (let x = 0; x < width; x++) {
    // Straight lines stay straight: heights fall evenly, and places with them.
    const shown = 1 - (x / width) * (1 - share);
    const sourceX = Math.floor((share * x) / shown);
    for (let y = 0; y < height; y++) {
      const sourceY = Math.round(height / 2 + (y - height / 2) / shown);
      if (sourceY < 0 || sourceY >= height) continue;
      out.data.set(
        picture.data.subarray((sourceY * width + sourceX) * 4, (sourceY * width + sourceX) * 4 + 4),
        (y * width + x) * 4,
      );
    }
  }
  return out;
}
