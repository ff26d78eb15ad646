import { expect, test } from 'vitest';
import { nextPlace } from './grid-keys';

/** Three columns, eight cells. */
const tops = [0, 0, 0, 44, 44, 44, 88, 88];

test.each([
  ['ArrowRight', 0, 1],
  ['ArrowRight', 2, 3],
  ['ArrowRight', 7, 7],
  ['ArrowLeft', 0, 0],
  ['ArrowDown', 1, 4],
  ['ArrowDown', 5, 5],
  ['ArrowUp', 4, 1],
  ['ArrowUp', 1, 1],
  ['Home', 5, 0],
  ['End', 1, 7],
  ['Enter', 1, null],
  ['a', 1, null],
])('%s from %i leads to %j', (key, place, to) => {
  expect(nextPlace(key, place, tops)).toBe(to);
});

test('in one column up and down go through all of it', () => {
  expect(nextPlace('ArrowDown', 0, [0, 44])).toBe(1);
  expect(nextPlace('ArrowUp', 0, [0, 44])).toBe(0);
});
