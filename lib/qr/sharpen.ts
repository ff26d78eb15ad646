import type { Luma } from '@/lib/qr/luminance';

type Plane = Float32Array;

/** Box average along the rows by a running sum: linear in the pixels, whatever the radius. */
function averageRows(from: Plane, to: Plane, width: number, height: number, radius: number): void {
  const share = 1 / (2 * radius + 1);
  for (let y = 0; y < height; y++) {
    const start = y * width;
    const end = start + width - 1;
    let sum = from[start]! * radius;
    for (let i = 0; i <= radius; i++) sum += from[Math.min(end, start + i)]!;
    for (let o = start; o <= end; o++) {
      to[o] = sum * share;
      sum += from[Math.min(end, o + radius + 1)]! - from[Math.max(start, o - radius)]!;
    }
  }
}

/** The same along the columns, all of them at once: memory is read in its order. */
function averageColumns(from: Plane, to: Plane, width: number, height: number, radius: number): void {
  const share = 1 / (2 * radius + 1);
  const sums = new Float32Array(width);
  for (let x = 0; x < width; x++) sums[x] = from[x]! * radius;
  for (let i = 0; i <= radius; i++) {
    const row = Math.min(height - 1, i) * width;
    for (let x = 0; x < width; x++) sums[x]! += from[row + x]!;
  }
  for (let y = 0; y < height; y++) {
    const next = Math.min(height - 1, y + radius + 1) * width;
    const last = Math.max(0, y - radius) * width;
    for (let x = 0, o = y * width; x < width; x++, o++) {
      const sum = sums[x]!;
      to[o] = sum * share;
      sums[x] = sum + from[next + x]! - from[last + x]!;
    }
  }
}

/** A box twice over is near a Gauss curve: of deviation 1.15, 2, 2.8, 3.7, 4.5 for the radii from 1 to 5. */
function blurredBy({ width, height }: Luma, plane: Plane, radius: number, times: 1 | 2): Plane {
  const half = new Float32Array(plane.length);
  const blurred = new Float32Array(plane.length);
  for (let i = 0; i < times; i++) {
    averageRows(i === 0 ? plane : blurred, half, width, height, radius);
    averageColumns(half, blurred, width, height, radius);
  }
  return blurred;
}

/**
 * Unsharp mask: what a blur takes away is added `amount` times.
 *
 * @param radius of the blur, in pixels; about that of the blur to undo
 */
export function sharpened(luma: Luma, { radius, amount }: { radius: number; amount: number }): Luma {
  const plane = Float32Array.from(luma.data);
  const blurred = blurredBy(luma, plane, radius, 1);
  const data = new Uint8ClampedArray(plane.length);
  for (let i = 0; i < data.length; i++) data[i] = plane[i]! + amount * (plane[i]! - blurred[i]!);
  return { ...luma, data: new Uint8Array(data.buffer) };
}

/** From a slight to a heavy blur; measured to bring back codes blurred by 0.6 of a module, at any module size. */
export const unsharpBank = [
  { radius: 1, amount: 3 },
  { radius: 2, amount: 4 },
  { radius: 3, amount: 4 },
  { radius: 4, amount: 5 },
  { radius: 6, amount: 6 },
  { radius: 8, amount: 8 },
] as const;

/** Below 2, from where it runs away. */
const gain = 1.9;

/**
 * Undoes a blur by iteration (van Cittert, 1931): the guess that, blurred again, is the picture. Brings back what an
 * unsharp mask no longer does, and each round costs as much as one.
 *
 * @param radius of the box that, twice over, is the blur
 */
export function restored(luma: Luma, { radius, rounds }: { radius: number; rounds: number }): Luma {
  const guess = Float32Array.from(luma.data);
  for (let round = 0; round < rounds; round++) {
    const blurred = blurredBy(luma, guess, radius, 2);
    for (let i = 0; i < guess.length; i++) {
      const better = guess[i]! + gain * (luma.data[i]! - blurred[i]!);
      guess[i] = better < 0 ? 0 : better > 255 ? 255 : better;
    }
  }
  return { ...luma, data: Uint8Array.from(guess) };
}

/** Those that are worth their time: a heavy blur needs many rounds. */
export const restoringBank = [
  { radius: 2, rounds: 10 },
  { radius: 3, rounds: 10 },
  { radius: 4, rounds: 10 },
  { radius: 5, rounds: 40 },
  { radius: 6, rounds: 40 },
] as const;
