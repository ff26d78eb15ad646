/**
 * Empties the clipboard from the background, once the person has allowed `clipboardWrite`: nothing that is not seen may
 * write there without it, in either browser. Chromium's worker has no clipboard, so an offscreen document does it
 * (entrypoints/offscreen); Firefox's event page does it itself. Neither can take anything out of a history that the system keeps.
 */
import { browser } from 'wxt/browser';
import type { ClipboardPorts, PendingClear } from '@/lib/walks/clipboard';

export const clipboardAlarm = 'clipboard';
const pendingKey = 'clipboard';
const page = 'offscreen.html';

/** Chromium only. */
const { offscreen } = browser as unknown as {
  readonly offscreen?: {
    createDocument(options: { url: string; reasons: string[]; justification: string }): Promise<void>;
    closeDocument(): Promise<void>;
  };
};

export const clipboard: ClipboardPorts['clipboard'] = {
  canRead: () => browser.permissions.contains({ permissions: ['clipboardRead'] }),
  canEmpty: () => browser.permissions.contains({ permissions: ['clipboardWrite'] }),
  empty: (expected) => (offscreen ? emptyOffscreen(offscreen, expected) : emptyHere(expected)),
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

async function emptyOffscreen(api: NonNullable<typeof offscreen>, expected: string | null): Promise<void> {
  const options = {
    url: page,
    reasons: ['CLIPBOARD'],
    justification: 'Takes a copied code out of the clipboard',
  };
  // One that a stopped worker left behind does as well.
  await api.createDocument(options).catch(() => undefined);
  try {
    await browser.runtime.sendMessage({ name: 'offscreen.clipboard', expected });
  } finally {
    await api.closeDocument().catch(() => undefined);
  }
}

async function emptyHere(expected: string | null): Promise<void> {
  if (expected !== null && (await navigator.clipboard.readText()) !== expected) return;
  await navigator.clipboard.writeText('');
}
