/** Where typed codes stand among those of a counter (RFC 4226 § 7.4, seen from the other side: it is our counter that drifted). */
import { countedCode } from '@/lib/otp/code';
import type { HotpParameters } from '@/lib/otp/parameters';

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
