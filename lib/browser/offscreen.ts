/**
 * The one document Chromium allows us that nobody sees (entrypoints/offscreen): for what its worker cannot do, the clipboard
 * and workers of its own. Opened by the first use, closed after the last. Firefox needs none.
 */
import { browser } from 'wxt/browser';

export const offscreenPage = 'offscreen.html';

interface OffscreenApi {
  createDocument(options: { url: string; reasons: string[]; justification: string }): Promise<void>;
  closeDocument(): Promise<void>;
}

/** Chromium only. */
const { offscreen } = browser as unknown as { readonly offscreen?: OffscreenApi };

/** Several uses follow one another: a page has several pictures. */
const lingerMs = 3000;

export const hasOffscreen = offscreen !== undefined;

let users = 0;
let opening: Promise<void> | null = null;
let closed: Promise<void> = Promise.resolve();
let closing: ReturnType<typeof setTimeout> | undefined;

/** @throws TypeError where there is no such document; whatever `use` throws */
export async function withOffscreen<T>(use: () => Promise<T>): Promise<T> {
  if (!offscreen) throw new TypeError('an offscreen document expected');
  const api = offscreen;
  users += 1;
  clearTimeout(closing);
  try {
    await (opening ??= closed.then(() => create(api)));
    return await use();
  } finally {
    users -= 1;
    if (users === 0) {
      clearTimeout(closing);
      closing = setTimeout(() => {
        opening = null;
        closed = api.closeDocument().catch(() => undefined);
      }, lingerMs);
    }
  }
}

async function create(api: OffscreenApi): Promise<void> {
  const options = {
    url: offscreenPage,
    reasons: ['CLIPBOARD', 'WORKERS'],
    justification: 'Takes a copied code out of the clipboard, and reads the QR codes of a picture',
  };
  // One that a stopped worker left behind does as well.
  await api.createDocument(options).catch(() => undefined);
}
