/**
 * Empties the clipboard from the background, once the person has allowed `clipboardWrite`: nothing that is not seen may
 * write there without it, in either browser. Chromium's worker has no clipboard, so an offscreen document does it
 * (entrypoints/offscreen); Firefox's event page does it itself. Neither can take anything out of a history that the system keeps.
 */
import { browser } from 'wxt/browser';
import { type ClipboardPorts, fingerprintOf, type PendingClear } from '@/lib/walks/clipboard';
import { hasOffscreen, withOffscreen } from './offscreen';

export const clipboardAlarm = 'clipboard';
const pendingKey = 'clipboard';

export const clipboard: ClipboardPorts['clipboard'] = {
  canRead: () => browser.permissions.contains({ permissions: ['clipboardRead'] }),
  canEmpty: () => browser.permissions.contains({ permissions: ['clipboardWrite'] }),
  empty: (expected) => (hasOffscreen ? emptyOffscreen(expected) : emptyHere(expected)),
};

export const pendingClear: ClipboardPorts['pending'] = {
  async get() {
    const stored = (await browser.storage.session.get(pendingKey))[pendingKey] as PendingClear | undefined;
    return stored ?? null;
  },
  set: (pending) =>
    pending === null
      ? browser.storage.session.remove(pendingKey)
      : browser.storage.session.set({ [pendingKey]: pending }),
};

/**
 * A timer for the background that lives, an alarm for the one that was stopped. Browsers give an alarm 30 s at the least;
 * they keep an idle background about as long.
 */
export function createWake(onDue: () => void): (atMs: number) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (atMs) => {
    clearTimeout(timer);
    timer = setTimeout(onDue, Math.max(0, atMs - Date.now()));
    void browser.alarms.create(clipboardAlarm, { when: atMs });
  };
}

async function emptyOffscreen(expected: string | null): Promise<void> {
  await withOffscreen(() => browser.runtime.sendMessage({ name: 'offscreen.clipboard', expected }));
}

async function emptyHere(expected: string | null): Promise<void> {
  if (expected !== null && fingerprintOf(await navigator.clipboard.readText()) !== expected) return;
  await navigator.clipboard.writeText('');
}
