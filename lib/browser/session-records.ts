/**
 * What is remembered about tabs while the browser runs, in `storage.session`: memory only, closed to content scripts in
 * both browsers. `revision` is the broadcast: pages listen to it and ask again.
 */
import { browser } from 'wxt/browser';
import type { TabRecords, UsedSteps } from '@/lib/walks/ports';
import { type TabRecord, emptyRecord } from '@/lib/walks/tab-record';

const recordKey = (tabId: number) => `tab.${tabId}`;
const stepKey = (accountId: string) => `step.${accountId}`;

/** Changes wait for each other: a card and a hint from the page may come at the same moment. */
let last: Promise<unknown> = Promise.resolve();

export const tabRecords: TabRecords = {
  get: readRecord,
  change(tabId, change) {
    const changed = last.then(async () => {
      const before = await readRecord(tabId);
      const after = change(before);
      if (after === before) return before;
      await browser.storage.session.set({ [recordKey(tabId)]: after, revision: Date.now() });
      return after;
    });
    last = changed.catch(() => undefined);
    return changed;
  },
};

export const usedSteps: UsedSteps = {
  async get(accountId) {
    const stored = await browser.storage.session.get(stepKey(accountId));
    const step: unknown = stored[stepKey(accountId)];
    return typeof step === 'number' ? step : null;
  },
  async set(accountId, step) {
    await browser.storage.session.set({ [stepKey(accountId)]: step });
  },
};

export async function tabsWithRecord(): Promise<number[]> {
  const stored = await browser.storage.session.get(null);
  return Object.keys(stored)
    .filter((key) => key.startsWith('tab.'))
    .map((key) => Number(key.slice('tab.'.length)));
}

export async function forgetTab(tabId: number): Promise<void> {
  await browser.storage.session.remove(recordKey(tabId));
}

/** The vault locks: whatever a card knows of accounts goes with it. A gesture that waits for the unlock stays. */
export async function forgetOpenTabs(): Promise<void> {
  for (const tabId of await tabsWithRecord())
    if ((await readRecord(tabId)).card?.kind !== 'locked') await forgetTab(tabId);
  await announceChange();
}

/** Leaves this computer. Pages hear of it as of any change. */
export async function forgetSession(): Promise<void> {
  await announceChange();
  await browser.storage.session.clear();
}

/** Tells every open page of ours that something it may show has changed. */
export async function announceChange(): Promise<void> {
  await browser.storage.session.set({ revision: Date.now() });
}

async function readRecord(tabId: number): Promise<TabRecord> {
  const stored = await browser.storage.session.get(recordKey(tabId));
  return (stored[recordKey(tabId)] as TabRecord | undefined) ?? emptyRecord;
}
