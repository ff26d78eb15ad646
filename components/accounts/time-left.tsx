import { secondsLeft } from './code-text';

export interface TimeLeftProps {
  readonly periodSeconds: number;
  readonly expiresAtMs: number;
  readonly nowMs: number;
  readonly ending?: boolean;
}

/** A thin ring that empties with the step. */
export function TimeLeft({ periodSeconds, expiresAtMs, nowMs, ending = false }: TimeLeftProps) {
  return (
    <svg class={ending ? 'time-left ending' : 'time-left'} viewBox="0 0 20 20" aria-hidden="true">
      <circle class="time-track" cx="10" cy="10" r="8" />
      <circle
        class="time-run"
        cx="10"
        cy="10"
        r="8"
        pathLength="1"
        data-period={periodSeconds}
        data-expires={expiresAtMs}
        style={{ strokeDashoffset: goneOfStep(expiresAtMs, periodSeconds, nowMs) }}
      />
    </svg>
  );
}

/**
 * Moves the rings below `box`, once a second for all of them, by their one style: no row is drawn again for it, and no
 * style is worked out for anything else.
 */
export function moveRings(box: Element, nowMs: number): void {
  for (const ring of box.querySelectorAll<SVGCircleElement>('.time-run')) {
    const { period, expires } = ring.dataset;
    ring.style.strokeDashoffset = goneOfStep(Number(expires), Number(period), nowMs);
  }
}

/** The part of the step that has gone, 0 to 1. */
function goneOfStep(expiresAtMs: number, periodSeconds: number, nowMs: number): string {
  return (1 - secondsLeft(expiresAtMs, periodSeconds, nowMs) / periodSeconds).toFixed(3);
}
