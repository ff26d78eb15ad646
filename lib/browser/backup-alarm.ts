/** Wakes the background for the automatic copy: a little after a change, so that several changes make one file. */
import { browser } from 'wxt/browser';

export const backupAlarm = 'automatic-backup';
const settleMinutes = 1;

export async function scheduleBackup(atMs: number | null = null): Promise<void> {
  await browser.alarms.create(
    backupAlarm,
    atMs === null ? { delayInMinutes: settleMinutes } : { when: atMs },
  );
}

export async function cancelBackup(): Promise<void> {
  await browser.alarms.clear(backupAlarm);
}

/** Calls `listener` when the vault was written, by whatever walk. */
export function onVaultWritten(listener: () => void): void {
  browser.storage.local.onChanged.addListener((changes: object) => {
    if ('vault' in changes) listener();
  });
}
