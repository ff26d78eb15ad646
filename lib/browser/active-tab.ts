import { browser } from 'wxt/browser';

/** Id of the tab in front in this page's window; `null` when there is none to speak of. */
export async function activeTabId(): Promise<number | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? null;
}

/** Calls `listener` when another tab comes to the front, or the one in front has loaded a page. For the side panel. */
export function onActiveTabChange(listener: () => void): void {
  browser.tabs.onActivated.addListener(() => listener());
  browser.tabs.onUpdated.addListener((_id, change, tab) => {
    if (tab.active && change.status === 'complete') listener();
  });
}
