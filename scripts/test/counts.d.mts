export function readCounts(
  first: string,
  again?: readonly string[],
): { passed: number; failed: number; failedFiles: string[] };
