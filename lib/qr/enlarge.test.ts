import { describe, expect, it } from 'vitest';

import { enlarged, halved } from '@/lib/qr/enlarge';

const flat = (width: number, height: number, value: number) => ({
  width,
  height,
  data: new Uint8Array(width * height).fill(value),
});

describe('enlarged', () => {
  it.each([1.5, 2, 3])('is %f times as large, and of the same grey', (factor) => {
    expect(enlarged(flat(10, 6, 77), factor)).toEqual(flat(10 * factor, 6 * factor, 77));
  });

  it('keeps an edge where it was, in both directions', () => {
    const data = Uint8Array.from({ length: 64 }, (_, i) => (i % 8 < 4 ? 0 : 255));
    const { data: wide } = enlarged({ width: 8, height: 8, data }, 3);
    expect(wide.subarray(0, 10).every((value) => value < 60)).toBe(true);
    expect(wide.subarray(14, 24).every((value) => value > 195)).toBe(true);
    const turned = Uint8Array.from({ length: 64 }, (_, i) => (i < 32 ? 0 : 255));
    const { data: high } = enlarged({ width: 8, height: 8, data: turned }, 3);
    expect(high[9 * 24]).toBeLessThan(60);
    expect(high[14 * 24]).toBeGreaterThan(195);
  });
});

describe('halved', () => {
  it('is the mean of each two by two, without an odd rest', () => {
    const data = Uint8Array.from([0, 100, 9, 100, 200, 9, 7, 7, 7]);
    expect(halved({ width: 3, height: 3, data })).toEqual({
      width: 1,
      height: 1,
      data: Uint8Array.from([100]),
    });
  });
});
