/** The kinds of codes and of forms: real Keycloak pages, counters, boxes, pages that go on by themselves. */
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
  pause,
  pressAndWait,
  reads,
  says,
  startSeconde,
} from './seconde.ts';

const say = says.fr;

describe.each(browsers)('in %s', (browser) => {
  /** Another site is another origin: each has one account. */
  let keycloak: PracticeSite;
  let counters: PracticeSite;
  let boxes: PracticeSite;
  let driver: Driver;
  beforeAll(async () => {
    [keycloak, counters, boxes] = await Promise.all([
      startPracticeSite(),
      startPracticeSite(),
      startPracticeSite(),
    ]);
    driver = await startSeconde(browser);
  });
  afterAll(async () => {
    await driver?.close();
    await Promise.all([keycloak, counters, boxes].map((one) => one?.close()));
  });

  const user = `luc-${browser}`;
  const isCode = (value: string) => /^\d{6}$/.test(value);
  const outcomes = (site: PracticeSite) =>
    site.state.snapshot(user).flatMap(({ attempts }) => attempts.map(({ outcome }) => outcome));
  const answered = browser === 'chromium' ? say.outcomeAccepted : say.outcomeAsk;

  it('enrols and signs in on the pages of Keycloak, with a name for the device', async () => {
    const address = `${keycloak.url}/keycloak-base/?user=${user}&enter=1&lang=fr&period=10`;
    const page = await driver.newPage(address);
    await driver.rightClick(page, '#kc-totp-secret-qr-code');
    await fieldValue(page, '#totp');
    await fieldValue(page, '#userLabel', (name) => name !== '');
    const card = await cardOf(driver);
    await reads(card, say.filledDevice);
    await pressAndWait(page, '#saveTOTPBtn');
    await pageReads(page, /Seconde \(ordinateur\)/);
    await reads(card, answered);
    await page.goto(address);
    await driver.shortcut('alt+shift+c');
    await fieldValue(page, '#otp', isCode, 20_000);
    await pressAndWait(page, '#kc-login');
    await pageReads(page, /Authentification configurée/);
    expect(outcomes(keycloak)).toEqual(['accepted', 'accepted']);
    await page.close();
  });

  it('moves the counter on with each code', async () => {
    const address = `${counters.url}/keycloak-v2/?user=${user}&enter=1&lang=fr&kind=hotp`;
    const page = await driver.newPage(address);
    await driver.rightClick(page, '#kc-totp-secret-qr-code');
    const codes = [await fieldValue(page, '#totp')];
    await pressAndWait(page, '#saveTOTPBtn');
    await pageReads(page, /Authentification configurée/);
    for (let signIns = 0; signIns < 2; signIns += 1) {
      await page.goto(address);
      await driver.shortcut('alt+shift+c');
      codes.push(await fieldValue(page, '#otp'));
      await pressAndWait(page, '#kc-login');
      await pageReads(page, /Authentification configurée/);
    }
    expect(outcomes(counters)).toEqual(['accepted', 'accepted', 'accepted']);
    expect(counters.state.snapshot(user)[0]?.devices[0]?.counter).toBe(3);
    expect(new Set(codes).size).toBe(3);
    await page.close();
  });

  it('leaves boxes to the person, who enters the code by the button of the card', async () => {
    const page = await driver.newPage(`${boxes.url}/generic/?user=${user}&enter=1&lang=fr&boxes=1`);
    await driver.rightClick(page, '#qr');
    const card = await cardOf(driver);
    await reads(card, say.readyBoxes);
    await pause(300);
    expect((await fieldValues(page)).join('')).toBe('');
    await card.click('.card button.primary.wide');
    await fieldValue(page, '#code');
    await fieldValue(page, '#deviceName', (name) => name === 'Seconde (ordinateur)');
    expect(
      await page.$$eval('.box', (all) => all.map((box) => (box as HTMLInputElement).value.length)),
    ).toEqual([1, 1, 1, 1, 1, 1]);
    await pressAndWait(page, '#verify');
    await pageReads(page, /Authentification configurée/);
    await reads(card, answered);
    await page.close();
  });

  it.each([
    ['boxes', 'boxes=1&'],
    ['a field', ''],
  ])('submits exactly once on a page that goes on by itself: %s', async (what, option) => {
    const person = `auto-${what.replace(' ', '-')}-${browser}`;
    const page = await driver.newPage(
      `${boxes.url}/generic/?user=${person}&enter=1&lang=fr&autosubmit=1&${option}`,
    );
    await driver.rightClick(page, '#qr');
    const card = await cardOf(driver);
    if (option !== '') {
      await reads(card, say.readyBoxes);
      await card.click('.card button.primary.wide');
    }
    await pageReads(page, /Authentification configurée/);
    await reads(card, say.enrolledTitle);
    await reads(card, answered);
    await pause(500);
    const attempts = boxes.state.snapshot(person)[0]?.attempts ?? [];
    expect(attempts.map(({ outcome, device }) => [outcome, device])).toEqual([
      ['accepted', 'Seconde (ordinateur)'],
    ]);
    await page.close();
  });

  it('shows the next code of a counter only when asked', async () => {
    const page = await driver.newPage(`${counters.url}/traps/no-qr`);
    const popup = await openPopup(driver, page);
    expect(await popup.text('.row-main .code')).not.toMatch(/\d/);
    await popup.click('.row-next');
    await reads(popup, /\d{3} \d{3}/, { selector: '.row-main .code' });
    await popup.close();
    await page.close();
  });
});
