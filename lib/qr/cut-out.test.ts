import { describe, expect, it } from 'vitest';
import { cutOut } from './cut-out';

/** Every pixel is its own name: column in red, row in green. */
const screen = { width: 200, height: 100, data: new Uint8ClampedArray(200 * 100 * 4) };
for (let y = 0; y < 100; y++)
  for (let x = 0; x < 200; x++) screen.data.set([x, y, 0, 255], (y * 200 + x) * 4);

describe('a place of a picture of the tab', () => {
  it.each([
    ['a pixel a pixel', { x: 60, y: 40, width: 20, height: 20, viewWidth: 200 }, [42, 22], [56, 56]],
    ['two pixels a pixel', { x: 40, y: 20, width: 10, height: 10, viewWidth: 100 }, [46, 6], [88, 88]],
    ['at the corner', { x: 0, y: 0, width: 20, height: 20, viewWidth: 200 }, [0, 0], [38, 38]],
    ['half outside', { x: 190, y: 90, width: 20, height: 20, viewWidth: 200 }, [172, 72], [28, 28]],
  ])('is cut out with a margin: %s', (_, place, corner, size) => {
    const { width, height, data } = cutOut(screen, place);
    expect([width, height]).toEqual(size);
    expect(data.length).toBe(width * height * 4);
    expect([...data.subarray(0, 2)]).toEqual(corner);
    expect([...data.subarray(-4, -2)]).toEqual([corner[0]! + width - 1, corner[1]! + height - 1]);
  });

  it('is the whole picture where it is not in it', () => {
    expect(cutOut(screen, { x: 900, y: 0, width: 20, height: 20, viewWidth: 200 })).toBe(screen);
    expect(cutOut(screen, { x: 0, y: 0, width: 20, height: 20, viewWidth: 0 }).width).toBe(200);
  });
});
