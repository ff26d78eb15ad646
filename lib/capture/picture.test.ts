import { assert, property, uint8Array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasAlpha, lumaOver, marginFor, scaleFor, toBase64 } from './picture';

describe('a picture', () => {
  it('is laid over white or black by its alpha', () => {
    const rgba = new Uint8ClampedArray([0, 0, 0, 255, 255, 255, 255, 255, 0, 0, 0, 0, 255, 0, 0, 255]);
    expect([...lumaOver(rgba, 255)]).toEqual([0, 255, 255, 76]);
    expect([...lumaOver(rgba, 0)]).toEqual([0, 255, 0, 76]);
  });

  it('is known to be transparent by what is inside the margin only', () => {
    const rgba = new Uint8ClampedArray(3 * 3 * 4);
    expect(hasAlpha(rgba, 3, 1)).toBe(true);
    rgba[(1 * 3 + 1) * 4 + 3] = 255;
    expect(hasAlpha(rgba, 3, 1)).toBe(false);
  });

  it.each([
    [21, 3],
    [150, 2],
    [246, 1],
    [3200, 0.5],
  ])('of %i px is scaled by %d', (side, scale) => {
    expect(scaleFor(side, side)).toBe(scale);
  });

  it('has a margin of a tenth, 16 px at least', () => {
    expect([marginFor(50, 50), marginFor(400, 300)]).toEqual([16, 40]);
  });

  it('travels as base64, however long', () => {
    assert(
      property(uint8Array({ maxLength: 300 }), (bytes) => {
        const old = Object.defineProperty(bytes.slice(), 'toBase64', { value: undefined });
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
        expect(toBase64(old)).toBe(Buffer.from(bytes).toString('base64'));
      }),
    );
    const long = Object.defineProperty(new Uint8Array(100_000).fill(7), 'toBase64', { value: undefined });
    expect(toBase64(long)).toBe(Buffer.from(long).toString('base64'));
  });
});
