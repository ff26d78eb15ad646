/** Keycloak as hospitals run it, old and new: manual mode, unusual policies, old themes, a server that refuses early codes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Driver } from '../browsers/driver.ts';
import { type PracticeSite, startPracticeSite } from '../site/server.ts';
import {
  accountRows,
  browsers,
  cardOf,
  fieldValue,
  fieldValues,
  pageReads,
  pressAndWait,
  reads,
  says,
  startSeconde,
  walk,
} from './seconde.ts';

const say = says.fr;
/** How far the clock of the computer is ahead of the site that refuses early codes. */
const aheadMs = 90_000;

describe.each(browsers)('Keycloak in %s', (browser) => {
  /** Another site is another origin: each has one account. */
  let manual: PracticeSite;
  let oldest: PracticeSite;
  let late: PracticeSite;
  let driver: Driver;
  beforeAll(async () => {
    [manual, oldest, late] = await Promise.all([
      startPracticeSite(),
      startPracticeSite(),
      startPracticeSite({ clock: () => Date.now() - aheadMs }),
    ]);
    driver = await startSeconde(browser);
  });
  afterAll(() => Promise.all([driver, manual, oldest, late].map((each) => each?.close())));

  const user = `guy-${browser}`;
  const attempts = (site: PracticeSite) =>
    site.state
      .snapshot(user)
      .flatMap((person) => person.attempts.map(({ code, outcome }) => [code.length, outcome]));

  it('enrols from the manual mode, by what its list says: SHA-512, eight digits, six seconds', async () => {
    const address = `${manual.url}/keycloak-v2/?user=${user}&enter=1&lang=fr&algorithm=SHA512&digits=8&period=10`;
    const page = await driver.newPage(address);
    await walk(page, '#mode-manual');
    await page.waitForSelector('#kc-totp-secret-key');
    await driver.rightClick(page, '#kc-totp-secret-key');
    await fieldValue(page, '#totp', (value) => /^\d{8}$/.test(value));
    const card = await cardOf(driver);
    await reads(card, say.enrolledTitle);
    await pressAndWait(page, '#saveTOTPBtn');
    await pageReads(page, /Authentification configurée/);
    expect((await accountRows(driver)).join()).toContain('Réseau de la santé');
    await page.bringToFront();
    await page.goto(address);
    await page.waitForSelector('#otp');
    await driver.shortcut('alt+shift+c');
    await fieldValue(page, '#otp', (value) => /^\d{8}$/.test(value), 20_000);
    await pressAndWait(page, '#kc-login');
    await pageReads(page, /Authentification configurée/);
    expect(attempts(manual)).toEqual([
      [8, 'accepted'],
      [8, 'accepted'],
    ]);
    await page.close();
  });

  it('enrols and signs in at the oldest, whose two fields are called the same', async () => {
    const address = `${oldest.url}/keycloak-oldest/?user=${user}&enter=1&lang=fr&period=10`;
    const page = await driver.newPage(address);
    await driver.rightClick(page, '#kc-totp-secret-qr-code');
    await fieldValue(page, '#totp');
    await pressAndWait(page, '#saveTOTPBtn');
    await pageReads(page, /Authentification configurée/);
    await page.goto(address);
    await page.waitForSelector('#kc-totp-login-form');
    await driver.shortcut('alt+shift+c');
    await fieldValue(page, '#totp', undefined, 20_000);
    await pressAndWait(page, '#kc-login');
    await pageReads(page, /Authentification configurée/);
    expect(attempts(oldest)).toEqual([
      [6, 'accepted'],
      [6, 'accepted'],
    ]);
    await page.close();
  });

  it('follows the clock of a server that refuses early codes, after a yes', async () => {
    const page = await driver.newPage(`${late.url}/keycloak-base/?user=${user}&enter=1&lang=fr`);
    await driver.rightClick(page, '#kc-totp-secret-qr-code');
    const card = await cardOf(driver);
    await reads(card, say.clockWouldRefuse);
    expect((await fieldValues(page)).join()).not.toMatch(/(?<!\d)\d{6}(?!\d)/);
    await card.click('.card button.primary.wide');
    await fieldValue(page, '#totp');
    await pressAndWait(page, '#saveTOTPBtn');
    await pageReads(page, /Authentification configurée/);
    expect(attempts(late)).toEqual([[6, 'accepted']]);
    await page.close();
  });
});
