/** Where typed codes stand among those of a counter (RFC 4226 § 7.4, seen from the other side: it is our counter that drifted). */
import { codeAtStep, countedCode, stepAt } from '@/lib/otp/code';
import type { HotpParameters, TimedParameters } from '@/lib/otp/parameters';

/** How far a counter is looked for, each way: what a device left in a pocket does in years, and a tenth of a second here. */
export const resyncWindow = 1000;

export interface Places {
  /** Counters of the first of the codes, each with all of them after it; nearest first. */
  readonly ahead: readonly number[];
  readonly behind: readonly number[];
}

/**
 * Looks for `codes`, one or several that follow each other, in the window before and after the present counter. One code of
 * six digits stands a thousand times in a million: it is found by chance about once in a thousand windows, two once in a
 * thousand million.
 */
export function findCodes(otp: HotpParameters, codes: readonly string[]): Places {
  const first = Math.max(0, otp.counter - resyncWindow);
  const last = otp.counter + resyncWindow;
  const made: string[] = [];
  for (let counter = first; counter < last + codes.length; counter += 1)
    made.push(countedCode({ ...otp, counter }));
  const ahead: number[] = [];
  const behind: number[] = [];
  for (let counter = first; counter <= last; counter += 1) {
    if (!codes.every((code, after) => made[counter - first + after] === code)) continue;
    if (counter >= otp.counter) ahead.push(counter);
    else behind.unshift(counter);
  }
  return { ahead, behind };
}

/** How far from now a code of time is looked for, each way: as far as a computer in another time zone can be. */
const farthestMs = 14 * 3_600_000;
/** Of a code that lives for a second there are too many to look at. */
const mostSteps = 5040;

/**
 * How many steps from now (before: negative) the code `typed` is this account's, the nearest first; `null`: nowhere within
 * fourteen hours. One code of six digits stands there by chance about three times in a thousand.
 *
 * @param nowMs Unix time in ms
 */
export function findStep(otp: TimedParameters, typed: string, nowMs: number): number | null {
  const { step, periodSeconds } = stepAt(otp, nowMs);
  const wanted = typed.toUpperCase();
  const fits = (away: number): boolean =>
    step + away >= 0 && codeAtStep(otp, step + away).toUpperCase() === wanted;
  const most = Math.min(mostSteps, Math.ceil(farthestMs / 1000 / periodSeconds));
  for (let away = 0; away <= most; away += 1) {
    if (fits(-away)) return away === 0 ? 0 : -away;
    if (fits(away)) return away;
  }
  return null;
}
