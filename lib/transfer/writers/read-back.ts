/**
 * Every export is recognised and read by the readers of lib/transfer, which share nothing with the writers, and compared with
 * what was to be written, before anybody is given it.
 */
import { type Result, fail, ok } from '@/lib/errors';
import { utf8 } from '@/lib/crypto/bytes';
import { importLimits, type ReadTools } from '../file-format';
import { recogniseFile } from '../file-registry';
import { seeFile } from '../see-file';
import { firstDifference, type ReadAccount } from './compare';
import type { ExportFormat, WritableAccount, WriteTools } from './export-format';

/**
 * The texts of the export, once another reader was seen to make the same accounts of them. `export-differs` with the
 * `account` that is not; `?` for none in particular.
 */
export async function writeChecked(
  format: ExportFormat,
  accounts: readonly WritableAccount[],
  tools: WriteTools,
): Promise<Result<readonly string[]>> {
  const texts = await format.write(accounts, tools);
  const read = await readBack(texts, format, tools);
  const difference = read === null ? { written: null } : firstDifference(accounts, read, tools.nowMs);
  if (difference === null) return ok(texts);
  const { issuer = '', name = '' } = difference.written ?? {};
  return fail('export-differs', { account: [issuer, name].filter((text) => text !== '').join(' · ') || '?' });
}

/** What was read, in order; `null` where the file as a whole is not read, or something of it is left over. */
async function readBack(
  texts: readonly string[],
  { isClosed, extension }: ExportFormat,
  { nowMs, password }: WriteTools,
): Promise<readonly ReadAccount[] | null> {
  const tools: ReadTools = {
    nowMs,
    signal: new AbortController().signal,
    progress: () => undefined,
    limits: importLimits,
    readQr: () => Promise.resolve([]),
  };
  const accounts: ReadAccount[] = [];
  for (const text of texts) {
    const file = seeFile(`seconde.${extension}`, utf8(text), importLimits);
    const reader = recogniseFile(file);
    const read = reader && (await reader.read(file, isClosed ? password : null, tools));
    if (!read?.ok || read.value.problems.length > 0) return null;
    accounts.push(...read.value.entries);
  }
  return accounts;
}
