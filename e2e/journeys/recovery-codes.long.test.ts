/** The recovery codes that a site shows: read in a gesture, checked, kept, offered by number on the page that asks for one. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Driver } from '../browsers/driver.ts';
import { type PracticeSite, startPracticeSite } from '../site/server.ts';
import {
  browsers,
  cardOf,
  fieldValue,
  fieldValues,
  openPopup,
  pageReads,
  press,
  pressAndWait,
  reads,
  says,
  startSeconde,
  stored,
} from './seconde.ts';

const say = says.fr;

describe.each(browsers)('recovery codes in %s', (browser) => {
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
  const shownCodes = (page: Page) =>
    page.$$eval('#kc-recovery-codes-list > li', (all) => all.map((one) => one.textContent?.trim() ?? ''));

  it('are kept from the page that shows them, and the one that is asked for is there to copy, never typed', async () => {
    const user = `rose-${browser}`;
    const address = `${site.url}/keycloak-v2/?user=${user}&enter=1&lang=en&recovery=1`;
    const page = await driver.newPage(address);
    await driver.rightClick(page, '#kc-totp-secret-qr-code');
    await fieldValue(page, '#totp');
    const card = await cardOf(driver);
    await reads(card, say.filledCode);
    await pressAndWait(page, '#saveTOTPBtn');
    await page.waitForSelector('#kc-recovery-codes-list');
    await card.click('.card > .buttons:last-of-type button');
    await reads(card, new RegExp(user));
    const codes = await shownCodes(page);
    expect(codes).toHaveLength(12);

    const popup = await openPopup(driver, page);
    await popup.click('.row-more');
    await popup.click('.row-menu .details');
    await popup.click('.part-recovery summary');
    await reads(popup, say.codesNone);
    await popup.click('.recovery-part .link');
    const found = await reads(popup, say.codesCheck.other);
    for (const code of codes) expect(found).toContain(code);
    await popup.click('.recovery-part button.primary');
    await reads(popup, say.codesKept.other);
    await popup.close();
    expect(await stored(driver)).not.toContain(codes[0]);

    await press(page, '#kcRecoveryCodesConfirmationCheck');
    await pressAndWait(page, '#saveRecoveryAuthnCodesBtn');
    await page.goto(address);
    await page.goto(`${site.url}/keycloak-v2/login-actions/authenticate?authenticator=recovery`);
    await pageReads(page, /Recovery code #1/);
    const asking = await openPopup(driver, page);
    await reads(asking, say.codesAsked);
    await asking.click('.recovery-offer button');
    const offered = await reads(asking, new RegExp(codes[0] ?? 'a code'));
    for (const code of codes.slice(1)) expect(offered).not.toContain(code);
    await asking.close();
    expect(await fieldValues(page)).not.toContain(codes[0]);
    await page.close();
  }, 80_000);
});
