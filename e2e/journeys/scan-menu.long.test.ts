/** Accounts from a link and from selected text, by the context menu; and several codes, chosen by the keyboard. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Driver } from '../browsers/driver.ts';
import { type PracticeSite, startPracticeSite } from '../site/server.ts';
import {
  accountRows,
  browsers,
  cardOf,
  fieldValue,
  oathCodes,
  openPopup,
  pageReads,
  reads,
  says,
  startSeconde,
  stored,
} from './seconde.ts';

const say = says.fr;

describe.each(browsers)('in %s', (browser) => {
  let site: PracticeSite;
  let driver: Driver;
  beforeAll(async () => {
    site = await startPracticeSite();
    driver = await startSeconde(browser);
  });
  afterAll(async () => {
    await driver?.close();
    await site?.close();
  });

  /** Chromium puts several items of an extension in a submenu; Firefox shows only the one that fits. */
  const item = browser === 'chromium' ? { submenu: 1 } : ('ours' as const);
  const open = () => driver.newPage(`${site.url}/written/?lang=fr`);
  const rowsOf = async (name: string) => (await accountRows(driver)).filter((row) => row.includes(name));

  it('adds the account of a link, and enters its code in that page', async () => {
    const page = await open();
    await driver.rightClick(page, '#link');
    const code = await fieldValue(page, '#code');
    expect(oathCodes('JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXA', Date.now())).toContain(code);
    const card = await cardOf(driver);
    await reads(card, say.enrolledTitle);
    await page.close();
    expect(await rowsOf('lien')).toHaveLength(1);
  });

  it('adds a selected address at once', async () => {
    const page = await open();
    await select(page, '#address');
    await driver.rightClick(page, '#address', item);
    await fieldValue(page, '#code');
    await page.close();
    expect(await rowsOf('adresse')).toHaveLength(1);
  });

  it('asks for the rest of a selected key, with its code as it will be', async () => {
    const page = await open();
    await select(page, '#key');
    await driver.rightClick(page, '#key', item);
    const scan = await driver.ownPage('scan.html');
    await scan.waitForSelector('.preview:not(.none)');
    const shown = await scan.$eval('.preview .code', (code) => code.textContent.replace(/\D/g, ''));
    expect(oathCodes('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', Date.now())).toContain(shown);
    const fields = await scan.$$eval('.hand > .field input', (all) => all.map(({ value }) => value));
    expect(fields).toEqual(['gezd gnbv gy3t qojq gezd gnbv gy3t qojq', new URL(site.url).host, '']);
    expect(await rowsOf('zoé')).toHaveLength(0);
    await scan.bringToFront();
    await scan.type('.hand > .field:nth-of-type(3) input', 'zoé');
    await scan.keyboard.press('Enter');
    await pageReads(scan, new RegExp(say.enrolledTitle));
    await pageReads(scan, /Rien n’a été entré dans la page/);
    expect(await page.$eval('#code', (field) => (field as HTMLInputElement).value)).toBe('');
    await scan.close();
    await page.close();
    expect(await rowsOf('zoé')).toHaveLength(1);
  });

  it('says that a sentence holds no key, and stores nothing', async () => {
    const page = await open();
    const before = await stored(driver);
    await select(page, '#prose');
    await driver.rightClick(page, '#prose', item);
    await reads(await cardOf(driver), say.failures['text-without-key']);
    expect(await stored(driver)).toBe(before);
    await page.close();
  });

  it('goes from the shortcut to the picture, where Tab and Enter choose one of several codes', async () => {
    const page = await driver.newPage(`${site.url}/written/several?lang=fr`);
    await driver.shortcut('alt+shift+q');
    const card = await cardOf(driver);
    await reads(card, say.chooseTitle);
    await card.close();
    const popup = await openPopup(driver, page);
    await reads(popup, say.chooseTitle);
    expect(await popup.evaluate(() => document.activeElement?.tagName)).toBe('H2');
    await popup.click('.card .buttons button');
    const scan = await driver.ownPage('scan.html');
    await scan.waitForSelector('.code-box');
    expect(await scan.$$eval('.code-box', (all) => all.length)).toBe(2);
    await scan.keyboard.press('Tab');
    await scan.keyboard.press('Enter');
    await pageReads(scan, new RegExp(say.enrolledTitle));
    await fieldValue(page, '#code');
    await scan.close();
    await page.close();
    expect(await accountRows(driver)).toEqual(
      expect.arrayContaining([expect.stringMatching(/\b(?:un|deux)\b/)]),
    );
  });
});

/** All of an element's text, as a triple click would. */
function select(page: Page, selector: string): Promise<void> {
  return page.$eval(selector, (element) => getSelection()?.selectAllChildren(element));
}
