/** The first installation: the page that welcomes, and an enrolment rehearsed on it, by the gestures of any other page. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Driver, launch } from '../browsers/driver.ts';
import {
  accountRows,
  browsers,
  cardOf,
  extensionDirs,
  openPopup,
  pageReads,
  reads,
  says,
  stored,
} from './seconde.ts';

const say = says.fr;
const words = (text: string) => new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s/g, '\\s'));

describe.each(browsers)('the first installation in %s', (browser) => {
  let driver: Driver;
  let page: Page;
  beforeAll(async () => {
    driver = await launch({ browser, extensionDir: extensionDirs[browser], headed: true, lang: 'fr' });
    page = await driver.ownPage('welcome.html');
  });
  afterAll(() => driver?.close());
  const next = () => page.$eval('.welcome-foot .primary', (button) => (button as HTMLElement).click());
  const type = async (code: string) => {
    await page.$eval(
      '.rehearsal-code',
      (field, typed) => {
        (field as HTMLInputElement).value = typed;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      },
      code,
    );
    await page.$eval('.rehearsal form button', (button) => (button as HTMLElement).click());
  };

  it('opens three screens that answer what people ask', async () => {
    await pageReads(page, words(say.welFirstTitle));
    await pageReads(page, words(say.welMicrosoft));
    await next();
    await pageReads(page, words(say.welLost));
    await next();
    await pageReads(page, words(say.welThirdTitle));
  });

  it('rehearses an enrolment: a right-click on the page, the code of the card, a verified account', async () => {
    await driver.rightClick(page, '.rehearsal-qr');
    const card = await cardOf(driver);
    const text = await reads(card, /\d{3}\s\d{3}/);
    await pageReads(page, words(say.welTryAdded));
    await type(/\d{3}\s\d{3}/.exec(text)?.[0] ?? '');
    await pageReads(page, words(say.welTryRight));
    await reads(card, say.outcomeAccepted);
    expect((await accountRows(driver)).join()).toContain(say.welTryIssuer);
  });

  it('takes the account away without a trace', async () => {
    await page.bringToFront();
    await page.$eval('.rehearsal-remove', (button) => (button as HTMLElement).click());
    await pageReads(page, words(say.welTryRemoved));
    expect(await accountRows(driver)).toEqual([]);
  });

  it('rehearses it from the button in the toolbar too', async () => {
    await page.close();
    page = await driver.openPage('welcome.html');
    await page.waitForSelector('.welcome-foot .primary');
    await next();
    await next();
    await page.waitForSelector('.rehearsal-qr');
    const popup = await openPopup(driver, page);
    await popup.click('footer .wide');
    await reads(popup, say.enrolledTitle);
    await pageReads(page, words(say.welTryAdded));
    await popup.close();
    expect(await stored(driver)).not.toContain('exercice');
  });
});
