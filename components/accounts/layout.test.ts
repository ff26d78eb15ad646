import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ListLayout, listHeight, rowTop, seenRows } from './layout';

const sizes = { row: 72, hereRow: 112, heading: 32 };

test('rows of the site come under a heading, the others under a second one', () => {
  const layout = { ...sizes, total: 5, here: 2 };
  expect([0, 1, 2, 3].map((index) => rowTop(layout, index))).toEqual([32, 144, 288, 360]);
  expect(listHeight(layout)).toBe(288 + 3 * 72);
});

test('without an account of the site there is no heading', () => {
  const layout = { ...sizes, total: 3, here: 0 };
  expect(rowTop(layout, 2)).toBe(144);
  expect(listHeight(layout)).toBe(216);
});

test('when all accounts are of the site there is one heading', () => {
  expect(listHeight({ ...sizes, total: 2, here: 2 })).toBe(32 + 2 * 112);
});

const layouts: fc.Arbitrary<ListLayout> = fc
  .record({ total: fc.integer({ min: 0, max: 10_000 }), here: fc.integer({ min: 0, max: 20 }) })
  .map(({ total, here }) => ({ ...sizes, total, here: Math.min(total, here) }));

test('every row in sight is drawn, and no more than a screen and a little', () => {
  fc.assert(
    fc.property(
      layouts,
      fc.integer({ min: 0, max: 800_000 }),
      fc.integer({ min: 0, max: 999 }),
      (layout, top, spare) => {
        const height = 400;
        const { first, end } = seenRows(layout, top, height, spare % 4);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(layout.total);
        expect(end - first).toBeLessThanOrEqual(Math.ceil(height / sizes.row) + 2 + 2 * 3);
        for (const index of [first - 1, end]) {
          if (index < 0 || index >= layout.total) continue;
          const y = rowTop(layout, index);
          const size = index < layout.here ? sizes.hereRow : sizes.row;
          expect(y + size <= top || y >= top + height).toBe(true);
        }
      },
    ),
  );
});
