/** A Microsoft work account, end to end: led away from the own app's code, enrolled by the other one, signed in at another site. */
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
  stored,
  walk,
} from './seconde.ts';

const next = '[data-testid="reskin-step-next-button"]';
const back = '[data-testid="reskin-step-back-button"]';
const codeInput = '[data-testid="verification-entercode-input"]';
const otc = '#idTxtBx_SAOTCC_OTC';
/** The link to another app has no name of its own, as on the real page. */
const otherApp = '.ms-Link.css-149';

/** Runs in the page: the QR code of the other app, not of the own one. */
const isOtherCode = () => /avec votre application/.test(document.querySelector('main')?.textContent ?? '');

/** The link is in the window and has the focus; nothing was drawn. */
async function expectPointed(page: Page): Promise<void> {
  const pointed = await page.$eval(otherApp, (link) => {
    const { top, bottom } = link.getBoundingClientRect();
    return [document.activeElement === link, top >= 0 && bottom <= innerHeight];
  });
  expect(pointed).toEqual([true, true]);
}

describe.each(browsers)('a Microsoft work account in %s', (browser) => {
  let site: PracticeSite;
  let driver: Driver;
  beforeAll(async () => {
    site = await startPracticeSite();
    driver = await startSeconde(browser);
  });
  afterAll(() => Promise.all([driver?.close(), site?.close()]));

  const say = says.fr;
  const user = (name: string) => `${name}-${browser}@chde.example`;
  const arrive = async (name: string, options = ''): Promise<Page> => {
    const page = await driver.newPage(`${site.url}/microsoft/?user=${user(name)}&enter=1&lang=fr&${options}`);
    await walk(
      page,
      '[data-testid="add-method-button"]',
      '[data-testid="authmethod-picker-authenticatorApp"]',
    );
    return page;
  };
  const outcomes = (name: string) =>
    site.state.snapshot(user(name)).flatMap(({ attempts }) => attempts.map(({ outcome }) => outcome));

  it('is led to the other app, enrols, and signs in at the address where one signs in', async () => {
    const before = await stored(driver);
    const page = await arrive('ana');
    await walk(page, next, next);
    await page.waitForSelector('main img');
    const source = await page.content();
    await driver.rightClick(page, 'main img');
    const card = await cardOf(driver);
    await reads(card, say.otherMicrosoft);
    await reads(card, /Je souhaite utiliser une autre application d’authentification/);
    await expectPointed(page);
    // Nothing of the page is other than before.
    expect(await page.content()).toBe(source);
    expect(await stored(driver)).toBe(before);

    await walk(page, otherApp, next);
    await page.waitForFunction(isOtherCode);
    await driver.rightClick(page, 'main img');
    await reads(card, say.enrolledTitle);
    expect(await card.text('main')).toContain(user('ana'));
    await reads(card, say.armedNext);
    await walk(page, next);
    await fieldValue(page, codeInput);
    await press(page, next);
    await pageReads(page, /La méthode a été ajoutée/);
    expect(outcomes('ana')).toEqual(['accepted']);
    expect((await accountRows(driver)).join()).toContain(`Microsoft`);

    // Text messages first, in the very field that takes the app's codes elsewhere: nothing is typed.
    await page.bringToFront();
    await page.goto(`${site.url}/microsoft/?user=${user('ana')}&enter=1&lang=fr&method=sms`);
    await page.waitForSelector(otc);
    await driver.shortcut('alt+shift+c');
    await reads(await cardOf(driver), say.failures['field-none']);
    expect((await fieldValues(page)).join('')).not.toMatch(/\d{6}/);
    await page.close();

    // People sign in at another host than the one where they set this up: it is asked about, once.
    const signIn = await driver.newPage(`${site.otherUrl}/microsoft/?lang=fr`);
    await signIn.type('#i0116', user('ana'));
    await pressAndWait(signIn, '#idSIButton9');
    await pressAndWait(signIn, '#idSIButton9');
    await signIn.waitForSelector(otc);
    await driver.shortcut('alt+shift+c');
    const question = await cardOf(driver);
    await reads(question, say.askSiteTitle);
    expect((await fieldValues(signIn)).join('')).not.toMatch(/\d{6}/);
    await question.click('.buttons button:last-child');
    await fieldValue(signIn, otc, undefined, 40_000);
    await pressAndWait(signIn, '#idSubmit_SAOTCC_Continue');
    await signIn.waitForSelector('#KmsiCheckboxField');
    expect(outcomes('ana')).toEqual(['accepted', 'accepted']);
    await signIn.close();
  }, 120_000);

  it('starts over with another key when the page ran out of time, and keeps one account', async () => {
    const page = await arrive('max', 'timeout=8');
    await walk(page, otherApp, next);
    await page.waitForFunction(isOtherCode);
    await driver.rightClick(page, 'main img');
    await reads(await cardOf(driver), say.enrolledTitle);
    await pageReads(page, /Votre session a expiré/);
    await page.goto(`${site.url}/microsoft/?user=${user('max')}&enter=1&lang=fr&timeout=600`);
    await walk(
      page,
      '[data-testid="add-method-button"]',
      '[data-testid="authmethod-picker-authenticatorApp"]',
    );
    await walk(page, otherApp, next);
    await page.waitForFunction(isOtherCode);
    await driver.rightClick(page, 'main img');
    const card = await cardOf(driver);
    await reads(card, say.enrolledTitle);
    await reads(card, say.replacedEarlier);
    await reads(card, say.armedNext);
    await walk(page, next);
    await fieldValue(page, codeInput);
    await press(page, next);
    await pageReads(page, /La méthode a été ajoutée/);
    expect(outcomes('max')).toEqual(['accepted']);
    expect((await accountRows(driver)).filter((row) => row.includes(user('max')))).toHaveLength(1);
    await page.close();
  }, 120_000);

  it('says where to look for a link on an earlier step, and shows it there', async () => {
    const page = await arrive('leo', 'link=first&form=phonefactor');
    await walk(page, next, next);
    await page.waitForSelector('main img');
    await driver.rightClick(page, 'main img');
    const card = await cardOf(driver);
    await reads(card, say.otherLookMicrosoft);
    await walk(page, back, back);
    await page.waitForSelector(otherApp);
    await card.click('.card .buttons button:first-child');
    await reads(card, /Je souhaite utiliser une autre application d’authentification/);
    await expectPointed(page);
    await page.close();
  });
});
