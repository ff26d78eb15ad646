/** Clicks on account links of a page: the page's own until the person chose that they open in Seconde, which then asks. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Driver } from '../browsers/driver.ts';
import { type PracticeSite, startPracticeSite } from '../site/server.ts';
import { accountRows, browsers, fieldValue, openPopup, pause, reads, says, startSeconde } from './seconde.ts';

const say = says.en;

describe.each(browsers)('in %s', (browser) => {
  let site: PracticeSite;
  let driver: Driver;
  beforeAll(async () => {
    site = await startPracticeSite();
    driver = await startSeconde(browser, 'en');
    // An account of this site lists it in the settings.
    const page = await driver.newPage(`${site.url}/generic/?user=links-${browser}&enter=1&lang=en&device=0`);
    await driver.rightClick(page, '#qr');
    await fieldValue(page, '#code', (value) => /^\d{6}$/.test(value), 20_000);
    await page.close();
  });
  afterAll(async () => {
    await driver?.close();
    await site?.close();
  });

  /** A page whose links lead nowhere but to itself: no program of this computer is started. */
  const open = async () => {
    const page = await driver.newPage(`${site.url}/written/?lang=en`);
    await page.evaluate(() => {
      addEventListener('click', (event) => {
        const { dataset } = document.documentElement;
        dataset['clicks'] = `${dataset['clicks'] ?? ''}${event.defaultPrevented ? 'ours ' : 'page '}`;
        event.preventDefault();
      });
    });
    return page;
  };
  const clicksOf = (page: Page) =>
    page.evaluate(() => (document.documentElement.dataset['clicks'] ?? '').trim());
  const isSaved = async () => (await accountRows(driver)).some((row) => row.includes('lien'));
  /** Over the page: the one that opened by itself, or where the browser keeps it shut, the one behind the button. */
  const card = async (page: Page) => (await driver.popup(3000)) ?? openPopup(driver, page);
  const allow = async () => {
    if (browser === 'firefox') return;
    await pause(1200);
    await driver.shortcut('Tab');
    await pause(300);
    await driver.shortcut('Return');
  };

  it('a click is the page’s where nothing was chosen', async () => {
    const page = await open();
    await page.click('#link');
    expect(await clicksOf(page)).toBe('page');
    expect(await driver.popup(0)).toBeNull();
    await page.close();
  });

  it('where it was chosen the person is asked: nothing comes of a no, a yes saves and goes on with the page', async () => {
    const options = await driver.openPage('options.html#sites');
    await options.waitForSelector('#sites details summary');
    await options.click('#sites details summary');
    await options.click('#sites details label:nth-of-type(3) input');
    await allow();
    await options.waitForSelector('#sites details label:nth-of-type(3) input:checked', { timeout: 15_000 });
    await options.close();

    const page = await open();
    await page.bringToFront();
    await page.evaluate(() => document.querySelector<HTMLElement>('#link')?.click());
    expect(await clicksOf(page)).toBe('page');
    expect(await driver.popup(0)).toBeNull();

    await page.click('#link');
    expect(await clicksOf(page)).toBe('page ours');
    const asked = await card(page);
    const text = await reads(asked, say.pageLinkTitle);
    for (const part of ['Papeterie', 'lien', new URL(site.url).host]) expect(text).toContain(part);
    await asked.click('.card .plain');
    await reads(asked, /links-/);
    await asked.close();
    expect(await isSaved()).toBe(false);

    await page.bringToFront();
    // A page may ask once a second.
    await pause(1000);
    await page.click('#link');
    expect(await clicksOf(page)).toBe('page ours ours');
    const again = await card(page);
    await reads(again, say.pageLinkTitle);
    await again.click('.card .primary');
    await fieldValue(page, '#code', (value) => /^\d{6}$/.test(value), 20_000);
    await page.close();
    expect(await isSaved()).toBe(true);
  });
});
