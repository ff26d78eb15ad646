/**
 * A thin ring that empties with the step. Its length is the custom property `--left-<period>` of an ancestor, set once a
 * second for all rows together: no row is drawn again for it.
 */
export function TimeLeft({ periodSeconds }: { periodSeconds: number }) {
  return (
    <svg class="time-left" viewBox="0 0 20 20" aria-hidden="true">
      <circle class="time-track" cx="10" cy="10" r="8" />
      <circle
        class="time-run"
        cx="10"
        cy="10"
        r="8"
        pathLength="1"
        style={{ strokeDashoffset: `var(--left-${periodSeconds}, 0)` }}
      />
    </svg>
  );
}
