/**
 * Hears that an armed tab has loaded another document. `tabs.onUpdated` tells it without the `tabs` permission, though
 * without an address. It would wake the background at every page of every tab, so it is listened to only while a tab is
 * armed; a background that begins must listen at once, and stops when it finds that none is.
 */
import { browser } from 'wxt/browser';
import { isArmed } from '@/lib/walks/armed';
import { tabRecords, tabsWithRecord } from './session-records';

export interface ArmedTabs {
  /** Synchronously, at each start of the background and when a tab is armed. */
  listen(): void;
  /** Stops listening where no tab is armed any more. */
  settle(): Promise<void>;
}

export function createArmedTabs(follow: (tabId: number) => Promise<void>): ArmedTabs {
  const heard = (tabId: number, { status }: { status?: string }): void => {
    if (status === 'complete') void follow(tabId).finally(settle);
  };
  const settle = async (): Promise<void> => {
    for (const tabId of await tabsWithRecord()) if (isArmed(await tabRecords.get(tabId))) return;
    browser.tabs.onUpdated.removeListener(heard);
  };
  return { listen: () => browser.tabs.onUpdated.addListener(heard), settle };
}
