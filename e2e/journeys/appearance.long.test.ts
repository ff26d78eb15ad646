/** Light or dark by choice: in every open page at once, and in pages opened later. Marks. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Driver } from '../browsers/driver.ts';
import { browsers, startSeconde } from './seconde.ts';

declare const chrome: typeof import('wxt/browser').browser;

const light = 'rgb(247, 248, 248)';
const dark = 'rgb(20, 24, 26)';

/** Waits until the ground of the page is of that colour. */
function ground(page: Page, colour: string): Promise<unknown> {
  return page.waitForFunction(
    (wanted) => getComputedStyle(document.documentElement).backgroundColor === wanted,
    {},
    colour,
  );
}

describe.each(browsers)('in %s', (browser) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await startSeconde(browser);
  });
  afterAll(() => driver?.close());

  it('a choice is followed by every page of Seconde that is open, and can be taken back', async () => {
    const scan = await driver.openPage('scan.html');
    await ground(scan, light);
    const options = await driver.openPage('options.html#look');
    await (await options.waitForSelector('input[value=dark]'))?.click();
    await ground(options, dark);
    await ground(scan, dark);
    await (await options.waitForSelector('input[value=system]'))?.click();
    await ground(scan, light);
    await (await options.waitForSelector('input[value=dark]'))?.click();
    await ground(scan, dark);
    await Promise.all([scan.close(), options.close()]);
  });

  it.each(['popup.html', 'sidepanel.html', 'kit.html', 'recovery.html', 'token.html'])(
    'a page opened later is dark by its own first script: %s',
    async (path) => {
      const page = await driver.openPage(path);
      await ground(page, dark);
      // The choice is there without a word of the background: the document's own first script has it.
      expect(await page.evaluate(() => document.documentElement.dataset['appearance'])).toBe('dark');
      expect(await page.evaluate(() => localStorage.getItem('appearance'))).toBe('dark');
      await page.close();
    },
  );

  it('a choice that was kept elsewhere is found though this profile has no copy of it', async () => {
    const page = await driver.openPage('token.html');
    await page.evaluate(() => localStorage.removeItem('appearance'));
    await driver.inBackground(async () => {
      const { settings } = await chrome.storage.local.get('settings');
      await chrome.storage.local.set({ settings: { ...(settings as object), appearance: 'light' } });
    });
    await ground(page, light);
    await page.close();
  });

  it('a mark is a file of the package, drawn from it', async () => {
    const page = await driver.openPage('token.html');
    const width = await page.evaluate(async () => {
      const image = new Image();
      image.src = '/marks/github.svg';
      await image.decode();
      return image.naturalWidth;
    });
    expect(width).toBeGreaterThan(0);
    await page.close();
  });
});
