/**
 * The walks that keep accounts from being lost: a backup file is written, tested, restored; the trash; leaving this
 * computer. As the others they take ports and know no browser.
 */
import type { Result } from '@/lib/errors';
import { fail, ok } from '@/lib/errors';
import type {
  BackupFile,
  BackupState,
  FilePreview,
  FileTest,
  LeaveState,
  RestoreMode,
  SafetyNotice,
  TrashRow,
  TypedSecret,
} from '@/lib/messages/backup-protocol';
import type { SettingsPort } from '@/lib/walks/ports';
import type { TrashEntry, VaultContent } from '@/lib/vault/account';
import { backedUp, backupReminder, missingFrom } from '@/lib/vault/reminder';
import { compareWithBackup, replacedBy, withMissingAdded } from '@/lib/vault/restoring';
import { moveToTrash, trashDays } from '@/lib/vault/trash';
import type { Vault } from '@/lib/vault/vault';
import { fileWaysOf, lookAtFile, ofFile } from './backup-file';

const dayMs = 86_400_000;
const mostFiles = 30;

/** What is remembered beside the vault, nothing of it secret: readable while the vault is locked. */
export interface SafekeepingRecord {
  /** Names of the files that were written, newest last. */
  readonly files: readonly string[];
  /** The reminder is not shown before this. Unix time in ms. */
  readonly quietUntilMs: number;
  /** Nor are ends of accounts. Unix time in ms. */
  readonly expiryQuietUntilMs: number;
  /** The last automatic copy; `gen` of the vault it holds. */
  readonly automatic: { readonly atMs: number; readonly gen: number } | null;
  readonly automaticFailed: boolean;
}

export const emptySafekeeping: SafekeepingRecord = {
  files: [],
  quietUntilMs: 0,
  expiryQuietUntilMs: 0,
  automatic: null,
  automaticFailed: false,
};

export interface SafekeepingPorts {
  readonly vault: Vault;
  readonly settings: SettingsPort;
  readonly record: {
    read(): Promise<SafekeepingRecord>;
    change(change: Partial<SafekeepingRecord>): Promise<void>;
  };
  readonly now: () => number;
}

/** `null` where the vault is not open: there is nothing to say about it. */
export async function safetyNotice({ vault, record, now }: SafekeepingPorts): Promise<SafetyNotice | null> {
  const [content, remembered] = await Promise.all([vault.content(), record.read()]);
  if (!content.ok) return null;
  const ways = await vault.ways();
  const isQuiet = now() < remembered.quietUntilMs;
  return {
    reminder: isQuiet ? 'none' : backupReminder(content.value, now()),
    automaticFailed: remembered.automaticFailed,
    offerKit: ways.ok && !ways.value.some(({ type }) => type === 'recovery'),
  };
}

export async function backupState(ports: SafekeepingPorts): Promise<Result<BackupState>> {
  const content = await ports.vault.content();
  if (!content.ok) return content;
  const ways = await ports.vault.ways();
  if (!ways.ok) return ways;
  const [record, settings] = await Promise.all([ports.record.read(), ports.settings.read()]);
  const { lastBackupAtMs = null, changesSince = 0 } = content.value.backup ?? {};
  return ok({
    accounts: content.value.accounts.length,
    ways: fileWaysOf(ways.value),
    verifiedAtMs: lastBackupAtMs,
    changesSince,
    automatic: {
      on: settings.automaticBackup,
      lastAtMs: record.automatic?.atMs ?? null,
      failed: record.automaticFailed,
    },
  });
}

export async function writeBackup(ports: SafekeepingPorts): Promise<Result<BackupFile>> {
  const backup = await ports.vault.backup();
  if (!backup.ok) return backup;
  const fileName = datedName(ports.now());
  await rememberFile(ports, fileName);
  return ok({ fileName, ...backup.value });
}

export function datedName(nowMs: number): string {
  return `seconde-${new Date(nowMs).toISOString().slice(0, 10)}.json`;
}

export async function rememberFile({ record }: SafekeepingPorts, name: string): Promise<void> {
  const { files } = await record.read();
  await record.change({ files: [...files.filter((other) => other !== name), name].slice(-mostFiles) });
}

/** Opens a file that was written, and counts it as a backup when everything that is in the vault is in it. */
export async function testFile(
  { vault, now }: SafekeepingPorts,
  text: string,
  secret: TypedSecret,
): Promise<Result<FileTest>> {
  const tested = await openedFile(vault, text, secret);
  if (!tested.ok) return tested;
  const { content: backup, savedAt } = tested.value;
  let missing = 0;
  const noted = await vault.update((content) => {
    missing = missingFrom(backup, content);
    return missing === 0 ? backedUp(content, now()) : content;
  });
  return noted.ok ? ok({ savedAt, accounts: backup.accounts.length, missing }) : noted;
}

