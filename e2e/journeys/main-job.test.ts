/** The main job, seen: right-click the QR code, the site accepts, the popup shows the code, sign in by filling. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Driver } from '../browsers/driver.ts';
import { type PracticeSite, startPracticeSite } from '../site/server.ts';
import {
  browsers,
  cardOf,
  fieldValue,
  oathCodes,
  openPopup,
  pageReads,
  pressAndWait,
  reads,
  says,
  startSeconde,
} from './seconde.ts';

let site: PracticeSite;
beforeAll(async () => {
  site = await startPracticeSite();
});
afterAll(() => site?.close());

describe.each(browsers)('the main job in %s', (browser) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await startSeconde(browser);
  });
  afterAll(() => driver?.close());

  it('enrols on Keycloak v2 by a right-click, and signs in by the shortcut', async () => {
    const user = `marie-${browser}`;
    const page = await driver.newPage(`${site.url}/keycloak-v2/?user=${user}&enter=1&lang=fr`);
    await driver.rightClick(page, '#kc-totp-secret-qr-code');
    const code = await fieldValue(page, '#totp');
    await fieldValue(page, '#userLabel', (name) => name !== '');
    const card = await cardOf(driver);
    await reads(card, says.fr.enrolledTitle);

    await pressAndWait(page, '#saveTOTPBtn');
    await pageReads(page, /Authentification configurée/);
    const [person] = site.state.snapshot(user);
    const secret = person?.devices[0]?.secret ?? '';
    expect(oathCodes(secret, Date.now())).toContain(code);
    // Firefox ends the grant at any navigation: the person is asked, and silence is never a yes.
    await reads(card, browser === 'chromium' ? says.fr.outcomeAccepted : says.fr.outcomeAsk);

    await page.evaluate(() => document.querySelector<HTMLAnchorElement>('#sign-out')?.click());
    await pageReads(page, /Connexion|connecter/i);
    await page.goto(`${site.url}/keycloak-v2/?user=${user}&enter=1&lang=fr`);
    await page.waitForSelector('#otp');
    await driver.shortcut('alt+shift+c');
    // The enrolment's code was used in this step: the next one is waited for.
    const second = await fieldValue(page, '#otp', undefined, 40_000);
    expect(second).not.toBe(code);
    await pressAndWait(page, '#kc-login');
    await pageReads(page, new RegExp(user));
    expect(site.state.snapshot(user)[0]?.attempts.map(({ outcome }) => outcome)).toEqual([
      'accepted',
      'accepted',
    ]);

    const popup = await openPopup(driver, page);
    const shown = await reads(popup, /\d/, { selector: '.row-main .code' });
    expect(oathCodes(secret, Date.now())).toContain(shown.replace(/\D/g, ''));
    await popup.close();
  }, 120_000);
});
