/** Handlers of what keeps accounts from being lost (lib/messages/backup-protocol.ts), a line or two each. */
import { cancelBackup, onVaultWritten, scheduleBackup } from '@/lib/browser/backup-alarm';
import { maySaveFiles, saveFile, stopSavingFiles } from '@/lib/browser/downloads';
import { safekeepingRecord } from '@/lib/browser/safekeeping-record';
import { announceChange, forgetSession, tabsWithRecord } from '@/lib/browser/session-records';
import { readSettings } from '@/lib/browser/settings-store';
import { giveBackAllSites } from '@/lib/browser/site-access';
import { stopLockAlarm } from '@/lib/browser/lock-alarm';
import { type Result, ok } from '@/lib/errors';
import type { BackupProtocol, TypedKey } from '@/lib/messages/backup-protocol';
import type { Glance } from '@/lib/messages/protocol';
import { emptyTrash, restoreFromTrash } from '@/lib/vault/trash';
import { automaticBackup } from '@/lib/walks/automatic-backup';
import { lookAtFile } from '@/lib/walks/backup-file';
import { giveBackFrame } from '@/lib/walks/fill';
import { noteOpened } from '@/lib/walks/opening';
import { whilePresent } from '@/lib/walks/presence';
import * as safekeeping from '@/lib/walks/safekeeping';
import { applySettings, openedByPassword, ports, vault } from './household';
import { noteProof, openingPorts, presencePorts } from './security-handlers';

type Handlers = {
  readonly [N in keyof BackupProtocol]: (
    request: BackupProtocol[N]['request'],
  ) => Promise<Result<BackupProtocol[N]['response']>>;
};

const done: Result<null> = ok(null);
const weekMs = 7 * 86_400_000;

export const safekeepingPorts: safekeeping.SafekeepingPorts = {
  vault,
  settings: { read: readSettings },
  record: safekeepingRecord,
  now: () => Date.now(),
};

export const backupHandlers: Handlers = {
  'backup.state': () => safekeeping.backupState(safekeepingPorts),
  'backup.write': () => safekeeping.writeBackup(safekeepingPorts),
  'backup.look': async ({ text }) => lookAtFile(text),
  'backup.test': async ({ text, secret }) =>
    announcing(await safekeeping.testFile(safekeepingPorts, text, secret)),
  'backup.preview': ({ text, secret }) => safekeeping.previewFile(safekeepingPorts, text, secret),
  'backup.restore': async ({ text, secret, mode }) => {
    const restore = () => safekeeping.restoreFile(safekeepingPorts, text, secret, mode);
    if (mode !== 'whole') return restored(await restore(), null);
    // A vault that is open gives way to none that somebody brought along.
    const isOpen = (await vault.state()).kind === 'open';
    return restored(await (isOpen ? whilePresent(presencePorts, restore) : restore()), secret);
  },
  'backup.automatic': async ({ on }) => {
    await applySettings({ automaticBackup: on });
    await safekeepingRecord.change({ automaticFailed: false });
    await (on ? scheduleBackup() : Promise.all([cancelBackup(), stopSavingFiles()]));
    return done;
  },
  'backup.not-now': async () => {
    await safekeepingRecord.change({ quietUntilMs: Date.now() + weekMs });
    await announceChange();
    return done;
  },

  'trash.list': () => safekeeping.trashRows(safekeepingPorts),
  'trash.restore': async ({ accountId }) =>
    announced(await vault.update((content) => restoreFromTrash(content, accountId))),
  'trash.empty': async ({ accountId }) =>
    announced(await vault.update((content) => emptyTrash(content, accountId ?? undefined))),

  'recovery.findings': async () => ok(await vault.findings()),
  'recovery.preview': ({ id, key }) => vault.previewCandidate(id, key),
  'recovery.restore': async ({ id, key }) => restored(await vault.restore(id, key), key),
  'recovery.export': async ({ id }) => {
    const text = await vault.exportCandidate(id);
    return text.ok ? ok({ fileName: safekeeping.datedName(Date.now()), text: text.value }) : text;
  },

  'leave.state': () => safekeeping.leaveState(safekeepingPorts),
  'leave.now': async ({ withoutBackup }) => {
    const left = await safekeeping.leave(safekeepingPorts, withoutBackup);
    if (!left.ok) return left;
    for (const tabId of await tabsWithRecord()) await giveBackFrame(ports, tabId);
    await Promise.all([cancelBackup(), stopLockAlarm(), stopSavingFiles(), giveBackAllSites()]);
    await forgetSession();
    return left;
  },
};

/** What the popup says about safety goes with its first look. */
export async function withSafety(glance: Promise<Glance>): Promise<Glance> {
  const [seen, safety] = await Promise.all([glance, safekeeping.safetyNotice(safekeepingPorts)]);
  return safety ? { ...seen, safety } : seen;
}

export async function removeAccount(accountId: string): Promise<Result<null>> {
  return announced(await safekeeping.removeAccount(safekeepingPorts, accountId));
}

/** Call it at every start of the background, synchronously. */
export function watchForAutomaticBackup(): void {
  onVaultWritten(() => void scheduleIfWanted());
}

async function scheduleIfWanted(): Promise<void> {
  if ((await readSettings()).automaticBackup) await scheduleBackup();
}

export async function backUpIfDue(): Promise<void> {
  const nextMs = await automaticBackup({ ...safekeepingPorts, saveFile, maySave: maySaveFiles });
  if (nextMs !== null) await scheduleBackup(nextMs);
  await announceChange();
}

/** `key`: what opened the vault that this one now is; who came by a recovery code may then choose a new password. */
async function restored<T>(result: Result<T>, key: TypedKey | null): Promise<Result<T>> {
  if (!result.ok) return result;
  if (key !== null && !('device' in key)) {
    const by = 'password' in key ? 'password' : 'recovery';
    await noteOpened(openingPorts, by);
    await noteProof(by);
  }
  await openedByPassword();
  return result;
}

async function announcing<T>(result: Result<T>): Promise<Result<T>> {
  if (result.ok) await announceChange();
  return result;
}

async function announced(result: Result<unknown>): Promise<Result<null>> {
  if (!result.ok) return result;
  await announceChange();
  return done;
}
