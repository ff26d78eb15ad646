/** A daycare's software and a college's portal, end to end: from the switch or the choice of a method to a later sign-in. */
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
  pageReads,
  press,
  pressAndWait,
  reads,
  says,
  startSeconde,
  walk,
} from './seconde.ts';

const say = says.fr;

describe.each(browsers)('in %s', (browser) => {
  /** Another site is another origin: each has one account. */
  let sites: PracticeSite[];
  let driver: Driver;
  beforeAll(async () => {
    sites = await Promise.all(Array.from({ length: 4 }, () => startPracticeSite()));
    driver = await startSeconde(browser);
  });
  afterAll(() => Promise.all([driver?.close(), ...(sites ?? []).map((site) => site.close())]));

  const user = `rose-${browser}`;
  const siteOf = (index: number) => sites[index] as PracticeSite;
  const outcomes = (site: PracticeSite) =>
    site.state.snapshot(user).flatMap(({ attempts }) => attempts.map(({ outcome }) => outcome));
  const expectNothingTyped = async (page: Page) =>
    expect((await fieldValues(page)).join('')).not.toMatch(/\d{6}/);
  const answered = browser === 'chromium' ? say.outcomeAccepted : say.outcomeAsk;

  describe('a daycare', () => {
    const address = (site: PracticeSite, options = '') =>
      `${site.url}/daycare/?user=${user}&enter=1&lang=fr&period=10&${options}`;
    /** At the window with the QR code, as after the switch and a new sign-in. */
    const arrive = async (site: PracticeSite, options: string, periodSeconds = 10): Promise<Page> => {
      site.state.person('daycare', user, { periodSeconds }).secondFactorAsked = true;
      const page = await driver.newPage(address(site, options));
      await page.waitForSelector('#mfa-window[open]');
      return page;
    };

    it('is enrolled from the switch on, and signed in to: one field', async () => {
      const site = siteOf(0);
      const page = await driver.newPage(address(site));
      await pressAndWait(page, '#mfa-switch');
      await pageReads(page, /Activée: un code sera exigé/);
      // Nothing of ours appears where nobody asked for it.
      expect([await driver.popup(0), await driver.panel(0)]).toEqual([null, null]);
      await pressAndWait(page, '#sign-out');
      await pressAndWait(page, '#sign-in');
      await page.waitForSelector('#mfa-window[open]');
      await driver.rightClick(page, '#qr');
      await fieldValue(page, '#code');
      const card = await cardOf(driver);
      await reads(card, say.enrolledTitle);
      // Before the step that only an administrator can undo: what it means, and a copy, which can be skipped.
      await reads(card, say.fromNowOn);
      await card.click('.before .buttons .plain');
      await pressAndWait(page, '#verify');
      await pageReads(page, /Authentification configurée/);
      await reads(card, answered);
      await page.goto(address(site));
      await page.waitForSelector('#mfa-window[open]');
      await driver.shortcut('alt+shift+c');
      await fieldValue(page, '#code', undefined, 20_000);
      await pressAndWait(page, '#verify');
      await pageReads(page, /Authentification configurée/);
      expect(outcomes(site)).toEqual(['accepted', 'accepted']);
      await page.close();
    });

    it('is enrolled and signed in to: six boxes, a drawn code', async () => {
      const site = siteOf(1);
      const page = await arrive(site, 'boxes=1&delivery=canvas');
      await driver.rightClick(page, '#qr');
      const card = await cardOf(driver);
      await reads(card, say.readyBoxes);
      await expectNothingTyped(page);
      await card.click('.card button.primary.wide');
      await fieldValue(page, '#code');
      await pressAndWait(page, '#verify');
      await pageReads(page, /Authentification configurée/);
      await page.goto(address(site, 'boxes=1'));
      await page.waitForSelector('#mfa-window[open]');
      await driver.shortcut('alt+shift+c');
      await fieldValue(page, '#code', undefined, 20_000);
      await pressAndWait(page, '#verify');
      await pageReads(page, /Authentification configurée/);
      expect(outcomes(site)).toEqual(['accepted', 'accepted']);
      await page.close();
    });

    it('is enrolled by the key alone, after a question', async () => {
      const site = siteOf(2);
      const page = await arrive(site, 'delivery=none', 30);
      await driver.rightClick(page, '#key');
      const card = await cardOf(driver);
      await reads(card, say.writtenTitle);
      expect((await accountRows(driver)).filter((row) => row.includes(new URL(site.url).host))).toEqual([]);
      await page.bringToFront();
      await card.click('.choice');
      await reads(card, say.enrolledTitle);
      await fieldValue(page, '#code');
      await pressAndWait(page, '#verify');
      await pageReads(page, /Authentification configurée/);
      await page.close();
    });
  });

  describe('a college', () => {
    const input = 'main .MuiInputBase-input';
    const button = 'main .MuiButton-root';

    it('is enrolled step by step, and signed in to', async () => {
      const site = siteOf(3);
      const address = `${site.url}/omnivox/?lang=fr&period=10`;
      const page = await driver.newPage(address);
      const signIn = async () => {
        await page.type('#Identifiant', user);
        await pressAndWait(page, 'button[type=submit]');
      };
      await signIn();
      await walk(page, button);
      await page.waitForSelector('main svg[aria-label=QR]');
      await driver.rightClick(page, 'main svg[aria-label=QR]');
      const card = await cardOf(driver);
      await reads(card, say.armedNext);
      // The QR code is gone when the code is asked for: it goes in by itself, once.
      await press(page, button);
      await fieldValue(page, input);
      await press(page, button);
      await pageReads(page, /Activation terminée/);
      await reads(card, say.outcomeAccepted);
      await pressAndWait(page, button);
      await pageReads(page, /Authentification configurée/);
      await page.goto(address);
      await signIn();
      await page.waitForSelector(input);
      await driver.shortcut('alt+shift+c');
      await fieldValue(page, input, undefined, 20_000);
      await press(page, button);
      await pageReads(page, /Authentification configurée/);
      expect(outcomes(site)).toEqual(['accepted', 'accepted']);

      // The same field, the same button: but this code comes by e-mail.
      await page.goto(`${site.url}/omnivox/apps/mfa/login?method=mail`);
      await page.waitForSelector(input);
      await driver.shortcut('alt+shift+c');
      await reads(await cardOf(driver), say.failures['field-none']);
      await expectNothingTyped(page);
      await page.close();
    });
  });
});
