/** The QR code, however the site shows it and however the person points at it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Driver } from '../browsers/driver.ts';
import { type PracticeSite, startPracticeSite } from '../site/server.ts';
import { browsers, cardOf, fieldValue, oathCodes, openPopup, reads, says, startSeconde } from './seconde.ts';

declare const chrome: typeof import('wxt/browser').browser;

const say = says.en;
let site: PracticeSite;
beforeAll(async () => {
  site = await startPracticeSite();
});
afterAll(() => site?.close());

describe.each(browsers)('in %s', (browser) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await startSeconde(browser, 'en');
  });
  afterAll(() => driver?.close());

  const open = (user: string, delivery: string) =>
    driver.newPage(
      `${site.url}/generic/?user=${user}-${browser}&enter=1&lang=en&delivery=${delivery}&device=0`,
    );
  /** The code in the page is that of the secret that the page shows, by an independent program. */
  const expectCode = (user: string, code: string) => {
    const secret = site.state.snapshot(`${user}-${browser}`)[0]?.pendingSecret ?? '';
    expect(oathCodes(secret, Date.now())).toContain(code);
  };

  it.each([
    ['a picture', 'img', '#qr'],
    ['a canvas', 'canvas', '#qr'],
    ['a drawing (SVG)', 'svg', '#qr svg'],
    ['a transparent picture', 'transparent', '#qr'],
    ['a picture of another origin', 'cross-origin', '#qr'],
    ['the page beside the code', 'url', 'h1'],
  ])('reads a QR code right-clicked on %s', async (_what, delivery, selector) => {
    const user = `${delivery}-menu`;
    const page = await open(user, delivery);
    await driver.rightClick(page, selector);
    const code = await fieldValue(page, '#code');
    await reads(await cardOf(driver), say.enrolledTitle);
    expectCode(user, code);
    await page.close();
  });

  it.each([0.5, 1, 2])('reads a picture of another origin from the tab, at a zoom of %d', async (zoom) => {
    const user = `zoom-${zoom * 100}`;
    const page = await open(user, 'cross-origin');
    await page.bringToFront();
    await driver.inBackground(async (factor) => {
      const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
      if (tab?.id !== undefined) await chrome.tabs.setZoom(tab.id, factor);
    }, zoom);
    await driver.shortcut('alt+shift+q');
    const code = await fieldValue(page, '#code');
    expectCode(user, code);
    await driver.inBackground(async () => {
      const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
      if (tab?.id !== undefined) await chrome.tabs.setZoom(tab.id, 1);
    });
    await page.close();
  });

  it('reads a picture of another origin below the fold, and leaves the page where it stood', async () => {
    const page = await open('below', 'cross-origin');
    const scrolled = await page.evaluate(() => {
      const qr = document.querySelector<HTMLElement>('#qr');
      if (qr) qr.style.margin = '3000px 0';
      const states: number[] = [];
      Object.assign(globalThis, { states });
      addEventListener('scroll', () => states.push(scrollY));
      return scrollY;
    });
    expect(scrolled).toBe(0);
    const popup = await openPopup(driver, page);
    await popup.click('footer button');
    await reads(popup, say.enrolledTitle);
    // It was shown, and put back, before the code was typed further down.
    const states = await page.evaluate(() => (globalThis as unknown as { states: number[] }).states);
    expect(states[0]).toBeGreaterThan(1000);
    expect(states).toContain(0);
    expectCode('below', await fieldValue(page, '#code'));
    await popup.close();
    await page.close();
  });

  it('reads it by the shortcut', async () => {
    const page = await open('shortcut', 'svg');
    await driver.shortcut('alt+shift+q');
    expectCode('shortcut', await fieldValue(page, '#code'));
    await reads(await cardOf(driver), say.enrolledTitle);
    await page.close();
  });

  it('reads it by the button of the popup, which stays to show the card', async () => {
    const page = await open('button', 'cross-origin');
    const popup = await openPopup(driver, page);
    await popup.click('footer button');
    await reads(popup, say.enrolledTitle);
    await reads(popup, say.filledCode);
    expectCode('button', await fieldValue(page, '#code'));
    await popup.close();
    await page.close();
  });
});
