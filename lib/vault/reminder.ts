/** When to speak of a backup, from what the content itself remembers. Pure. */
import { isRehearsalSecret } from '@/lib/otp/rehearsal';
import type { Account, VaultContent } from '@/lib/vault/account';
import { forgetHistory } from '@/lib/vault/history';

export type BackupReminder = 'none' | 'first' | 'due';

const changesUntilDue = 5;
const daysUntilDue = 30;
const dayMs = 86_400_000;

/** `first`: there is something to lose and no backup yet. `due`: five changes since the last, or any change and 30 days. */
export function backupReminder(content: VaultContent, nowMs: number): BackupReminder {
  const { lastBackupAtMs = null, changesSince = 0 } = content.backup ?? {};
  if (lastBackupAtMs === null) return content.accounts.some(isWorthKeeping) ? 'first' : 'none';
  const isOld = changesSince > 0 && nowMs - lastBackupAtMs >= daysUntilDue * dayMs;
  return isOld || changesSince >= changesUntilDue ? 'due' : 'none';
}

/** The content once a backup of it was written and seen to open. */
export function backedUp(content: VaultContent, atMs: number): VaultContent {
  return { ...forgetHistory(content), backup: { lastBackupAtMs: atMs, changesSince: 0 } };
}

/** Accounts that the backup lacks, or holds as they were before an edit. */
export function missingFrom(backup: VaultContent, content: VaultContent): number {
  const kept = new Map(backup.accounts.map((account) => [account.id, worthOf(account)]));
  return content.accounts.filter(
    (account) => isWorthKeeping(account) && kept.get(account.id) !== worthOf(account),
  ).length;
}

/** `after`, with the accounts that a backup does not have yet counted. */
export function withChangesCounted(before: VaultContent, after: VaultContent): VaultContent {
  if (after.backup !== before.backup) return after;
  const changes = countChanges(before.accounts.filter(isWorthKeeping), after.accounts.filter(isWorthKeeping));
  if (changes === 0) return after;
  const { lastBackupAtMs = null, changesSince = 0 } = before.backup ?? {};
  return { ...after, backup: { lastBackupAtMs, changesSince: changesSince + changes } };
}

function countChanges(before: readonly Account[], after: readonly Account[]): number {
  const left = new Map(before.map((account) => [account.id, account]));
  let changes = 0;
  for (const account of after) {
    const old = left.get(account.id);
    left.delete(account.id);
    if (old !== account && (!old || worthOf(old) !== worthOf(account))) changes++;
  }
  return changes + left.size;
}

/** The account of the practice page opens nothing: nobody is reminded to keep it. */
function isWorthKeeping({ otp }: Account): boolean {
  return !isRehearsalSecret(otp.secret);
}

/** What a lost account would take with it. The counter moves by itself: an old one can be caught up with. */
function worthOf({ issuer, name, otp, note, ...dates }: Account): string {
  const { expiresAtMs, renewalNote, recoveryCodes = [] } = dates;
  const codes = recoveryCodes.map(({ value }) => value);
  return JSON.stringify([issuer, name, { ...otp, counter: 0 }, expiresAtMs, renewalNote, note, ...codes]);
}
