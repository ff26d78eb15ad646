import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { middlePart, movedPart, partBetween, pixelsOfPart, resizedPart } from '@/lib/qr/part';

const share = fc.double({ min: -2, max: 2, noNaN: true });
const point = fc.record({ x: share, y: share });

describe('a part of a picture', () => {
  it.each([
    [
      { x: 0.2, y: 0.4 },
      { x: 0.6, y: 0.9 },
    ],
    [
      { x: 0.6, y: 0.9 },
      { x: 0.2, y: 0.4 },
    ],
    [
      { x: 0.6, y: 0.4 },
      { x: 0.2, y: 0.9 },
    ],
  ])('is the same drawn from any corner: %o', (from, to) => {
    const part = partBetween(from, to);
    expect(part?.x).toBeCloseTo(0.2);
    expect(part?.y).toBeCloseTo(0.4);
    expect(part?.width).toBeCloseTo(0.4);
    expect(part?.height).toBeCloseTo(0.5);
  });

  it('is none when it was only a click', () => {
    expect(partBetween({ x: 0.5, y: 0.5 }, { x: 0.505, y: 0.9 })).toBeNull();
  });

  it('never leaves the picture, however it is drawn, moved or resized', () => {
    fc.assert(
      fc.property(point, point, fc.array(fc.tuple(fc.boolean(), point)), (from, to, steps) => {
        let part = partBetween(from, to) ?? middlePart;
        for (const [moves, by] of steps) part = moves ? movedPart(part, by) : resizedPart(part, by);
        expect(Math.min(part.x, part.y)).toBeGreaterThanOrEqual(0);
        expect(Math.max(part.x + part.width, part.y + part.height)).toBeLessThanOrEqual(1 + 1e-9);
        expect(Math.min(part.width, part.height)).toBeGreaterThan(0);
        const pixels = pixelsOfPart(part, { width: 30, height: 7 });
        expect(pixels.x + pixels.width).toBeLessThanOrEqual(30);
        expect(pixels.y + pixels.height).toBeLessThanOrEqual(7);
        expect(Math.min(pixels.width, pixels.height)).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  it('moves and keeps its size', () => {
    const moved = movedPart(middlePart, { x: 5, y: -0.1 });
    expect(moved.x).toBeCloseTo(0.6);
    expect(moved.y).toBeCloseTo(0.2);
    expect(moved.width).toBe(0.4);
  });
});
