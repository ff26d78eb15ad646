import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockPath } from './path';
import { type ClockReading, boundsOf, isFresh, isNotable, offsetFrom, withOwnClock } from './offset';

const nowMs = Date.parse('2026-11-22T12:00:00.400Z');

/** What a server whose clock is `aheadMs` ahead answers: the second of its clock, cut, at a moment of the round trip. */
function reading(aheadMs: number, tripMs: number, at: number): ClockReading {
  const writtenMs = nowMs + tripMs * at + aheadMs;
  const date = new Date(Math.floor(writtenMs / 1000) * 1000).toUTCString();
  return { startMs: nowMs, endMs: nowMs + tripMs, date, aged: false };
}

const world = fc.record({
  aheadMs: fc.integer({ min: -86_400_000, max: 86_400_000 }),
  tripMs: fc.integer({ min: 0, max: 8000 }),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
});

describe('offsetFrom', () => {
  it('holds the true offset within half a second and half the round trip', () => {
    fc.assert(
      fc.property(world, ({ aheadMs, tripMs, at }) => {
        const offset = offsetFrom(reading(aheadMs, tripMs, at));
        expect(offset?.errorMs).toBeLessThanOrEqual(502 + tripMs / 2);
        expect(Math.abs((offset?.offsetMs ?? Number.NaN) - aheadMs)).toBeLessThanOrEqual(
          offset?.errorMs ?? Number.NaN,
        );
      }),
    );
  });

  it('reads 47 seconds ahead as 47 seconds behind the computer the other way round', () => {
    expect(offsetFrom(reading(-47_000, 40, 0.5))?.offsetMs).toBeCloseTo(-47_000, -3);
    expect(offsetFrom(reading(47_000, 40, 0.5))?.offsetMs).toBeCloseTo(47_000, -3);
  });

  it.each<[string, Partial<ClockReading>]>([
    ['an answer that was kept somewhere (Age)', { aged: true }],
    ['no date', { date: null }],
    ['an obsolete form of date', { date: 'Sunday, 22-Nov-26 12:00:00 GMT' }],
    ['a date in words', { date: 'yesterday' }],
    ['a day that is none', { date: 'Sun, 99 Nov 2026 12:00:00 GMT' }],
    ['an end before its beginning: the clock was set meanwhile', { endMs: nowMs - 1 }],
    ['an answer that took too long', { endMs: nowMs + 8001 }],
  ])('knows nothing from %s', (_, change) => {
    expect(offsetFrom({ ...reading(0, 40, 0.5), ...change })).toBeNull();
  });
});

it('is less sure the longer ago it was', () => {
  const offset = { offsetMs: 47_000, errorMs: 520, measuredAtMs: nowMs };
  const width = (atMs: number) => boundsOf(offset, atMs).mostMs - boundsOf(offset, atMs).leastMs;
  expect(width(nowMs)).toBe(1040);
  expect(width(nowMs + 3_600_000)).toBe(1040 + 360);
  expect(width(nowMs - 3_600_000)).toBe(1040 + 360);
  expect(width(nowMs + 365 * 86_400_000)).toBe(1040 + 10_000);
  expect(isFresh(offset, nowMs + 12 * 3_600_000)).toBe(true);
  expect(isFresh(offset, nowMs + 12 * 3_600_000 + 1)).toBe(false);
  expect(isFresh(offset, nowMs - 1)).toBe(false);
});

it.each([
  [4999, 520, 0, false],
  [5000, 520, 0, true],
  [-5000, 520, 0, true],
  [5200, 3000, 0, false],
  [47_000, 520, 47_100, false],
  [0, 520, 47_000, true],
])('of %i ms ± %i, codes adjusted by %i: worth a word is %s', (offsetMs, errorMs, adjustedMs, notable) => {
  expect(isNotable({ offsetMs, errorMs, measuredAtMs: nowMs }, adjustedMs)).toBe(notable);
});

it('widens bounds to this computer’s own clock', () => {
  expect(withOwnClock({ leastMs: 1000, mostMs: 2000 })).toEqual({ leastMs: 0, mostMs: 2000 });
  expect(withOwnClock({ leastMs: -2000, mostMs: -1000 })).toEqual({ leastMs: -2000, mostMs: 0 });
});

it.each([
  ['/realms/ssss/login-actions/required-action', '/realms/ssss/login-actions/required-action'],
  ['/', '/'],
  ['', '/'],
  ['//other.example/x', '/'],
  ['/reset/7f9c24e8b1d54f0aa1c2d3e4f5061728', '/'],
  ['/a/eyJhbGciOiJIUzI1NiJ9.e30.x1', '/'],
  [`/${'a/'.repeat(150)}`, '/'],
])('asks for the time of %s at %s', (pathname, path) => {
  expect(clockPath(pathname)).toBe(path);
});
