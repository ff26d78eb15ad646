/** When a gesture reached the extension and when the code stood in the page, by the clock of the machine. */
import type { Page } from 'puppeteer-core';
import type { Driver } from '../../e2e/browsers/driver.ts';

declare const chrome: typeof import('wxt/browser').browser;

interface Heard {
  gestures?: number[];
}

/** From now on the background notes when a menu item or a key of the extension was used; Unix ms. */
export function hearGestures(driver: Driver): Promise<void> {
  return driver.inBackground(() => {
    const heard = globalThis as typeof globalThis & Heard;
    if (heard.gestures !== undefined) return;
    const gestures: number[] = [];
    heard.gestures = gestures;
    const note = () => void gestures.push(performance.timeOrigin + performance.now());
    chrome.contextMenus.onClicked.addListener(note);
    // The floor has no keys.
    (chrome as Partial<typeof chrome>).commands?.onCommand.addListener(note);
  });
}

/** The last gesture; Unix ms. */
export async function lastGesture(driver: Driver): Promise<number> {
  const last = await driver.inBackground(
    () => (globalThis as typeof globalThis & Heard).gestures?.at(-1) ?? null,
  );
  if (last === null) throw new Error('the background has heard no gesture: was it stopped?');
  return last;
}

/** From now on the page notes when the field, or its boxes together, first hold a whole code. */
export function hearField(page: Page, selector: string): Promise<void> {
  return page.evaluate((fields) => {
    const seen = globalThis as typeof globalThis & { shownAt?: number; codeAt?: number };
    delete seen.codeAt;
    delete seen.shownAt;
    const now = () => performance.timeOrigin + performance.now();
    const look = () => {
      const found = [...document.querySelectorAll<HTMLInputElement>(fields)];
      if (found.length > 0) seen.shownAt ??= now();
      if (/^\d{6,8}$/.test(found.map(({ value }) => value).join(''))) seen.codeAt ??= now();
    };
    // Boxes that were pasted into are set by the page's own script, which says so only by moving the focus.
    for (const name of ['input', 'focusin']) document.addEventListener(name, look, true);
    new MutationObserver(look).observe(document, { subtree: true, childList: true });
    look();
  }, selector);
}

export interface FieldTimes {
  /** When the field was first there; Unix ms. */
  readonly shownAt: number | null;
  readonly codeAt: number | null;
}

/** What the page has noted; waits up to `patienceMs` for a code. */
export async function fieldTimes(page: Page, patienceMs: number): Promise<FieldTimes> {
  const read = () =>
    page.evaluate(() => {
      const { shownAt = null, codeAt = null } = globalThis as typeof globalThis & Partial<FieldTimes>;
      return { shownAt, codeAt };
    });
  let times = await read();
  for (const deadline = Date.now() + patienceMs; times.codeAt === null && Date.now() < deadline;) {
    await pause(20);
    times = await read();
  }
  return times;
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
