import { expect, test } from 'vitest';
import type { RowCode } from '@/lib/messages/protocol';
import { groupDigits, secondsLeft, shownCode, spokenCode } from './code-text';

test.each([
  ['12345', '12345'],
  ['K7PQ2', 'K7PQ2'],
  ['123456', '123\u00A0456'],
  ['1234567', '123\u00A04567'],
  ['12345678', '1234\u00A05678'],
  ['123456789', '123\u00A0456\u00A0789'],
  ['1234567890', '123\u00A0456\u00A07890'],
])('groups %s as %s', (code, grouped) => {
  expect(groupDigits(code)).toBe(grouped);
});

test.each([
  ['123456', '1 2 3, 4 5 6'],
  ['12345678', '1 2 3 4, 5 6 7 8'],
  ['K7PQ2', 'K 7 P Q 2'],
  ['007', '0 0 7'],
])('says %s as %s, never as a number', (code, spoken) => {
  expect(spokenCode(code)).toBe(spoken);
});

const timed: RowCode = {
  kind: 'timed',
  current: '111111',
  next: '222222',
  periodSeconds: 30,
  expiresAtMs: 30_000,
};

test.each([
  [0, { code: '111111', next: null, ending: false }],
  [24_999, { code: '111111', next: null, ending: false }],
  [25_000, { code: '111111', next: '222222', ending: true }],
  [29_999, { code: '111111', next: '222222', ending: true }],
  [30_000, { code: '222222', next: null, ending: false }],
  [59_999, { code: '222222', next: null, ending: false }],
  [60_000, { code: null, next: null, ending: false }],
])('at %i ms shows what is valid then, and never an old code', (nowMs, shown) => {
  expect(shownCode(timed, nowMs)).toEqual(shown);
});

test('a counted code has no time, and is hidden until it is asked for', () => {
  expect(shownCode({ kind: 'counted', current: null, counter: 3 }, 0).code).toBeNull();
  expect(shownCode({ kind: 'counted', current: '333333', counter: 4 }, 1e12).code).toBe('333333');
});

test.each([
  [30_000, 30, 0, 30],
  [30_000, 30, 1, 30],
  [30_000, 30, 29_001, 1],
  [30_000, 30, 30_000, 30],
  [30_000, 30, 61_000, 29],
])('a step that ends at %i ms, of %i s, has at %i ms %i s left', (expiresAtMs, period, nowMs, left) => {
  expect(secondsLeft(expiresAtMs, period, nowMs)).toBe(left);
});
