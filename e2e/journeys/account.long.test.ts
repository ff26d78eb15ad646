/** The page of one account: an edit and its way back, a tested code, the key behind the password and gone again. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Driver } from '../browsers/driver.ts';
import { poll } from '../browsers/surface.ts';
import { browsers, oathCodes, pageReads, says, startSeconde, stored } from './seconde.ts';

const say = says.fr;
const password = 'patate frite sept';
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const words = (text: string) => new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s/g, '\\s'));

declare const chrome: typeof import('wxt/browser').browser;
type Answer = { readonly ok: boolean; readonly value: { readonly rows: readonly { readonly id: string }[] } };

describe.each(browsers)('an account in %s', (browser) => {
  let driver: Driver;
  let page: Page;
  /** Asks as the page itself does. */
  const ask = (name: string, request: unknown) =>
    page.evaluate((message) => chrome.runtime.sendMessage(message) as Promise<unknown>, {
      name,
      request,
    } as never) as Promise<Answer>;
  beforeAll(async () => {
    driver = await startSeconde(browser);
    page = await driver.openPage('token.html');
    const fields = { kind: 'totp', key: secret, issuer: 'CISSS', name: 'alice' };
    const numbers = { algorithm: 'SHA1', digits: 6, periodSeconds: 30, counter: 0, pin: '' };
    await ask('enrol.by-hand', { tabId: 1, fields: { ...fields, ...numbers } });
    await ask('vault.protect', { password });
    const list = await ask('accounts.page', { tabId: null, query: '', offset: 0, limit: 1 });
    await page.close();
    page = await driver.openPage(`account.html#${list.value.rows[0]?.id}`);
    await page.waitForSelector('.account-view .part');
  });
  afterAll(() => driver?.close());

  const type = async (selector: string, text: string) => {
    await page.waitForSelector(selector);
    await page.$eval(
      selector,
      (field, typed) => {
        (field as HTMLInputElement).value = typed;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      },
      text,
    );
    await page.$eval(selector, (field) => (field as HTMLInputElement).form?.requestSubmit());
  };
  const press = async (selector: string) => {
    await page.waitForSelector(selector);
    await page.$eval(selector, (button) => (button as HTMLElement).click());
  };
  const value = (selector: string) => page.$eval(selector, (field) => (field as HTMLInputElement).value);

  it('is renamed, and has its name back', async () => {
    const issuer = '.part-fields input';
    await type(issuer, 'Hôpital');
    await pageReads(page, words(say.saved));
    await pageReads(page, /Hôpital/);
    await press('.said-edit .link');
    await pageReads(page, words(say.accUndone));
    await poll(async () => ((await value(issuer)) === 'CISSS' ? true : null), 5000);
    expect(await value(issuer)).toBe('CISSS');
  });

  it('knows its codes', async () => {
    await type('.part-test input', oathCodes(secret, Date.now())[1] ?? '');
    await pageReads(page, new RegExp(`${words(say.accTestNow).source}|${words(say.accTestBefore).source}`));
    await type('.part-test input', oathCodes(secret, Date.now() - 600_000)[1] ?? '');
    await pageReads(page, /retarde\sd’environ\s1[01]\sminutes/);
  });

  it('shows its key to who says the password, and to nobody before or after', async () => {
    const holds = () => page.evaluate(() => document.documentElement.outerHTML.includes('GEZD'));
    expect(await holds()).toBe(false);
    await press('.part-key .buttons button');
    await type('.part-key input[type=password]', 'not the password');
    await pageReads(page, words(say.failures['password-wrong']));
    expect(await holds()).toBe(false);
    await type('.part-key input[type=password]', password);
    await pageReads(page, /GEZD GNBV GY3T QOJQ/);
    expect(await page.$('svg.key-qr path')).not.toBeNull();
    await press('.key-shown .primary');
    await pageReads(page, words(say.accKeyHidden));
    expect(await holds()).toBe(false);
    expect(await stored(driver)).not.toContain('GEZD');
  });
});
