import type { Luma } from '@/lib/qr/luminance';

/** Box average along rows or columns by a running sum: linear in the pixels, whatever the radius. */
function averaged(luma: Luma, radius: number, along: 'rows' | 'columns'): Luma {
  const { width, height, data } = luma;
  const out = new Uint8Array(data.length);
  const [lines, length, lineStep, step] =
    along === 'rows' ? [height, width, width, 1] : [width, height, 1, width];
  const size = 2 * radius + 1;
  for (let line = 0; line < lines; line++) {
    const start = line * lineStep;
    const end = start + (length - 1) * step;
    const at = (index: number) => data[index < 0 ? start : index >= length ? end : start + index * step]!;
    let sum = 0;
    for (let i = -radius; i <= radius; i++) sum += at(i);
    for (let i = 0; i < length; i++) {
      out[start + i * step] = (sum + radius) / size;
      sum += at(i + radius + 1) - at(i - radius);
    }
  }
  return { width, height, data: out };
}

/**
 * Unsharp mask: what a blur takes away is added `amount` times.
 *
 * @param radius of the blur, in pixels; about that of the blur to undo
 */
export function sharpened(luma: Luma, { radius, amount }: { radius: number; amount: number }): Luma {
  const blurred = averaged(averaged(luma, radius, 'rows'), radius, 'columns').data;
  const data = new Uint8ClampedArray(luma.data.length);
  for (let i = 0; i < data.length; i++) {
    const value = luma.data[i]!;
    data[i] = value + amount * (value - blurred[i]!);
  }
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
