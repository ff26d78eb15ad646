/** The page of every way in: what is chosen on the picture of a page goes on to fill that page. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Driver } from '../browsers/driver.ts';
import { type PracticeSite, startPracticeSite } from '../site/server.ts';
import {
  accountRows,
  browsers,
  fieldValue,
  openPopup,
  pageReads,
  pressAndWait,
  says,
  startSeconde,
} from './seconde.ts';

const say = says.fr;
const otherWays = 'footer .icon-button';

describe.each(browsers)('from the picture of a page in %s', (browser) => {
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

  it('adds the chosen code, enters its first code in the page, and goes back there', async () => {
    const user = `image-${browser}`;
    const page = await driver.newPage(`${site.url}/generic/?user=${user}&enter=1&lang=fr`);
    const popup = await openPopup(driver, page);
    await popup.click(otherWays);
    const scan = await driver.ownPage('scan.html');
    await scan.waitForSelector('.choice');
    expect(await scan.$$eval('.code-box', (boxes) => boxes.length)).toBe(1);
    expect(await scan.evaluate(() => document.activeElement?.className)).toContain('choice');
    await scan.keyboard.press('Enter');
    await pageReads(scan, new RegExp(say.enrolledTitle));
    await pageReads(scan, /Code entré/);
    expect(await scan.$('.picture')).toBeNull();
    const code = await fieldValue(page, '#code');
    await scan.evaluate(() =>
      document.querySelector<HTMLElement>('.scan-result .buttons:last-child button.primary')?.click(),
    );
    await page.waitForFunction(() => document.visibilityState === 'visible');
    await pressAndWait(page, '#verify');
    await pageReads(page, /Authentification configurée/);
    expect(
      site.state.snapshot(user)[0]?.attempts.map(({ code: typed, outcome }) => [typed, outcome]),
    ).toEqual([[code, 'accepted']]);
    await scan.close();
    await page.close();
    expect((await accountRows(driver)).filter((row) => row.includes(user))).toHaveLength(1);
  });

  it('says of the picture of a page that went elsewhere nothing but the code', async () => {
    const user = `parti-${browser}`;
    const page = await driver.newPage(`${site.url}/generic/?user=${user}&enter=1&lang=fr`);
    const popup = await openPopup(driver, page);
    await popup.click(otherWays);
    const scan = await driver.ownPage('scan.html');
    await scan.waitForSelector('.choice');
    await page.goto(site.url.replace('127.0.0.1', 'localhost'));
    await scan.bringToFront();
    await scan.click('.choice');
    await pageReads(scan, /Rien n’a été entré dans la page/);
    await scan.close();
    await page.close();
  });
});
