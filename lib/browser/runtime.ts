/**
 * lib/browser/runtime: how a page of the extension reaches the background, and how it hears that something changed.
 * Knows no message: what goes through is `unknown` on both sides.
 */
import { browser } from 'wxt/browser';

/** Sends one message and waits for its reply; rejects when nobody is there to answer. */
export function sendToBackground(message: unknown): Promise<unknown> {
  return browser.runtime.sendMessage(message);
}

/**
 * Calls `listener` each time the background has changed something that a page may show. The background says so by
 * writing the time as `revision` in session storage: a broadcast that carries nothing. Returns what stops it.
 * A change since this page began, whose first question may have been answered before it, is told at once.
 */
export function onSessionChange(listener: () => void): () => void {
  const heard = (changes: object): void => {
    if ('revision' in changes) listener();
  };
  browser.storage.session.onChanged.addListener(heard);
  const beganAtMs = Math.floor(performance.timeOrigin);
  void browser.storage.session.get<{ revision?: number }>('revision').then(({ revision }) => {
    if (revision !== undefined && revision >= beganAtMs) listener();
  });
  return () => browser.storage.session.onChanged.removeListener(heard);
}

export function openOptions(): Promise<void> {
  return browser.runtime.openOptionsPage();
}

/**
 * Whether this browser lets an extension use passkeys at all: Chromium gives it a relying party of its own, Firefox does not
 * (SecurityError without a host permission). Whether an authenticator can open a vault is found out by trying.
 */
export function isPasskeyBrowser(): boolean {
  return location.protocol === 'chrome-extension:';
}

/** A tab for the passkey, in front; the tab it was asked from comes back when it closes. */
export async function openPasskeyTab(): Promise<void> {
  const [opener] = await browser.tabs.query({ active: true, currentWindow: true });
  await browser.tabs.create({
    url: browser.runtime.getURL('/unlock.html'),
    ...(opener?.id === undefined ? {} : { openerTabId: opener.id }),
  });
}

/** Closes the tab this page is in. */
export async function closeOwnTab(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}

/** A page of ours, e.g. `recovery.html`, in a tab in front. */
export async function openOwnPage(path: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/') + path });
}

/** Version of the extension, as in the manifest. */
export function ownVersion(): string {
  return browser.runtime.getManifest().version;
}

/** Id of the tab this page is in; null for a page that is in none. */
export async function ownTabId(): Promise<number | null> {
  return (await browser.tabs.getCurrent())?.id ?? null;
}

/** Brings a tab to the front, with its window. */
export async function showTab(tabId: number): Promise<void> {
  const tab = await browser.tabs.update(tabId, { active: true }).catch(() => undefined);
  if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
}
