/**
 * Where a person sees what we have to say, always a surface of the extension, never the page: the side panel or sidebar
 * when the gesture could open it (it stays while the person clicks in the page), else the popup, else a badge.
 */
import { browser } from 'wxt/browser';
import type { Surfaces } from '@/lib/walks/ports';
import { firefox } from './firefox';

/**
 * Opens the panel. Browsers allow it only in the very call of the gesture's listener, before anything is awaited; so it
 * is opened before it is known what it will show.
 */
export function openPanelInGesture(tabId: number): void {
  const opened = firefox.sidebarAction
    ? firefox.sidebarAction.open()
    : (void browser.sidePanel.setOptions({ tabId, path: 'sidepanel.html', enabled: true }),
      browser.sidePanel.open({ tabId }));
  opened.catch(() => undefined);
}

export const surfaces: Surfaces = {
  async show(tabId) {
    const tab = await browser.tabs.get(tabId).catch(() => null);
    if (tab === null || (await panelOpen(tab.windowId))) return;
    if (await popupIsOpen()) return;
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

export async function clearBadge(tabId: number): Promise<void> {
  await badge(tabId, '');
}

async function badge(tabId: number, text: string): Promise<void> {
  // The tab may be gone; then nobody misses its badge.
  await browser.action.setBadgeText({ tabId, text }).catch(() => undefined);
}

async function panelOpen(windowId: number): Promise<boolean> {
  if (firefox.sidebarAction) return firefox.sidebarAction.isOpen({ windowId });
  const panels = await browser.runtime.getContexts({ contextTypes: ['SIDE_PANEL'], windowIds: [windowId] });
  return panels.length > 0;
}

async function popupIsOpen(): Promise<boolean> {
  if (firefox.sidebarAction) return browser.extension.getViews({ type: 'popup' }).length > 0;
  return (await browser.runtime.getContexts({ contextTypes: ['POPUP'] })).length > 0;
}
