import { describe, expect, it } from 'vitest';

import type { Luma } from '@/lib/qr/luminance';
import { lumaOnWhite } from '@/lib/qr/luminance';
import { restored, sharpened } from '@/lib/qr/sharpen';
import { blurred, modulesOf, pictureOf } from '@/lib/qr/testing/pictures';

const clean = pictureOf(modulesOf('a sharp text'), { scale: 5 });
const luma = lumaOnWhite(clean);

/** Mean difference in grey levels. */
function apart(one: Luma, other: Luma): number {
  return one.data.reduce((sum, value, i) => sum + Math.abs(value - other.data[i]!), 0) / one.data.length;
}

describe('sharpening', () => {
  it.each([
    ['an unsharp mask', 2, (from: Luma) => sharpened(from, { radius: 2, amount: 2 })],
    ['iteration', 2.8, (from: Luma) => restored(from, { radius: 3, rounds: 10 })],
  ])('comes nearer to what was blurred: %s', (_name, sigma, sharpen) => {
    const soft = lumaOnWhite(blurred(clean, sigma));
    expect(apart(sharpen(soft), luma)).toBeLessThan(0.7 * apart(soft, luma));
  });

  it('leaves one grey alone', () => {
    const grey = { width: 30, height: 20, data: new Uint8Array(600).fill(90) };
    expect(apart(sharpened(grey, { radius: 4, amount: 5 }), grey)).toBeLessThanOrEqual(1);
    expect(apart(restored(grey, { radius: 4, rounds: 40 }), grey)).toBeLessThanOrEqual(1);
  });
});
