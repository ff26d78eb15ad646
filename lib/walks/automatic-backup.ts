/** The copy that is written by itself: at most once a day, after a change, while the vault is open. */
import { parseBackup } from '@/lib/vault/backup';
import type { SafekeepingPorts } from './safekeeping';
import { rememberFile } from './safekeeping';

const dayMs = 86_400_000;

export interface AutomaticBackupPorts extends SafekeepingPorts {
  /** Puts the text in the downloads folder, over an earlier file of that name. Rejects when it is not there in the end. */
  readonly saveFile: (name: string, text: string) => Promise<void>;
  /** The person still allows it. */
  readonly maySave: () => Promise<boolean>;
}

/**
 * Writes the copy when one is due. Answers when to try again, Unix time in ms, or `null` for not before the next change
 * or unlock. Seven files, one a day of the week: an older state can still be found there.
 */
export async function automaticBackup(ports: AutomaticBackupPorts): Promise<number | null> {
  if (!(await ports.settings.read()).automaticBackup) return null;
  const nowMs = ports.now();
  const { automatic, automaticFailed } = await ports.record.read();
  const isEarly = automatic !== null && !automaticFailed && nowMs - automatic.atMs < dayMs;
  if (isEarly && nowMs >= automatic.atMs) return automatic.atMs + dayMs;
  const backup = await ports.vault.backup();
  if (!backup.ok) {
    if (backup.failure.code !== 'vault-locked') await ports.record.change({ automaticFailed: true });
    return null;
  }
  const { text, accounts } = backup.value;
  const parsed = parseBackup(text);
  const gen = parsed.ok ? parsed.value.gen : 0;
  if (accounts === 0 || (gen === automatic?.gen && !automaticFailed)) return null;
  const name = automaticName(nowMs);
  try {
    if (!(await ports.maySave())) throw new Error('not allowed any more');
    await ports.saveFile(name, text);
    await rememberFile(ports, name);
    await ports.record.change({ automatic: { atMs: nowMs, gen }, automaticFailed: false });
  } catch {
    await ports.record.change({ automaticFailed: true });
  }
  return null;
}

function automaticName(nowMs: number): string {
  return `Seconde/seconde-backup-${new Date(nowMs).getDay() || 7}.json`;
}
