/** A backup that the vault's own password opens, handed over as a file; loaded with the views that offer one. */
import { type Result, ok } from '@/lib/errors';
import type { Port } from '../app/port';

/** Answers its name. */
export async function writeBackup({
  ask,
  download,
}: Pick<Port, 'ask' | 'download'>): Promise<Result<string>> {
  const backup = await ask('backup.write', null);
  if (!backup.ok) return backup;
  download(backup.value.fileName, backup.value.text);
  return ok(backup.value.fileName);
}
