/**
 * lib/clock: how far the clock of the server that checks a code is from this computer's. Pure: a reading in, an interval
 * out; whoever reads a clock does it elsewhere. What cannot be known is `null`, never a guess.
 */

/** One answer of a server, with the moments (Unix ms, by this computer) between which it was made. */
export interface ClockReading {
  readonly startMs: number;
  readonly endMs: number;
  /** The `Date` header; `null` when there is none that may be read. */
  readonly date: string | null;
  /** An `Age` header came with it: the answer, and its date, may be old (RFC 9111 § 5.1). */
  readonly aged: boolean;
}

/** The server's clock is this computer's plus `offsetMs`, give or take `errorMs`. */
export interface ClockOffset {
  readonly offsetMs: number;
  readonly errorMs: number;
  /** Unix ms, by this computer. */
  readonly measuredAtMs: number;
}

/** Bounds of what has to be added to this computer's clock, in ms. */
export interface ClockBounds {
  readonly leastMs: number;
  readonly mostMs: number;
}

/** Codes by this computer's own clock. */
export const ownClock: ClockBounds = { leastMs: 0, mostMs: 0 };

/** From here on a difference is worth a word; below it, waiting a moment is enough. */
export const notableMs = 5000;
/** Beyond a day the computer's clock is to be set; following it would also mean codes for another day. */
export const mostAdjustedMs = 86_400_000;
/** What a person agreed to drifts this far by itself in a year at most; a reading further off is not what they agreed to. */
export const mostDriftedMs = 30 * 60_000;
/** An adjustment older than this is read again before it is used: clocks are set right behind our back. */
export const freshForMs = 12 * 3_600_000;
/** An answer that took longer says too little. */
const mostRoundTripMs = 8000;

/** A clock of this kind gains or loses this much, at worst, and never more than this is believed of it. */
const driftPerMs = 50e-6;
const mostDriftMs = 5000;

const fixdate = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * `Date` has a resolution of one second (RFC 9110 § 5.6.7), cut and not rounded, and was written at some moment between
 * the question and the answer: so the offset is known to ± (0.5 s + half the round trip).
 */
export function offsetFrom({ startMs, endMs, date, aged }: ClockReading): ClockOffset | null {
  const roundTripMs = endMs - startMs;
  if (aged || date === null || !fixdate.test(date) || !(roundTripMs >= 0 && roundTripMs <= mostRoundTripMs))
    return null;
  const secondMs = Date.parse(date);
  if (Number.isNaN(secondMs)) return null;
  return {
    offsetMs: Math.round(secondMs + 500 - (startMs + endMs) / 2),
    errorMs: Math.ceil(500 + roundTripMs / 2) + 1,
    measuredAtMs: endMs,
  };
}

/** Where the true offset lies at `nowMs`, wider the longer ago it was measured. */
export function boundsOf({ offsetMs, errorMs, measuredAtMs }: ClockOffset, nowMs: number): ClockBounds {
  const error = errorMs + Math.min(Math.abs(nowMs - measuredAtMs) * driftPerMs, mostDriftMs);
  return { leastMs: offsetMs - error, mostMs: offsetMs + error };
}

/** Bounds in which a code is valid by this computer's clock as well as by the server's. */
export function withOwnClock({ leastMs, mostMs }: ClockBounds): ClockBounds {
  return { leastMs: Math.min(0, leastMs), mostMs: Math.max(0, mostMs) };
}

/** The two clocks differ by enough to be told, counting what codes are adjusted by already. */
export function isNotable({ offsetMs, errorMs }: ClockOffset, adjustedMs = 0): boolean {
  const difference = Math.abs(offsetMs - adjustedMs);
  return difference >= notableMs && difference > 2 * errorMs;
}

/** A later reading may take the place of the one that a person agreed to, without asking again. */
export function isSameClock(read: ClockOffset, agreed: ClockOffset): boolean {
  return (
    Math.abs(read.offsetMs - agreed.offsetMs) <= mostDriftedMs && Math.abs(read.offsetMs) <= mostAdjustedMs
  );
}

export function isFresh({ measuredAtMs }: ClockOffset, nowMs: number): boolean {
  const age = nowMs - measuredAtMs;
  return age >= 0 && age <= freshForMs;
}
