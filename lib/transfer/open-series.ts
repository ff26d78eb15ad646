import { utf8 } from '@/lib/crypto/bytes';
import { type Result, fail, ok } from '@/lib/errors';
import { type ImportedEntry, importLimits, type ReadTools } from './file-format';
import { seeFile } from './see-file';

/** What the backup file of a series holds, read as any file of Seconde's is. `series-code-wrong`, or as that reader. */
export async function openSeries(
  text: string,
  code: string,
  nowMs: number,
): Promise<Result<readonly ImportedEntry[]>> {
  const { seconde } = await import('./formats/seconde');
  const file = seeFile('seconde.json', utf8(text), importLimits);
  if (!seconde.recognises(file)) return fail('series-damaged');
  const tools: ReadTools = {
    nowMs,
    signal: new AbortController().signal,
    progress: () => undefined,
    limits: importLimits,
    readQr: () => Promise.resolve([]),
  };
  const read = await seconde.read(file, code, tools);
  if (read.ok) return ok(read.value.entries);
  return read.failure.code === 'file-key-wrong' ? fail('series-code-wrong') : read;
}
