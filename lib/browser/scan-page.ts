/**
 * The page of the ways in (`scan.html`), opened beside the tab it was asked from, and the picture of that tab on its way
 * there: in the memory of the background only, given once, gone after two minutes.
 */
import { browser } from 'wxt/browser';
import type { ScanStart } from '@/lib/messages/scan-protocol';
import { hostOf, siteOrigin } from '@/lib/sites/origin';
import type { PictureTaken } from '@/lib/walks/enrol-texts';
import { firefox } from './firefox';

const file = 'scan.html';
const pictureLifeMs = 2 * 60_000;

const starts = new Map<number, ScanStart>();
const takenKey = (tabId: number) => `picture.${tabId}`;

export interface ScanPageOptions {
  /** The tab it is about; null for none. */
  readonly tabId: number | null;
  readonly byHand: boolean;
  /** A key that the person selected in that tab. */
  readonly key: string | null;
}

/** The picture is of the tab as it is now, so this comes before anything else that a gesture starts. */
export async function openScanPage({ tabId, byHand, key }: ScanPageOptions): Promise<void> {
  const tab = tabId === null ? null : await browser.tabs.get(tabId).catch(() => null);
  if (tab === null) {
    await browser.tabs.create({ url: addressOf(null, byHand) });
    return;
  }
  const id = tab.id ?? 0;
  const picture = byHand ? null : await pictureOf(tab);
  starts.set(id, { picture, host: hostOf(tab.url ?? null), key });
  setTimeout(() => starts.delete(id), pictureLifeMs);
  if (picture !== null) {
    const taken: PictureTaken = { origin: siteOrigin(tab.url ?? null), atMs: Date.now() };
    await browser.storage.session.set({ [takenKey(id)]: taken });
  }
  // A page of ours is in no private window: there it opens in an ordinary one.
  const place = tab.incognito ? {} : { windowId: tab.windowId, index: tab.index + 1, openerTabId: id };
  await browser.tabs.create({ url: addressOf(id, byHand), ...place });
}

/** What the page starts with; asked a second time, there is nothing any more. */
export function takeStart(tabId: number): ScanStart {
  const start = starts.get(tabId) ?? { picture: null, host: null, key: null };
  starts.delete(tabId);
  return start;
}

export async function pictureTaken(tabId: number): Promise<PictureTaken | null> {
  const stored = (await browser.storage.session.get(takenKey(tabId)))[takenKey(tabId)];
  return (stored as PictureTaken | undefined) ?? null;
}

export async function forgetPicture(tabId: number): Promise<void> {
  starts.delete(tabId);
  await browser.storage.session.remove(takenKey(tabId));
}

/** Whether this page is in front of the person and says what there is to say of the tab. */
export async function scanPageShows(tabId: number): Promise<boolean> {
  if (firefox.sidebarAction)
    return browser.extension
      .getViews({ type: 'tab' })
      .map((view) => view as unknown as typeof globalThis.window)
      .some(({ location, document }) => isAbout(location.href, tabId) && !document.hidden);
  const contexts = await browser.runtime.getContexts({ contextTypes: ['TAB'] });
  for (const { documentUrl, tabId: own } of contexts) {
    if (!documentUrl || !isAbout(documentUrl, tabId)) continue;
    const tab = await browser.tabs.get(own).catch(() => null);
    if (tab?.active) return true;
  }
  return false;
}

/** A page that is about no tab takes its own for one: there the card of what it adds is kept. */
function isAbout(address: string, tabId: number): boolean {
  const { pathname, searchParams } = new URL(address);
  const about = searchParams.get('tab') ?? searchParams.get('own');
  return pathname === `/${file}` && about === String(tabId);
}

function addressOf(tabId: number | null, byHand: boolean): string {
  const query = tabId === null ? '' : `?tab=${tabId}`;
  return `${browser.runtime.getURL('/')}${file}${query}${byHand ? '#by-hand' : ''}`;
}

async function pictureOf(tab: { windowId: number; active: boolean }): Promise<string | null> {
  if (!tab.active) return null;
  return browser.tabs.captureVisibleTab(tab.windowId, { format: 'png' }).catch(() => null);
}