export async function previewFile(
  { vault }: SafekeepingPorts,
  text: string,
  secret: TypedSecret,
): Promise<Result<FilePreview>> {
  const opened = await openedFile(vault, text, secret);
  if (!opened.ok) return opened;
  const { content: backup, savedAt } = opened.value;
  const here = await vault.content();
  const { accounts, onlyHere } = compareWithBackup(
    here.ok ? here.value : { schema: 1, accounts: [] },
    backup,
  );
  return ok({
    savedAt,
    accounts: accounts.map(({ account: { issuer, name }, isNew }) => ({ issuer, name, isNew })),
    onlyHere: here.ok ? onlyHere : null,
  });
}

/** Answers how many accounts there are afterwards. */
export async function restoreFile(
  { vault, now }: SafekeepingPorts,
  text: string,
  secret: TypedSecret,
  mode: RestoreMode,
): Promise<Result<{ readonly accounts: number }>> {
  if (mode === 'whole') {
    const looked = lookAtFile(text);
    if (!looked.ok) return looked;
    const restored = await vault.restoreBackup(text, secret);
    if (restored.ok) return ok({ accounts: restored.value.accounts });
    // The file is not newer, or that would have been said: the vault that stands there is.
    return restored.failure.code === 'vault-newer' ? restored : ofFile(restored);
  }
  const opened = await openedFile(vault, text, secret);
  if (!opened.ok) return opened;
  const backup = opened.value.content;
  const changed = await vault.update(
    (content) => (mode === 'add' ? withMissingAdded(content, backup) : replacedBy(content, backup, now())),
    { reason: 'restore' },
  );
  return changed.ok ? ok({ accounts: changed.value.accounts.length }) : changed;
}

async function openedFile(
  vault: Vault,
  text: string,
  secret: TypedSecret,
): Promise<Result<{ readonly content: VaultContent; readonly savedAt: number }>> {
  const looked = lookAtFile(text);
  if (!looked.ok) return looked;
  const content = ofFile(await vault.readBackup(text, secret));
  return content.ok ? ok({ content: content.value, savedAt: looked.value.savedAt }) : content;
}

export async function removeAccount(
  { vault, now }: SafekeepingPorts,
  accountId: string,
): Promise<Result<unknown>> {
  let isHere = false;
  const change = (content: VaultContent): VaultContent => {
    const moved = moveToTrash(content, accountId, now());
    isHere = moved !== content;
    return moved;
  };
  const removed = await vault.update(change, { reason: 'delete' });
  return removed.ok && !isHere ? fail('account-unknown') : removed;
}

export async function trashRows({ vault, now }: SafekeepingPorts): Promise<Result<readonly TrashRow[]>> {
  const content = await vault.content();
  if (!content.ok) return content;
  const rows = (content.value.trash ?? []).map((entry) => trashRow(entry, now()));
  return ok(rows.filter(({ daysLeft }) => daysLeft > 0).toReversed());
}

function trashRow({ account: { id, issuer, name }, deletedAtMs }: TrashEntry, nowMs: number): TrashRow {
  const daysLeft = Math.min(trashDays, Math.ceil(trashDays - (nowMs - deletedAtMs) / dayMs));
  return { id, issuer, name, deletedAtMs, daysLeft };
}

export async function leaveState(ports: SafekeepingPorts): Promise<Result<LeaveState>> {
  const [content, { files }] = await Promise.all([ports.vault.content(), ports.record.read()]);
  if (!content.ok) return content;
  const { lastBackupAtMs = null, changesSince = 0 } = content.value.backup ?? {};
  const isRecent = lastBackupAtMs !== null && ports.now() - lastBackupAtMs < dayMs;
  return ok({
    accounts: content.value.accounts.length,
    isBackedUp: isRecent && changesSince === 0,
    files,
  });
}

/** Erases the vault and everything beside it; answers the files that remain. `backup-not-tested` unless the person wants none. */
export async function leave(
  ports: SafekeepingPorts,
  withoutBackup: boolean,
): Promise<Result<{ readonly files: readonly string[] }>> {
  const state = await leaveState(ports);
  const isSafe = state.ok && (state.value.isBackedUp || state.value.accounts === 0);
  if (!withoutBackup && !isSafe) return state.ok ? fail('backup-not-tested') : state;
  const { files } = await ports.record.read();
  await ports.vault.erase();
  return ok({ files });
}
