/** A site whose clock is not this computer's: asked of the site alone, said in seconds, followed with a yes. */
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
const offMs = 90_000;

describe.each(browsers)('in %s', (browser) => {
  /** Of the servers: one is behind this computer, one is ahead of it, one is right. */
  let behind: PracticeSite;
  let ahead: PracticeSite;
  let right: PracticeSite;
  let driver: Driver;
  beforeAll(async () => {
    [behind, ahead, right] = await Promise.all([
      startPracticeSite({ clock: () => Date.now() - offMs }),
      startPracticeSite({ clock: () => Date.now() + offMs }),
      startPracticeSite(),
    ]);
    driver = await startSeconde(browser);
  });
  afterAll(async () => {
    await driver?.close();
    await Promise.all([behind, ahead, right].map((one) => one?.close()));
  });

  const user = `zoe-${browser}`;
  const isCode = (value: string) => /^\d{6}$/.test(value);
  const address = (site: PracticeSite, more = '') =>
    `${site.url}/generic/?user=${user}&enter=1&lang=fr&device=0${more}`;
  const outcomes = (site: PracticeSite) =>
    site.state.snapshot(user).flatMap(({ attempts }) => attempts.map(({ outcome }) => outcome));

  it('asks before it enters a code that is early, and follows the clock of the site with a yes', async () => {
    const page = await driver.newPage(address(behind));
    await driver.rightClick(page, '#qr');
    const card = await cardOf(driver);
    await reads(card, /avance de (?:89|90|91) secondes/);
    await reads(card, say.clockWouldRefuse);
    expect((await fieldValues(page)).join('')).toBe('');
    expect(behind.state.heads).toEqual([{ path: '/generic/enrol', cookie: false }]);

    await card.click('.card .stack button.primary');
    await fieldValue(page, '#code', isCode, 40_000);
    await pressAndWait(page, '#verify');
    await pageReads(page, /Authentification configurée/);
    expect(outcomes(behind)).toEqual(['accepted']);

    await page.goto(address(behind));
    await driver.shortcut('alt+shift+c');
    await fieldValue(page, '#code', isCode, 45_000);
    await pressAndWait(page, '#verify');
    await pageReads(page, /Authentification configurée/);
    expect(outcomes(behind)).toEqual(['accepted', 'accepted']);
    expect(behind.state.heads).toHaveLength(1);

    const popup = await openPopup(driver, page);
    await reads(popup, say.rowAdjusted, { selector: '.row.here' });
    await popup.close();
    await page.close();
  }, 120_000);

  it('explains a refused code by the clock, and takes one click to put it right', async () => {
    const page = await driver.newPage(address(ahead));
    await driver.rightClick(page, '#qr');
    const card = await cardOf(driver);
    await reads(card, /retarde de (?:89|90|91) secondes/);
    await card.click('.card .stack button.plain');
    await fieldValue(page, '#code', isCode, 40_000);
    await pressAndWait(page, '#verify');
    if (browser === 'firefox') {
      await reads(card, say.outcomeAsk);
      await card.click('.question button:last-child');
    }
    await reads(card, say.clockIsWhy);
    await card.click('.card .stack button.primary');
    // Firefox ends the grant with the page that was sent: the clock is followed, and a gesture enters the code.
    if (browser === 'firefox') {
      await reads(card, say.failures['page-grant-lost']);
      await page.bringToFront();
      await driver.shortcut('alt+shift+c');
    }
    await fieldValue(page, '#code', isCode, 40_000);
    await pressAndWait(page, '#verify');
    await pageReads(page, /Authentification configurée/);
    expect(outcomes(ahead)).toEqual(['expired', 'accepted']);
    await page.close();
  }, 120_000);

  it('asks no clock at all on a page that is only looked at, or where a sign-in goes well', async () => {
    const page = await driver.newPage(address(right));
    await pause(300);
    expect(right.state.heads).toEqual([]);
    await driver.rightClick(page, '#qr');
    await fieldValue(page, '#code', isCode, 40_000);
    expect(right.state.heads).toHaveLength(1);
    await pressAndWait(page, '#verify');
    await page.goto(address(right));
    await driver.shortcut('alt+shift+c');
    await fieldValue(page, '#code', isCode, 45_000);
    await pressAndWait(page, '#verify');
    await pageReads(page, /Authentification configurée/);
    expect(right.state.heads).toHaveLength(1);
    await page.close();
  }, 120_000);

  it('knows no clock where the browser holds to the page’s policy, and then guesses nothing', async () => {
    const person = `lea-${browser}`;
    right.state.heads.length = 0;
    const closed = `${right.url}/generic/?user=${person}&enter=1&lang=fr&device=0&connect=0`;
    const page = await driver.newPage(closed);
    await driver.rightClick(page, '#qr');
    await fieldValue(page, '#code', isCode, 40_000);
    expect(right.state.heads).toHaveLength(browser === 'firefox' ? 0 : 1);
    await page.close();
  }, 60_000);
});
