/**
 * When a person is asked to try the password. Who opens the vault by a passkey for months forgets it, and finds out on the
 * day the passkey is gone: so it is asked for now and then, at growing distances, while something else still opens.
 */

export interface PracticeState {
  /** Unix time in ms. */
  readonly dueAtMs: number;
  /** How many times it went well, since the password was set. */
  readonly step: number;
}

const dayMs = 24 * 60 * 60_000;
const distancesDays = [7, 14, 30, 60, 90] as const;
const laterDays = 2;

/** A password was just set. */
export function firstPractice(nowMs: number): PracticeState {
  return { dueAtMs: nowMs + distance(0), step: 0 };
}

export function practiceDue(state: PracticeState | null, nowMs: number): boolean {
  return state !== null && nowMs >= state.dueAtMs;
}

/** The right password was typed, in a practice or to open the vault: the next time is further away if it was time. */
export function practiceDone(state: PracticeState, nowMs: number): PracticeState {
  const step = practiceDue(state, nowMs) ? Math.min(state.step + 1, distancesDays.length - 1) : state.step;
  return { dueAtMs: nowMs + distance(step), step };
}

/** Not the right one, or not now: asked again soon. */
export function practiceLater(state: PracticeState, nowMs: number): PracticeState {
  return { ...state, dueAtMs: nowMs + laterDays * dayMs };
}

/** As stored; null for anything else. */
export function parsePractice(stored: unknown): PracticeState | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { dueAtMs, step } = stored as Record<string, unknown>;
  const isState = Number.isSafeInteger(dueAtMs) && Number.isSafeInteger(step) && (step as number) >= 0;
  return isState ? { dueAtMs: dueAtMs as number, step: step as number } : null;
}

function distance(step: number): number {
  return (distancesDays[Math.min(step, distancesDays.length - 1)] ?? distancesDays[0]) * dayMs;
}
