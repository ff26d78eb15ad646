import type { RowCode } from '@/lib/messages/protocol';

/** Seconds before the end of a step in which the next code is shown as well. */
export const lastSeconds = 5;

/** `123 456`, `1234 5678`, `123 456 7890`: groups of three or four with hard spaces; a code of five stays whole. */
export function groupDigits(code: string): string {
  if (code.length <= 5) return code;
  const size = code.length % 4 === 0 ? 4 : 3;
  const groups: string[] = [];
  for (let start = 0; start < code.length; start += size) groups.push(code.slice(start, start + size));
  const last = groups.at(-1) ?? '';
  if (groups.length > 1 && last.length === 1) {
    groups.pop();
    groups[groups.length - 1] += last;
  }
  return groups.join('\u00A0');
}

/** `1 2 3, 4 5 6`: each character by itself, a pause between the groups; a screen reader would make a number of them. */
export function spokenCode(code: string): string {
  return groupDigits(code)
    .split('\u00A0')
    .map((group) => [...group].join(' '))
    .join(', ');
}

export interface ShownCode {
  /** `null`: there is no code that may be shown now. */
  readonly code: string | null;
  /** The one after it, while it is worth knowing. */
  readonly next: string | null;
  /** In its last seconds. */
  readonly ending: boolean;
}

/**
 * What of a row may be shown at `nowMs`. When the step has ended the next code takes over by itself, for its own step
 * and no longer: an old code is never left standing.
 */
export function shownCode(code: RowCode, nowMs: number): ShownCode {
  if (code.kind !== 'timed')
    return { code: code.kind === 'counted' ? code.current : null, next: null, ending: false };
  const leftMs = code.expiresAtMs - nowMs;
  if (leftMs <= 0) {
    const alive = leftMs > -code.periodSeconds * 1000;
    return { code: alive ? code.next : null, next: null, ending: false };
  }
  const ending = leftMs <= lastSeconds * 1000;
  return { code: code.current, next: ending ? code.next : null, ending };
}

/** Seconds left of the running step, rounded up; 0 to `periodSeconds`. */
export function secondsLeft(expiresAtMs: number, periodSeconds: number, nowMs: number): number {
  const periodMs = periodSeconds * 1000;
  const leftMs = (((expiresAtMs - nowMs) % periodMs) + periodMs) % periodMs;
  return Math.ceil((leftMs === 0 ? periodMs : leftMs) / 1000);
}
