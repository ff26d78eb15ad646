/** The main job, seen: right-click the QR code, the site accepts, the popup shows the code, sign in by filling. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Driver, launch } from '../browsers/driver.ts';
import type { Surface } from '../browsers/surface.ts';
import { type PracticeSite, startPracticeSite } from '../site/server.ts';
import { extensionDirs, fieldValue, oathCodes, pageReads, reads } from './seconde.ts';

let site: PracticeSite;
beforeAll(async () => {
  site = await startPracticeSite();
});
afterAll(() => site?.close());

async function surfaceOf(driver: Driver): Promise<Surface> {
  const surface = (await driver.panel(8000)) ?? (await driver.popup(3000));
  if (surface === null) throw new Error('no surface of Seconde is open');
  return surface;
}

async function pressAndWait(page: Page, selector: string): Promise<void> {
  await Promise.all([page.waitForNavigation({ waitUntil: 'domcontentloaded' }), page.click(selector)]);
}

describe.each(['chromium', 'firefox'] as const)('the main job in %s', (browser) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await launch({ browser, extensionDir: extensionDirs[browser], headed: true, lang: 'fr' });
  });
  afterAll(() => driver?.close());

  it('enrols on Keycloak v2 by a right-click, and signs in by the shortcut', async () => {
    const user = `marie-${browser}`;
    const page = await driver.newPage(`${site.url}/keycloak-v2/?user=${user}&enter=1&lang=fr`);
    await driver.rightClick(page, '#kc-totp-secret-qr-code');
    const code = await fieldValue(page, '#totp');
    await fieldValue(page, '#userLabel', (name) => name !== '');
    const card = await surfaceOf(driver);
    await reads(card, '.card', /Compte ajouté/);

    await pressAndWait(page, '#saveTOTPBtn');
    await pageReads(page, /Authentification configurée/);
    const [person] = site.state.snapshot(user);
    const secret = person?.devices[0]?.secret ?? '';
    expect(oathCodes(secret, Date.now())).toContain(code);
    if (browser === 'chromium') {
      await reads(card, '.card', /Le site a accepté le code/);
    } else {
      // Firefox ends the grant at any navigation: the person is asked, and silence is never a yes.
      await reads(card, '.card', /Le site a-t-il accepté le code\?/);
    }

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
    expect(site.state.snapshot(user)[0]?.attempts.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted']);

    await driver.clickAction(page);
    const popup = await driver.popup();
    const shown = await popup?.text('.row-main .code');
    expect(oathCodes(secret, Date.now())).toContain(shown?.replace(/\D/g, ''));
    await popup?.close();
  }, 120_000);
});
