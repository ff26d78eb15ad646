/** The ports of the walks, put together once from the browser's parts. */
import { createBrowserVault } from '@/lib/browser/vault';
import { createArmedTabs } from '@/lib/browser/armed-tabs';
import { forgetGrant } from '@/lib/browser/grant-store';
import { presenceStore } from '@/lib/browser/presence-store';
import { createMenus } from '@/lib/browser/menus';
import { pages } from '@/lib/browser/pages';
import { readQr } from '@/lib/browser/read-picture';
import { setIdleMinutes } from '@/lib/browser/idle';
import { scheduleBackup } from '@/lib/browser/backup-alarm';
import { startLockAlarm, stopLockAlarm } from '@/lib/browser/lock-alarm';
import {
  announceChange,
  forgetOpenTabs,
  tabRecords,
  tabsWithRecord,
  usedSteps,
} from '@/lib/browser/session-records';
import { uses } from '@/lib/browser/uses';
import { readPolicy } from '@/lib/browser/policy-store';
import { changeSettings, readSettings } from '@/lib/browser/settings-store';
import { siteAccess } from '@/lib/browser/site-access';
import { surfaces } from '@/lib/browser/surfaces';
import { browserLanguages, restrictStorage } from '@/lib/browser/environment';
import { randomBytes } from '@/lib/crypto/random';
import { chooseLanguage } from '@/lib/i18n/language';
import { menuWords } from '@/lib/i18n/menu-words';
import type { Settings } from '@/lib/settings/settings';
import { disarm, fillArmed, followArmed } from '@/lib/walks/armed';
import { giveBackFrame } from '@/lib/walks/fill';
import { look, noteSubmitted } from '@/lib/walks/look';
import type { WalkPorts } from '@/lib/walks/ports';
import { createRuledVault, type Rules } from '@/lib/walks/ruled-vault';
import { type Marker, markTabs } from './marks';

export const vault = createBrowserVault({
  lockAfterMinutes: async () => (await readSettings()).lockAfterMinutes,
});

/** What the organisation rules, and what of it depends on the vault. */
export const rules: Rules = {
  policy: readPolicy,
  async hasPassword() {
    const ways = await vault.ways();
    return ways.ok && ways.value.some(({ type }) => type === 'password');
  },
};

export const ports: WalkPorts = {
  pages: {
    ...pages,
    arm(tabId, request) {
      if (request !== null) armedTabs.listen();
      return pages.arm(tabId, request);
    },
  },
  surfaces,
  records: tabRecords,
  vault: createRuledVault(vault, rules),
  settings: { read: readSettings },
  policy: { read: readPolicy },
  usedSteps,
  uses,
  access: siteAccess,
  clock: { now: () => Date.now(), sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) },
  readQr,
  newId: () => crypto.randomUUID(),
  randomBytes,
  deviceName: async () => (await words()).deviceName,
};

export const armedTabs = createArmedTabs((tabId) => followArmed(ports, tabId));

/** An injected script that waits for the field of the code says that it may have come. */
export async function armedReady(tabId: number, origin: string): Promise<void> {
  await fillArmed(ports, tabId, origin);
  await armedTabs.settle();
}

export async function stopArmed(tabId: number): Promise<void> {
  await disarm(ports, tabId);
  await armedTabs.settle();
}

async function words() {
  const { language } = await readSettings();
  return menuWords[chooseLanguage(language, browserLanguages())];
}

export const marker: Marker = { ports, title: async () => (await words()).here };

export async function createLocalizedMenus(): Promise<void> {
  const { enrol, fill, key } = await words();
  await createMenus({ enrol, fill, key });
}

/** Settings take effect at once: the menu's language too. */
export async function applySettings(change: Partial<Omit<Settings, 'schema'>>): Promise<Settings> {
  const settings = await changeSettings(change);
  if ('language' in change) await createLocalizedMenus();
  if ('lockWhenIdleMinutes' in change) setIdleMinutes(settings.lockWhenIdleMinutes);
  // A vault that is open takes over the new deadline now, not at its next use.
  if ('lockAfterMinutes' in change && (await vault.state()).kind === 'open') vault.touch();
  await announceChange();
  return settings;
}

export async function openedByPassword(): Promise<void> {
  await startLockAlarm();
  // What could not be written while the vault was locked is made up for.
  if ((await readSettings()).automaticBackup) await scheduleBackup();
  await Promise.all([announceChange(), markTabs(marker)]);
}

export async function lockNow(): Promise<void> {
  await vault.lock();
  await lockIfDue();
}

/** The browser noticed that nobody is there, or that the screen is locked. */
export async function lockWhenAway(state: 'idle' | 'locked'): Promise<void> {
  const { lockWhenIdleMinutes, lockWithScreen } = await readSettings();
  if (state === 'idle' ? lockWhenIdleMinutes !== null : lockWithScreen) await lockNow();
}

/** The browser forgets it at its end, and does not say when it forgot. */
export async function watchIdleness(): Promise<void> {
  setIdleMinutes((await readSettings()).lockWhenIdleMinutes);
}

/** After a deadline, a lock screen or the person's own word: what is remembered about accounts goes with the keys. */
export async function lockIfDue(): Promise<void> {
  const state = await vault.state();
  if (state.kind === 'open' && state.protected) return;
  await stopLockAlarm();
  for (const tabId of await tabsWithRecord()) await giveBackFrame(ports, tabId);
  await Promise.all([forgetGrant(), presenceStore.write(null), forgetOpenTabs(), markTabs(marker)]);
}

/** Chromium forgets this at every restart of the browser, so it is said at every start of the worker. */
export function keepStorageToOurselves(): void {
  void restrictStorage();
}

/** Moments after a submit at which the page is looked at; a visible card looks on by itself. */
const lookAfterMs = [400, 1000, 2000, 4000, 8000];

export async function watchAfterSubmit(tabId: number, origin: string, cancelled: boolean): Promise<void> {
  if (!(await noteSubmitted(ports, tabId, { origin, cancelled }))) return;
  const submittedAtMs = Date.now();
  for (const afterMs of lookAfterMs) {
    await ports.clock.sleep(submittedAtMs + afterMs - Date.now());
    await look(ports, tabId);
    if ((await tabRecords.get(tabId)).watch === null) return;
  }
}
