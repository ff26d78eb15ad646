export function readCounts(
  paths: readonly string[],
  replacing?: string | null,
): { passed: number; failed: number; failedFiles: string[] };
