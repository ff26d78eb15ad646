/**
 * Where a person sees what we have to say, always a surface of the extension, never the page: the side panel or sidebar
 * when the gesture could open it (it stays while the person clicks in the page), else the popup, else a badge.
 */
import { browser } from 'wxt/browser';
import type { Surfaces } from '@/lib/walks/ports';
import { badge } from './badge';
import { firefox } from './firefox';
import { scanPageShows } from './scan-page';

/** Panels on their way, by tab: a walk may be done before the panel it was opened for is there. */
const opening = new Map<number, Promise<boolean>>();

/**
 * Opens the panel. Browsers allow it only in the very call of the gesture's listener, before anything is awaited; so it
 * is opened before it is known what it will show.
 */
export function openPanelInGesture(tabId: number): void {
  const opened = openPanel(tabId).then(
    () => true,
    () => false,
  );
  opening.set(tabId, opened);
  void opened.finally(() => setTimeout(() => opening.delete(tabId), 1000));
}

/** In Chromium the panel belongs to the tab: it goes with it and comes back with it. */
function openPanel(tabId: number): Promise<void> {
  if (firefox.sidebarAction) return firefox.sidebarAction.open();
  void browser.sidePanel.setOptions({ tabId, path: `sidepanel.html?tab=${tabId}`, enabled: true });
  return browser.sidePanel.open({ tabId });
}

export const surfaces: Surfaces = {
  async show(tabId) {
    const tab = await browser.tabs.get(tabId).catch(() => null);
    if (tab === null || (await panelOpen(tabId, tab.windowId))) return;
    if ((await scanPageShows(tabId)) || (await popupIsOpen())) return;
    try {
      await browser.action.openPopup({ windowId: tab.windowId });
    } catch {
      await badge(tabId, '!');
    }
  },

  async popupGone() {
    for (let waitedMs = 0; waitedMs < 500 && (await popupIsOpen()); waitedMs += 10)
      await new Promise((resolve) => setTimeout(resolve, 10));
  },

  async countDown(tabId, seconds) {
    await badge(tabId, seconds === null ? '' : String(seconds));
  },
};

async function panelOpen(tabId: number, windowId: number): Promise<boolean> {
  if (await opening.get(tabId)) return true;
  if (firefox.sidebarAction) return firefox.sidebarAction.isOpen({ windowId });
  const panels = await browser.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] });
  return panels.some(({ documentUrl }) => {
    const tab = documentUrl && new URL(documentUrl).searchParams.get('tab');
    return tab === null || tab === String(tabId);
  });
}

async function popupIsOpen(): Promise<boolean> {
  if (firefox.sidebarAction) return browser.extension.getViews({ type: 'popup' }).length > 0;
  return (await browser.runtime.getContexts({ contextTypes: ['POPUP'] })).length > 0;
}
