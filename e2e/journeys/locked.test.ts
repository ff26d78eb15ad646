/** A vault with a password: what was asked while it was locked goes on by itself after the unlock, and only in its page. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Driver } from '../browsers/driver.ts';
import { type PracticeSite, startPracticeSite } from '../site/server.ts';
import {
  accountRows,
  browsers,
  cardOf,
  fieldValue,
  fieldValues,
  openPopup,
  pageReads,
  pause,
  pressAndWait,
  reads,
  says,
  startSeconde,
  stored,
} from './seconde.ts';

const say = says.fr;
const password = 'quatre mots bien choisis';
/** The second one is another origin, so that each has one account. */
let site: PracticeSite;
let second: PracticeSite;
beforeAll(async () => {
  site = await startPracticeSite();
  second = await startPracticeSite();
});
afterAll(() => Promise.all([site?.close(), second?.close()]));

describe.each(browsers)('a locked vault in %s', (browser) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await startSeconde(browser);
  });
  afterAll(() => driver?.close());

  const address = (user: string, options = 'device=0', at = site) =>
    `${at.url}/generic/?user=${user}-${browser}&enter=1&lang=fr&${options}`;
  const lock = async (): Promise<void> => {
    const list = await driver.openPage('popup.html');
    await list.click(`header button[aria-label="${say.lock}"]`);
    await list.waitForSelector('input[type=password]');
    await list.close();
  };

  it('is protected on the settings page, and locked from the popup', async () => {
    const page = await driver.newPage(address('first', 'device=0&period=10'));
    await driver.rightClick(page, '#qr');
    await fieldValue(page, '#code');
    await pressAndWait(page, '#verify');
    await pageReads(page, /Authentification configurée/);
    await page.close();

    const options = await driver.openPage('options.html');
    await options.locator('section button.primary').click();
    const fields = await options
      .waitForSelector('input[autocomplete=new-password]')
      .then(() => options.$$('input[autocomplete=new-password]'));
    for (const field of fields.slice(0, 2)) await field.type(password);
    await options.locator('form button.primary').click();
    await pageReads(options, new RegExp(say.vaultProtected));
    await options.close();

    await lock();
    const list = await driver.openPage('popup.html');
    await pageReads(list, new RegExp(say.lockedTitle));
    expect(await list.$$('.row-main')).toHaveLength(0);
    await list.close();
  });

  it('refuses a wrong password, then goes on with the enrolment that waited', async () => {
    const page = await driver.newPage(address('waits', 'device=0', second));
    const before = await stored(driver);
    await driver.rightClick(page, '#qr');
    const card = await cardOf(driver);
    await reads(card, say.lockedEnrol);
    await card.fill('input[type=password]', 'un autre mot de passe');
    await card.click('form button.primary');
    await reads(card, say.failures['password-wrong']);
    expect(await stored(driver)).toBe(before);
    expect((await fieldValues(page)).join('')).toBe('');

    await card.fill('input[type=password]', password);
    await card.click('form button.primary');
    await reads(card, say.enrolledTitle);
    await reads(card, say.filledCode);
    await fieldValue(page, '#code');
    await page.close();
    expect((await accountRows(driver)).join()).toContain(`waits-${browser}`);
    await lock();
  });

  it('types nothing in a page that took the place of the one that asked', async () => {
    const page = await driver.newPage(address('gone', 'device=0', second));
    await driver.rightClick(page, '#qr');
    const card = await cardOf(driver);
    await reads(card, say.lockedEnrol);
    await page.goto(address('other').replace('127.0.0.1', 'localhost'));
    await card.fill('input[type=password]', password);
    await card.click('form button.primary');
    await reads(card, say.enrolledTitle);
    await pause(1000);
    expect((await fieldValues(page)).join('')).toBe('');
    await reads(card, say.typeIt);
    await page.close();
    await lock();
  });

  it('goes on with the sign-in that waited', async () => {
    const page = await driver.newPage(address('first', 'device=0&period=10'));
    await driver.shortcut('alt+shift+c');
    const card = await cardOf(driver);
    await reads(card, say.lockedFill);
    await card.fill('input[type=password]', password);
    await card.click('form button.primary');
    await fieldValue(page, '#code', undefined, 15_000);
    await pressAndWait(page, '#verify');
    await pageReads(page, /Authentification configurée/);
    await page.close();
    await lock();
  });

  it('says that the page changed, and types nothing, when the sign-in page is gone', async () => {
    const page = await driver.newPage(address('first', 'device=0&period=10'));
    await driver.shortcut('alt+shift+c');
    const card = await cardOf(driver);
    await reads(card, say.lockedFill);
    await page.goto(address('other').replace('127.0.0.1', 'localhost'));
    await card.fill('input[type=password]', password);
    await card.click('form button.primary');
    await reads(card, say.failures['page-changed']);
    expect((await fieldValues(page)).join('')).toBe('');
    await page.close();
    const popupPage = await driver.newPage(`${site.url}/traps/no-qr`);
    const popup = await openPopup(driver, popupPage);
    expect(await popup.text('.row-main .code')).toMatch(/\d/);
    await popup.close();
  });
});
