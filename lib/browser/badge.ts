/** The toolbar icon's badge: a mark where this site has an account, over it for a moment a wait or a card that waits. */
import { browser } from 'wxt/browser';

/** No code, no count. */
const mark = '•';

export async function badge(tabId: number, text: string): Promise<void> {
  // The tab may be gone; then nobody misses its badge.
  await browser.action.setBadgeText({ tabId, text }).catch(() => undefined);
}

/** Leaves a wait or a card that waits where it is. */
export async function markTab(tabId: number, isMarked: boolean, title: string): Promise<void> {
  const shown = await browser.action.getBadgeText({ tabId }).catch(() => '');
  if (shown !== '' && shown !== mark) return;
  await badge(tabId, isMarked ? mark : '');
  await browser.action.setTitle({ tabId, title: isMarked ? title : '' }).catch(() => undefined);
}

/** Tabs whose address the browser lets us know. */
export async function knownTabs(): Promise<{ readonly id: number; readonly url: string }[]> {
  const tabs = await browser.tabs.query({});
  return tabs.flatMap(({ id, url }) => (id !== undefined && url ? [{ id, url }] : []));
}
