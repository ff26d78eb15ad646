/** What may happen on a site: Enter in the popup, a list of fields, a frame of another site, filling by itself, and putting it right. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Driver } from '../browsers/driver.ts';
import { poll } from '../browsers/surface.ts';
import { type PracticeSite, startPracticeSite } from '../site/server.ts';
import {
  browsers,
  cardOf,
  fieldValue,
  openPopup,
  pageReads,
  pause,
  reads,
  says,
  startSeconde,
} from './seconde.ts';

declare const chrome: typeof import('wxt/browser').browser;

const say = says.en;
const password = 'patate-frite-7';
const isCode = (value: string) => /^\d{6}$/.test(value);

describe.each(browsers)('in %s', (browser) => {
  let site: PracticeSite;
  let driver: Driver;
  let own: string;
  let evil: string;
  beforeAll(async () => {
    site = await startPracticeSite();
    const { port } = new URL(site.url);
    own = `http://college.localhost:${port}`;
    evil = `http://portail.localhost:${port}`;
    driver = await startSeconde(browser, 'en');
    const page = await driver.newPage(
      // Without a gesture a code is waited for at most five seconds.
      `${own}/generic/?user=sites-${browser}&enter=1&lang=en&device=0&period=6`,
    );
    await driver.rightClick(page, '#qr');
    await fieldValue(page, '#code', isCode, 20_000);
    await page.close();
  });
  afterAll(async () => {
    await driver?.close();
    await site?.close();
  });

  /** The browser's own question: Firefox's is answered by a setting of the test profile. */
  const allow = async () => {
    if (browser === 'firefox') return;
    await pause(1200);
    await driver.shortcut('Tab');
    await pause(300);
    await driver.shortcut('Return');
  };
  const badgeOf = (page: Page) =>
    page.bringToFront().then(() =>
      driver.inBackground(async () => {
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        return tab?.id === undefined ? '' : chrome.action.getBadgeText({ tabId: tab.id });
      }),
    );
  const origins = () => driver.inBackground(async () => (await chrome.permissions.getAll()).origins ?? []);

  it('Enter in the popup puts the code in the page, and what was wrong with it can be said', async () => {
    const page = await driver.newPage(`${own}/hostile/field`);
    const popup = await openPopup(driver, page);
    await reads(popup, say.enterFills);
    // Firefox's popup has no keyboard of its own on the tests' screen.
    if (browser === 'chromium') await driver.shortcut('Return');
    else
      await popup.evaluate(() => {
        const input = document.querySelector<HTMLElement>('.search input');
        input?.focus();
        input?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
      });
    await fieldValue(page, '#otp', isCode, 20_000);
    const again = await openPopup(driver, page);
    await reads(again, say.lastFilled);
    await again.click('.last-fill .link');
    const card = await reads(again, say.correctTitle);
    expect(card).toContain('Authenticator code');
    expect(card).toContain(say.whyAsked);
    await again.close();
    await page.close();
  });

  it('lists the fields of a page that is not sure, shows the chosen one, and knows it the next time', async () => {
    const page = await driver.newPage(`${own}/hostile/twins`);
    await driver.shortcut('alt+shift+c');
    const card = await cardOf(driver);
    await reads(card, say.fieldTitle);
    await card.click('.choices li:nth-child(2) .choice');
    await fieldValue(page, '#second', isCode, 20_000);
    expect(await page.$eval('#first', (input) => (input as HTMLInputElement).value)).toBe('');
    await page.reload();
    await driver.shortcut('alt+shift+c');
    await fieldValue(page, '#second', isCode, 20_000);
    await page.close();
  });

  it('fills a frame of another site once, by name, and gives the permission back', async () => {
    const page = await driver.newPage(`${evil}/hostile/framing?what=${own}`);
    const frame = page.frames().find((one) => one.url().startsWith(own));
    await driver.shortcut('alt+shift+c');
    const card = await cardOf(driver);
    const text = await reads(card, say.frameTitle);
    expect(text).toContain('portail.localhost');
    expect(text).toContain('college.localhost');
    await card.click('.card .wide');
    await allow();
    const filled = await poll(async () => {
      const value = await frame?.$eval('#otp', (input) => (input as HTMLInputElement).value).catch(() => '');
      return value !== undefined && isCode(value) ? value : null;
    }, 20_000);
    expect(filled).not.toBeNull();
    expect(await poll(async () => ((await origins()).length === 0 ? true : null), 5000)).toBe(true);
    await page.close();
  });

  it('enters the code by itself where it was turned on, marks the icon, and ends with the permission', async () => {
    const options = await driver.openPage('options.html#sites');
    await options.evaluate(
      (given) => chrome.runtime.sendMessage({ name: 'vault.protect', request: { password: given } }),
      password,
    );
    await options.waitForSelector('#sites details summary');
    await options.click('#sites details summary');
    await options.click('#sites details label:nth-of-type(2) input');
    await allow();
    await options.waitForSelector('#sites details label:nth-of-type(2) input:checked', { timeout: 15_000 });
    expect(await origins()).toEqual(['http://college.localhost/*']);

    const page = await driver.newPage(`${own}/hostile/field?by=itself`);
    await fieldValue(page, '#otp', isCode, 20_000);
    expect(await driver.popup(0)).toBeNull();
    expect(await poll(async () => ((await badgeOf(page)) === '•' ? true : null), 5000)).toBe(true);
    await page.reload();
    await pause(1500);
    expect(await page.$eval('#otp', (input) => (input as HTMLInputElement).value)).toBe('');

    const elsewhere = await driver.newPage(`${evil}/hostile/field`);
    const hidden = await driver.newPage(`${own}/hostile/opacity`);
    await pause(1500);
    for (const [one, mark] of [
      [elsewhere, ''],
      [hidden, '•'],
    ] as const) {
      expect(await one.$eval('#otp', (input) => (input as HTMLInputElement).value)).toBe('');
      expect(await badgeOf(one)).toBe(mark);
    }
    await options.bringToFront();
    await options.click('#sites details label:nth-of-type(1) input');
    await options.waitForSelector('#sites details label:nth-of-type(1) input:not(:checked)');
    expect(await origins()).toEqual([]);
    const after = await driver.newPage(`${own}/hostile/field?after`);
    await pause(1500);
    expect(await after.$eval('#otp', (input) => (input as HTMLInputElement).value)).toBe('');
    expect(await badgeOf(after)).toBe('');
    for (const one of [page, elsewhere, hidden, after, options]) await one.close();
  });

  it('gives a site back to the account that was removed from it', async () => {
    const options = await driver.openPage('options.html#sites');
    const tied = () => options.$$eval('#sites .site-line button', (buttons) => buttons.length);
    await options.waitForSelector('#sites .site-line button');
    const before = await tied();
    await options.click('#sites .site-line button');
    await pageReads(options, /is no longer used on/);
    expect(await poll(async () => ((await tied()) < before ? true : null), 10_000)).toBe(true);
    await options.click('.undo-bar .link');
    expect(await poll(async () => ((await tied()) === before ? true : null), 10_000)).toBe(true);
    await options.close();
  });

  it('asks before a copy on a host that resembles the account’s, and copies nothing on a no', async () => {
    const { port } = new URL(site.url);
    const page = await driver.newPage(`http://co11ege.localhost:${port}/hostile/field`);
    const popup = await openPopup(driver, page);
    const text = await reads(popup, say.likeTitle);
    expect(text).toContain('co11ege.localhost');
    await popup.click('.row-main');
    await reads(popup, say.likeCopyTitle);
    await popup.click('.likeness .primary');
    await reads(popup, say.likeTitle);
    expect(await popup.text('main')).not.toContain(say.codeCopied);
    await popup.close();
    await page.close();
  });
});
