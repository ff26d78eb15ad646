/** Tabs that the extension opens by itself. */
import type { Browser, Page } from 'puppeteer-core';
import { poll } from './surface.ts';

/** The last tab whose address begins so, once it is loaded. Firefox does not report its address: the page is asked. */
export async function openedPage(browser: Browser, address: string, timeout: number): Promise<Page> {
  const found = await poll(async () => {
    for (const page of (await browser.pages()).toReversed()) {
      const asked = page.evaluate(() => [location.href, document.readyState].join(' '));
      const state = await Promise.race([asked.catch(() => ''), pause(1000)]);
      if (state.startsWith(address) && state.endsWith(' complete')) return page;
    }
    return null;
  }, timeout);
  if (!found) throw new TypeError(`${address} does not open`);
  await found.bringToFront();
  return found;
}

function pause(ms: number): Promise<string> {
  return new Promise((resolve) => setTimeout(resolve, ms, ''));
}
