/** Signing in: by the menu of the field, by the popup, on a site that is new to the account; and where nothing may be typed. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Driver } from '../browsers/driver.ts';
import { type PracticeSite, startPracticeSite } from '../site/server.ts';
import {
  accountRows,
  browsers,
  cardOf,
  fieldValue,
  fieldValues,
  oathCodes,
  openPopup,
  pageReads,
  pause,
  pressAndWait,
  reads,
  rightClickToFill,
  says,
  startSeconde,
  stored,
} from './seconde.ts';

const say = says.en;

describe.each(browsers)('in %s', (browser) => {
  /** Another site is another origin: each has one account. */
  let site: PracticeSite;
  let other: PracticeSite;
  let driver: Driver;
  beforeAll(async () => {
    [site, other] = await Promise.all([startPracticeSite(), startPracticeSite()]);
    driver = await startSeconde(browser, 'en');
  });
  afterAll(async () => {
    await driver?.close();
    await Promise.all([site, other].map((one) => one?.close()));
  });

  const user = `zoe-${browser}`;
  const generic = (at: PracticeSite) => `${at.url}/generic/?user=${user}&enter=1&lang=en&device=0&period=10`;
  const isCode = (value: string) => /^\d{6}$/.test(value);
  const expectNothingTyped = async (page: Page) => expect((await fieldValues(page)).join('')).toBe('');

  it('enters the code by the menu of the field', async () => {
    const page = await driver.newPage(generic(site));
    await driver.rightClick(page, '#qr');
    await fieldValue(page, '#code');
    await pressAndWait(page, '#verify');
    await page.goto(generic(site));
    await rightClickToFill(driver, page, '#code');
    await fieldValue(page, '#code', isCode, 20_000);
    await pressAndWait(page, '#verify');
    await pageReads(page, /Authentication set up/);
    await page.close();
  });

  it('enters the code from the popup, which closes itself first', async () => {
    const page = await driver.newPage(generic(site));
    const popup = await openPopup(driver, page);
    await popup.click('.row-fill');
    await fieldValue(page, '#code', isCode, 20_000);
    expect(await driver.popup(0)).toBeNull();
    await pressAndWait(page, '#verify');
    await pageReads(page, /Authentication set up/);
    await page.close();
  });

  it('asks before it enters a code on a site that is new to the account', async () => {
    // The same person has a device there already, made without us.
    const page = await driver.newPage(generic(other));
    const [, code = ''] = oathCodes(other.state.snapshot(user)[0]?.pendingSecret ?? '', Date.now(), 10);
    await page.type('#code', code);
    await pressAndWait(page, '#verify');
    await page.goto(generic(other));

    const popup = await openPopup(driver, page);
    await popup.click('.row-enter');
    let card = await cardOf(driver);
    await reads(card, say.askSiteTitle);
    const host = new URL(other.url).host;
    expect(await card.text('.hosts')).toContain(host);
    expect(await card.text('.buttons button:first-child')).toBe(say.askSiteNo);
    await card.click('.buttons button:first-child');
    await pause(500);
    await expectNothingTyped(page);
    if ((await driver.popup(0)) !== null) await (await driver.popup(0))?.close();

    await driver.shortcut('alt+shift+c');
    card = await cardOf(driver);
    await reads(card, say.askSiteTitle);
    await expectNothingTyped(page);
    await card.click('.buttons button:last-child');
    await fieldValue(page, '#code', isCode, 20_000);
    await page.goto(generic(other));
    await driver.shortcut('alt+shift+c');
    await fieldValue(page, '#code', isCode, 20_000);
    await page.close();
  });

  it('types nothing where the code comes by text message', async () => {
    const before = await stored(driver);
    const page = await driver.newPage(`${site.url}/traps/sms?lang=en`);
    await driver.shortcut('alt+shift+c');
    await reads(await cardOf(driver), say.failures['field-none']);
    await expectNothingTyped(page);
    expect(await stored(driver)).toBe(before);
    await (await driver.popup(0))?.close();
    await page.close();
  });

  it('saves an account from a message, and types nothing in the mail', async () => {
    const page = await driver.newPage(`${other.url}/traps/webmail?lang=en`);
    await driver.rightClick(page, '#qr');
    const card = await cardOf(driver);
    await reads(card, say.enrolledTitle);
    await reads(card, say.armedNext);
    await pause(500);
    await expectNothingTyped(page);
    expect((await accountRows(driver)).find((row) => row.includes('Courrier'))).toContain(say.notVerified);
    await page.bringToFront();
    await driver.shortcut('alt+shift+c');
    await reads(await cardOf(driver), say.failures['field-none']);
    await expectNothingTyped(page);
    await page.close();
  });
});
