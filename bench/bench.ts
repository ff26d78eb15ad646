/**
 * bench: the figures the project holds itself to, one JSON object each. A bench measures and says what it found; it
 * decides nothing else, and prints to standard error only.
 */

export interface Figure {
  readonly figure: string;
  /** `null`: could not be measured; `details` say why. */
  readonly value: number | null;
  readonly unit: string;
  /** In words; `null` when the figure is only to be known. */
  readonly goal: string | null;
  /** `null` without a goal. A figure that has a goal and could not be measured does not hold. */
  readonly holds: boolean | null;
}

export interface BenchResult {
  readonly name: string;
  readonly figures: readonly Figure[];
  /** Whatever explains the figures; JSON only. */
  readonly details: Readonly<Record<string, unknown>>;
}

/** What a file of bench/benches exports. */
export interface Bench {
  /** `parts`: only these, where a bench is long and has some; none: all of it. */
  run(parts?: readonly string[]): Promise<BenchResult>;
}

export function known(figure: string, value: number | null, unit: string): Figure {
  return { figure, value, unit, goal: null, holds: null };
}

export function atMost(limit: number, figure: string, value: number | null, unit: string): Figure {
  return { figure, value, unit, goal: `≤ ${limit}`, holds: value !== null && value <= limit };
}

export function atLeast(limit: number, figure: string, value: number | null, unit: string): Figure {
  return { figure, value, unit, goal: `≥ ${limit}`, holds: value !== null && value >= limit };
}

/** Rounded for reading: three significant digits, or whole above a thousand. */
export function rounded(value: number): number {
  return Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(3));
}

/** Nearest rank: `share` 0.5 is the median. @throws RangeError without values */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  if (value === undefined) throw new RangeError('"values" expected at least one');
  return value;
}
