import type { Result } from '@/lib/errors';
import { type ReadFile, type ReadTools, importLimits } from '@/lib/transfer/file-format';
import { recogniseFile } from '@/lib/transfer/file-registry';
import type { SeenFile } from '@/lib/transfer/file-format';

/** Nobody asks to stop, nobody looks at the progress, and pictures hold no code. */
export function quietTools(change: Partial<ReadTools> = {}): ReadTools {
  return {
    nowMs: Date.UTC(2026, 10, 1),
    signal: new AbortController().signal,
    progress: () => undefined,
    limits: importLimits,
    readQr: async () => [],
    ...change,
  };
}

/** By the row that recognises it. */
export async function readBy(file: SeenFile, secret: string | null = null): Promise<Result<ReadFile>> {
  const format = recogniseFile(file);
  if (format === null) throw new TypeError(`no row recognises ${file.name}`);
  return format.read(file, secret, quietTools());
}
