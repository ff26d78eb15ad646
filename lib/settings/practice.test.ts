import { describe, expect, it } from 'vitest';
import { firstPractice, parsePractice, practiceDone, practiceDue, practiceLater } from './practice';

const start = Date.UTC(2026, 10, 21);
const days = (count: number) => count * 24 * 60 * 60_000;

describe('the practice of a password', () => {
  it('is due seven days after the password was set, not a moment before', () => {
    const state = firstPractice(start);
    expect(practiceDue(state, start + days(7) - 1)).toBe(false);
    expect(practiceDue(state, start + days(7))).toBe(true);
  });

  it('is never due where no password was set', () => {
    expect(practiceDue(null, start + days(10_000))).toBe(false);
  });

  it('comes after 7, 14, 30, 60, then every 90 days while it goes well', () => {
    let state = firstPractice(start);
    const distances: number[] = [];
    let nowMs = start;
    for (let time = 0; time < 6; time += 1) {
      distances.push((state.dueAtMs - nowMs) / days(1));
      nowMs = state.dueAtMs;
      state = practiceDone(state, nowMs);
    }
    expect(distances).toEqual([7, 14, 30, 60, 90, 90]);
  });

  it('starts its distance anew, no longer, when the password is typed before it is due', () => {
    const state = practiceDone(firstPractice(start), start + days(3));
    expect(state).toEqual({ dueAtMs: start + days(10), step: 0 });
  });

  it('is asked again two days after a “later” or a wrong password, and its distance does not grow', () => {
    const state = practiceLater({ dueAtMs: start, step: 2 }, start + days(1));
    expect(state).toEqual({ dueAtMs: start + days(3), step: 2 });
  });

  it('reads what it stored, and nothing else', () => {
    const state = firstPractice(start);
    expect(parsePractice(JSON.parse(JSON.stringify(state)))).toEqual(state);
    for (const stored of [undefined, null, 7, {}, { dueAtMs: '1', step: 0 }, { dueAtMs: 1, step: -1 }])
      expect(parsePractice(stored)).toBeNull();
  });
});
