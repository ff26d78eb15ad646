import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { inverted, isPictureTooLarge, lumaOnBlack, lumaOnWhite, pixelsFromLuma } from '@/lib/qr/luminance';
import { blackAndWhite, otsuThreshold } from '@/lib/qr/otsu';
import { sharpened } from '@/lib/qr/sharpen';

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const planes = fc
  .record({ width: fc.integer({ min: 1, max: 20 }), height: fc.integer({ min: 1, max: 20 }) })
  .chain(({ width, height }) =>
    fc
      .uint8Array({ minLength: width * height, maxLength: width * height })
      .map((data) => ({ width, height, data: new Uint8Array(data) })),
  );

describe('pixelsFromLuma', () => {
  it('keeps the luminance, from bytes and from base64', () => {
    fc.assert(
      fc.property(planes, ({ width, height, data }) => {
        const pixels = pixelsFromLuma(width, height, base64(data));
        expect(pixels).toEqual(pixelsFromLuma(width, height, data));
        expect(lumaOnWhite(pixels)).toEqual({ width, height, data });
        expect(lumaOnBlack(pixels)).toBeNull();
      }),
    );
  });

  it.each([
    ['a byte short', 2, 2, base64(new Uint8Array(3))],
    ['a byte long', 2, 2, base64(new Uint8Array(5))],
    ['far too long', 2, 2, 'A'.repeat(1_000_000)],
    ['no width', 0, 2, ''],
    ['a negative height', 2, -2, ''],
    ['a fraction', 1.5, 2, base64(new Uint8Array(3))],
    ['not a number', Number.NaN, 2, ''],
    ['more than 40 megapixels', 1e5, 1e5, ''],
  ])('refuses %s', (_name, width, height, luma) => {
    expect(() => pixelsFromLuma(width, height, luma)).toThrow(RangeError);
  });

  it('puts the limit at forty megapixels', () => {
    expect(isPictureTooLarge({ width: 8000, height: 5000 })).toBe(false);
    expect(isPictureTooLarge({ width: 8000, height: 5001 })).toBe(true);
  });
});

describe('backgrounds', () => {
  const halfClear = {
    width: 2,
    height: 1,
    data: Uint8ClampedArray.from([255, 255, 255, 0, 100, 100, 100, 128]),
  };

  it('lays transparent pixels on white or on black', () => {
    expect([...lumaOnWhite(halfClear).data]).toEqual([255, 177]);
    expect([...lumaOnBlack(halfClear)!.data]).toEqual([0, 50]);
  });

  it('refuses a size that is not that of the bytes', () => {
    expect(() => lumaOnWhite({ ...halfClear, width: 3 })).toThrow(RangeError);
  });

  it('inverts twice to the same picture', () => {
    fc.assert(fc.property(planes, (plane) => void expect(inverted(inverted(plane))).toEqual(plane)));
  });
});

describe('otsu', () => {
  it('splits two levels between them, however close', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 254 }), fc.integer({ min: 1, max: 255 }), (dark, apart) => {
        const light = Math.min(255, dark + apart);
        const picture = { width: 5, height: 1, data: Uint8Array.from([dark, dark, light, dark, light]) };
        expect([...blackAndWhite(picture).data]).toEqual([0, 0, 255, 0, 255]);
      }),
    );
  });

  it('answers the one grey of a plain picture', () => {
    expect(otsuThreshold({ width: 2, height: 1, data: Uint8Array.from([77, 77]) })).toBe(77);
  });
});

describe('sharpened', () => {
  it('leaves a plain picture alone and steepens an edge', () => {
    const plain = { width: 9, height: 9, data: new Uint8Array(81).fill(90) };
    expect(sharpened(plain, { radius: 2, amount: 4 })).toEqual(plain);
    const ramp = { width: 6, height: 1, data: Uint8Array.from([100, 100, 110, 140, 150, 150]) };
    const { data } = sharpened(ramp, { radius: 1, amount: 3 });
    expect(data[3]! - data[2]!).toBeGreaterThan(30);
  });
});
