/**
 * Wakes the background once a minute while a vault with a password is open, so that its deadline passes also when nobody
 * asks. A help only: the deadline itself is a stored time, checked at every use.
 */
import { browser } from 'wxt/browser';

export const lockAlarm = 'lock-deadline';

export async function startLockAlarm(): Promise<void> {
  await browser.alarms.create(lockAlarm, { periodInMinutes: 1 });
}

export async function stopLockAlarm(): Promise<void> {
  await browser.alarms.clear(lockAlarm);
}
