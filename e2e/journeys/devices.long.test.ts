/** A sign-in that lists several devices: the one that was named at the enrolment is chosen, on Keycloak's three generations of pages. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Driver } from '../browsers/driver.ts';
import { type PracticeSite, startPracticeSite } from '../site/server.ts';
import {
  browsers,
  cardOf,
  fieldValue,
  oathCodes,
  pageReads,
  pressAndWait,
  reads,
  says,
  startSeconde,
} from './seconde.ts';

const say = says.fr;
const isCode = (value: string) => /^\d{6}$/.test(value);

describe.each(browsers)('several devices in %s', (browser) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await startSeconde(browser);
  });
  afterAll(() => driver?.close());

  it.each(['keycloak-base', 'keycloak-v2', 'keycloak-cards'])(
    'are told apart by name on %s',
    async (theme) => {
      const site: PracticeSite = await startPracticeSite();
      const user = `ana-${theme}-${browser}`;
      const address = `${site.url}/${theme}/?user=${user}&enter=1&lang=fr&period=10`;
      const page = await driver.newPage(address);
      // The person's phone is there first.
      const secret = site.state.snapshot(user)[0]?.pendingSecret ?? '';
      const [, code = ''] = oathCodes(secret, Date.now(), 10);
      await page.type('#totp', code);
      await page.type('#userLabel', 'Téléphone');
      await pressAndWait(page, '#saveTOTPBtn');
      await pressAndWait(page, '#add-device');
      await driver.rightClick(page, '#kc-totp-secret-qr-code');
      await fieldValue(page, '#totp', isCode, 40_000);
      await fieldValue(page, '#userLabel', (name) => name === 'Seconde (ordinateur)');
      await reads(await cardOf(driver), say.filledDevice);
      await pressAndWait(page, '#saveTOTPBtn');
      await pageReads(page, /Seconde \(ordinateur\)/);
      await page.goto(address);
      await pageReads(page, /Téléphone/);
      await driver.shortcut('alt+shift+c');
      await fieldValue(page, '#otp', isCode, 40_000);
      await pressAndWait(page, '#kc-login');
      await pageReads(page, /Authentification configurée/);
      const [person] = site.state.snapshot(user);
      expect(person?.attempts.map(({ outcome, device }) => [outcome, device])).toEqual([
        ['accepted', 'Téléphone'],
        ['accepted', 'Seconde (ordinateur)'],
        ['accepted', 'Seconde (ordinateur)'],
      ]);
      await page.close();
      await site.close();
    },
    90_000,
  );
});
