/** Draws QR codes as sites draw them: any module shape, any place, edges softened as browsers do. From nothing but numbers. */
import type { Pixels } from '@/lib/qr/pixels';
import type { Colour, Modules } from '@/lib/qr/testing/pictures';
import { black, blank, white } from '@/lib/qr/testing/pictures';

export type Shape = 'square' | 'dots' | 'rounded' | 'gapped';

export interface Look {
  readonly modules: Modules;
  readonly shape?: Shape;
  readonly roundFinders?: boolean;
  /** Side of a light square in the middle with a coloured disc in it, as a share of the code's side. */
  readonly logo?: number;
  readonly dark?: Colour;
  /** At the bottom right, for a gradient. */
  readonly darkEnd?: Colour;
  readonly light?: Colour;
  /** Light modules around the code. */
  readonly quiet?: number;
}

/** From a pixel of the picture to modules of the code, (0, 0) at its top left corner. */
export type Place = (x: number, y: number) => readonly [number, number];

export const scaledBy =
  (scale: number, left: number, top: number): Place =>
  (x, y) => [(x - left) / scale, (y - top) / scale];

/** Turned around the middle of a code of `side` modules, which stands at (x0, y0). */
export function turnedBy(angle: number, scale: number, side: number, x0: number, y0: number): Place {
  const [cos, sin] = [Math.cos(angle) / scale, Math.sin(angle) / scale];
  return (x, y) => [side / 2 + (x - x0) * cos + (y - y0) * sin, side / 2 - (x - x0) * sin + (y - y0) * cos];
}

function isDarkShape({ modules, shape = 'square', roundFinders }: Look, u: number, v: number): boolean {
  const side = modules.length;
  const [column, row] = [Math.floor(u), Math.floor(v)];
  const [near, far] = [3.5, side - 3.5];
  if (roundFinders) {
    for (const [x, y] of [
      [near, near],
      [far, near],
      [near, far],
    ] as const) {
      if (Math.max(Math.abs(u - x), Math.abs(v - y)) > 3.5) continue;
      const radius = Math.hypot(u - x, v - y);
      return radius < 1.6 || (radius > 2.5 && radius < 3.6);
    }
  }
  if (!modules[row]?.[column]) return false;
  const isFinder = (column < 7 && (row < 7 || row >= side - 7)) || (column >= side - 7 && row < 7);
  if (shape === 'square' || isFinder) return true;
  const [x, y] = [u - column - 0.5, v - row - 0.5];
  if (shape === 'dots') return Math.hypot(x, y) < 0.46;
  if (shape === 'gapped') return Math.max(Math.abs(x), Math.abs(y)) < 0.42;
  // Rounded: a corner is cut where both its neighbours are light.
  const isOpen = !modules[row]?.[column + Math.sign(x)] && !modules[row + Math.sign(y)]?.[column];
  return !isOpen || Math.hypot(Math.max(0, Math.abs(x) - 0.1), Math.max(0, Math.abs(y) - 0.1)) < 0.4;
}

function colourAt(look: Look, u: number, v: number): Colour | null {
  const { modules, logo = 0, quiet = 0, dark = black, light = white, darkEnd } = look;
  const side = modules.length;
  if (u < -quiet || v < -quiet || u >= side + quiet || v >= side + quiet) return null;
  const fromMiddle = [u - side / 2, v - side / 2] as const;
  if (logo > 0 && Math.max(Math.abs(fromMiddle[0]), Math.abs(fromMiddle[1])) < (logo * side) / 2) {
    return Math.hypot(...fromMiddle) < logo * side * 0.42 ? [200, 40, 60, 255] : light;
  }
  if (!isDarkShape(look, u, v)) return light;
  if (!darkEnd) return dark;
  const share = Math.min(1, Math.max(0, (u + v) / (2 * side)));
  const mixed = (channel: 0 | 1 | 2) => dark[channel] * (1 - share) + darkEnd[channel] * share;
  return [mixed(0), mixed(1), mixed(2), dark[3]];
}

/** @param samples a side of each pixel: 1 is nearest neighbour, 4 is soft edges */
export function paint(onto: Pixels, look: Look, place: Place, samples: number): void {
  const { width, height, data } = onto;
  const { quiet = 0, modules } = look;
  const reach = modules.length + 2 * quiet;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [u, v] = place(x + 0.5, y + 0.5);
      // Two modules of room: a pixel may be larger than a module.
      if (u < -quiet - 2 || v < -quiet - 2 || u > reach + 2 || v > reach + 2) continue;
      const at = (y * width + x) * 4;
      const sum = [0, 0, 0, 0];
      for (let sy = 0; sy < samples; sy++) {
        for (let sx = 0; sx < samples; sx++) {
          const [su, sv] = place(x + (sx + 0.5) / samples, y + (sy + 0.5) / samples);
          const colour = colourAt(look, su, sv);
          for (let channel = 0; channel < 4; channel++)
            sum[channel]! += colour ? colour[channel]! : data[at + channel]!;
        }
      }
      for (let channel = 0; channel < 4; channel++) data[at + channel] = sum[channel]! / samples ** 2;
    }
  }
}

/** The code alone, `scale` pixels a module. */
export function paintedAlone(look: Look, scale: number, samples: number, ground: Colour = white): Pixels {
  const { quiet = 0, modules } = look;
  const side = Math.ceil((modules.length + 2 * quiet) * scale);
  const picture = blank(side, side, ground);
  paint(picture, look, scaledBy(scale, quiet * scale, quiet * scale), samples);
  return picture;
}
