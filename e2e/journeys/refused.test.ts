/** What is no account: one clear sentence in the person's language, and nothing that is stored changes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../lib/errors.ts';
import type { Driver } from '../browsers/driver.ts';
import { type PracticeSite, startPracticeSite } from '../site/server.ts';
import { browsers, cardOf, fieldValues, type Lang, reads, says, startSeconde, stored } from './seconde.ts';

const traps: readonly (readonly [string, ErrorCode | 'otherMicrosoft'])[] = [
  ['web-address', 'qr-web-address'],
  ['wifi', 'qr-wifi'],
  ['microsoft', 'otherMicrosoft'],
  ['damaged', 'qr-unreadable'],
  ['no-qr', 'qr-none'],
  ['wrong-character', 'secret-character'],
  ['unknown-algorithm', 'algorithm-unknown'],
];

describe.each(browsers)('in %s', (browser) => {
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

  const speak = async (lang: Lang): Promise<void> => {
    const options = await driver.openPage('options.html#language');
    await options.waitForSelector('select');
    await options.select('select', lang);
    await options.close();
  };

  it.each(['fr', 'en'] as const)(
    'says what is wrong with a QR code, in %s',
    async (lang) => {
      const options = await driver.openPage('options.html#language');
      await options.waitForSelector('select');
      await options.select('select', lang);
      await options.close();
      const before = await stored(driver);
      for (const [path, code] of traps) {
        const page = await driver.newPage(`${site.url}/traps/${path}?lang=${lang}`);
        if (path === 'microsoft') await driver.rightClick(page, '#qr');
        else await driver.shortcut('alt+shift+q');
        await reads(
          await cardOf(driver),
          code === 'otherMicrosoft' ? says[lang][code] : says[lang].failures[code],
        );
        expect((await fieldValues(page)).join('')).toBe('');
        await page.close();
      }
      expect(await stored(driver)).toBe(before);
    },
    90_000,
  );

  it('says that the browser lets no extension work on its own pages', async () => {
    await speak('en');
    const before = await stored(driver);
    const page =
      browser === 'chromium'
        ? await driver.newPage('chrome://version')
        : await driver.openPage('options.html');
    await driver.shortcut('alt+shift+c');
    await reads(await cardOf(driver), says.en.failures['page-protected']);
    // What is seen of the tab is read all the same: a PDF that shows a QR code is such a page.
    await driver.shortcut('alt+shift+q');
    await reads(await cardOf(driver), says.en.failures['qr-none']);
    expect(await stored(driver)).toBe(before);
    await page.close();
  });
});
