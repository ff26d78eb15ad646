/** Types of counts.mjs, for its test. */
export function readCounts(paths: readonly string[]): { passed: number; failed: number };
