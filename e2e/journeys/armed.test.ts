/**
 * Enrolment in a portal that asks for the code after its QR code has gone, and all that must not come of it: the college's
 * application (real React), and pages that go on by documents.
 */
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
  openPopup,
  pageReads,
  pause,
  press,
  reads,
  says,
  startSeconde,
} from './seconde.ts';

const say = says.fr;
const codeField = 'input[type=text]';
const isCode = (value: string) => /^\d{6}$/.test(value);

describe.each(browsers)('a code that is asked for later, in %s', (browser) => {
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

  const address = (user: string) => `${site.url}/omnivox/?user=${user}-${browser}&enter=1&lang=fr&period=10`;
  const outcomes = (user: string) =>
    site.state
      .snapshot(`${user}-${browser}`)
      .flatMap(({ attempts }) => attempts.map(({ outcome }) => outcome));
  const nextStep = (page: Page) => press(page, '::-p-text(Suivant)');
  async function enrolled(user: string) {
    const page = await driver.newPage(address(user));
    await pageReads(page, /Méthodes disponibles/);
    await nextStep(page);
    await page.waitForSelector('svg rect, svg path');
    await driver.rightClick(page, 'main svg');
    const card = await cardOf(driver);
    await reads(card, say.armedNext);
    return { page, card };
  }

  it('goes in by itself at the next step, is seen accepted, and another one goes in at the sign-in right after', async () => {
    const { page, card } = await enrolled('later');
    expect((await fieldValues(page)).filter(isCode)).toEqual([]);
    await nextStep(page);
    const first = await fieldValue(page, codeField, isCode);
    await reads(card, say.filledCode);
    await press(page, '::-p-text(VALIDER)');
    await pageReads(page, /Activation terminée/);
    await reads(card, say.outcomeAccepted);
    await page.goto(address('later'));
    await pageReads(page, /Validation d'identité/);
    await driver.shortcut('alt+shift+c');
    const second = await fieldValue(page, codeField, isCode, 20_000);
    expect(second).not.toBe(first);
    await press(page, '::-p-text(VALIDER)');
    await pageReads(page, /Authentification configurée/);
    expect(outcomes('later')).toEqual(['accepted', 'accepted']);
    const row = (await accountRows(driver)).find((one) => one.includes(`later-${browser}`));
    expect(row).not.toContain(say.notVerified);
    await page.close();
  }, 60_000);

  it('does not go in after *Stop*', async () => {
    const { page, card } = await enrolled('stopped');
    await card.click('.armed button');
    await reads(card, say.typeIt);
    await nextStep(page);
    await page.waitForSelector(codeField);
    await pause(1500);
    expect((await fieldValues(page)).filter(isCode)).toEqual([]);
    await page.close();
  });

  it('does not go in once the tab was at another site, back again or not', async () => {
    const { page, card } = await enrolled('elsewhere');
    const before = page.url();
    await page.goto(before.replace('127.0.0.1', 'localhost'));
    await reads(card, say.typeIt);
    await page.goto(before.replace(/.application$/, ''));
    await pageReads(page, /Méthodes disponibles/);
    await nextStep(page);
    await page.waitForSelector('main svg');
    await nextStep(page);
    await page.waitForSelector(codeField);
    await pause(1500);
    expect((await fieldValues(page)).filter(isCode)).toEqual([]);
    await page.close();
  });

  it('goes in at the next document of the site where the browser lets us see it, else by one gesture', async () => {
    const { page, card } = await enrolled('document');
    await page.goto(`${site.url}/generic/?user=document2-${browser}&enter=1&lang=fr`);
    if (browser === 'firefox') {
      await reads(card, say.typeIt);
      const popup = await openPopup(driver, page);
      await popup.click('.card button.wide');
    }
    await fieldValue(page, '#code', isCode);
    await reads(card, say.filledCode);
    await page.close();
  });
});
