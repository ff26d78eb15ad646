/** What a backup file says of itself, and what to say of one that does not open. Needs no key; changes nothing. */
import { isCostAllowed } from '@/lib/crypto/kdf';
import type { ErrorCode, Result } from '@/lib/errors';
import { fail, ok } from '@/lib/errors';
import type { FileLook, FileWay } from '@/lib/messages/backup-protocol';
import { parseBackup } from '@/lib/vault/backup';

/** `backup-not-ours`, `-truncated`, `-newer`, `-cost`, `-damaged`, or `backup-no-way` for one that no person can open. */
export function lookAtFile(text: string): Result<FileLook> {
  const parsed = parseBackup(text);
  if (!parsed.ok) return asksTooMuch(text) ? fail('backup-cost') : ofFile(parsed);
  const { savedAt, slots } = parsed.value;
  const ways = fileWaysOf(slots);
  return ways.length === 0 ? fail('backup-no-way') : ok({ savedAt, ways });
}

export function fileWaysOf(slots: readonly { readonly type: string }[]): readonly FileWay[] {
  return (['password', 'recovery'] as const).filter((way) => slots.some(({ type }) => type === way));
}

/** What the vault says of an envelope, said of the file it came in. */
export function ofFile<T>(result: Result<T>): Result<T> {
  if (result.ok) return result;
  const code = inFile[result.failure.code];
  return code ? fail(code) : result;
}

const inFile: Partial<Readonly<Record<ErrorCode, ErrorCode>>> = {
  'vault-newer': 'backup-newer',
  'vault-damaged': 'backup-damaged',
};

/** A file of ours whose password would take more memory or time than any that was ever written, or next to none. */
function asksTooMuch(text: string): boolean {
  try {
    const { slots } = JSON.parse(text) as { slots?: readonly { kdf?: unknown }[] };
    return (slots ?? []).some(({ kdf }) => typeof kdf === 'object' && kdf !== null && !isAllowed(kdf));
  } catch {
    return false;
  }
}

function isAllowed(kdf: object): boolean {
  const { memoryKiB, passes, lanes } = kdf as Record<string, unknown>;
  if (typeof memoryKiB !== 'number' || typeof passes !== 'number' || typeof lanes !== 'number') return true;
  return isCostAllowed({ memoryKiB, passes, lanes });
}
