/**
 * A text with an address on each line: what Aegis, Ente, WinAuth, the *Authenticator* extension and most others write, and
 * what QR codes hold. Blank lines and comments (`#`, `//`) are skipped; any other line that is no account is a problem.
 */
import { type Result, failure, ok } from '@/lib/errors';
import type { MigrationBatch } from '@/lib/otp/google-migration';
import { importedEntry } from '../entries';
import type { EntryProblem, FileFormat, ImportedEntry, ReadFile, ReadTools } from '../file-format';
import { isAddress, isTrashed, readAddress } from '../from-address';
import { isMigration, readMigrationPart } from './google';

const linesAtOnce = 512;

export const addressList: FileFormat = {
  id: 'otpauth',
  name: 'otpauth',
  recognises: ({ text }) =>
    text !== null && /^[\t ]*(?:(?:apple-)?otpauth(?:-migration)?|motp|steam):\S/im.test(text),
  needs: () => ok({ secret: 'nothing' }),
  read: async ({ text }, _secret, tools) => readAddressList(text ?? '', addressList.id, tools),
};

/** `format`: of the file that the list is in. */
export async function readAddressList(
  text: string,
  format: string,
  tools: ReadTools,
): Promise<Result<ReadFile>> {
  const entries: ImportedEntry[] = [];
  const problems: EntryProblem[] = [];
  const batches: MigrationBatch[] = [];
  let trashed = 0;
  let number = 0;
  for (const [line, at] of linesOf(text)) {
    number += 1;
    if (number % linesAtOnce === 0) {
      tools.signal.throwIfAborted();
      tools.progress(at, text.length);
    }
    const address = line.trim();
    if (address === '' || address.startsWith('#') || address.startsWith('//')) continue;
    if (entries.length + problems.length >= tools.limits.entries) {
      problems.push({ where: '', failure: failure('file-too-many', { count: String(linesLeft(text, at)) }) });
      break;
    }
    const where = String(number);
    if (isMigration(address)) {
      const part = readMigrationPart(address);
      if (!part.ok) problems.push({ where, failure: part.failure });
      else {
        entries.push(...part.value.entries);
        problems.push(...part.value.problems);
        batches.push(part.value.batch);
      }
    } else if (isTrashed(address)) trashed += 1;
    else {
      const found = isAddress(address) ? readAddress(address, format) : null;
      if (found?.ok) entries.push(importedEntry(found.value));
      else problems.push({ where, failure: found?.failure ?? failure('uri-malformed') });
    }
  }
  const notes = trashed > 0 ? [{ code: 'trash-left' as const, details: { count: String(trashed) } }] : [];
  return ok({ entries, problems, notes, ...(batches.length > 0 ? { batches } : {}) });
}

/** One line after the other, so that a million of them are never a million texts at once. */
function* linesOf(text: string): Generator<readonly [line: string, at: number]> {
  const end = /\r\n|\r|\n/g;
  let from = 0;
  for (let match = end.exec(text); match !== null; match = end.exec(text)) {
    yield [text.slice(from, match.index), from];
    from = end.lastIndex;
  }
  yield [text.slice(from), from];
}

function linesLeft(text: string, from: number): number {
  let count = 0;
  for (let at = from; at >= 0 && at < text.length; count++) {
    const end = text.indexOf('\n', at);
    at = end < 0 ? -1 : end + 1;
  }
  return count;
}
