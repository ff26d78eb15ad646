/** Every way to open the vault, added and used in real browsers; and the clipboard, emptied when it should be. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Driver } from '../browsers/driver.ts';
import { poll } from '../browsers/surface.ts';
import { browsers, fieldValue, pageReads, pause, says, startSeconde, stored } from '../journeys/seconde.ts';
import { type PracticeSite, startPracticeSite } from '../site/server.ts';

declare const chrome: typeof import('wxt/browser').browser;

const say = says.fr;
const password = 'quatre mots bien choisis';
const newPassword = 'cinq mots encore mieux choisis';
let site: PracticeSite;
beforeAll(async () => {
  site = await startPracticeSite();
});
afterAll(() => site?.close());

describe.each(browsers)('ways to open the vault in %s', (browser) => {
  let driver: Driver;
  let code = '';
  beforeAll(async () => {
    driver = await startSeconde(browser);
    const page = await driver.newPage(`${site.url}/generic/?user=ways-${browser}&enter=1&lang=fr&device=0`);
    await driver.rightClick(page, '#qr');
    await fieldValue(page, '#code');
    await page.close();
  });
  afterAll(() => driver?.close());

  const lock = async (): Promise<void> => {
    const list = await driver.openPage('popup.html');
    await list.locator(`header button[aria-label="${say.lock}"]`).click();
    await list.waitForSelector('input[type=password], textarea');
    await list.close();
  };
  const isOpen = async (): Promise<boolean> => {
    const list = await driver.openPage('popup.html');
    await list.waitForSelector('.row-main, .state');
    const rows = await list.$$('.row-main');
    await list.close();
    return rows.length > 0;
  };
  const unlock = async (typed: string): Promise<void> => {
    const list = await driver.openPage('popup.html');
    await list.locator('input[type=password]').fill(typed);
    await list.locator('form button.primary').click();
    await list.waitForSelector('.row-main');
    await list.close();
  };
  /** The person shows again that it is them, where they are asked. */
  const prove = async (page: Page, typed: string): Promise<void> => {
    await page.locator('.task input[autocomplete=current-password]').fill(typed);
    await press(page, say.goOn, '.task');
  };
  const setPassword = async (page: Page, typed: string, button: string): Promise<void> => {
    const fields = await page
      .waitForSelector('input[autocomplete=new-password]')
      .then(() => page.$$('input[autocomplete=new-password]'));
    for (const field of fields.slice(0, 2)) await field.type(typed);
    await press(page, button, '.task');
  };

  it('sets a password, says what was readable before, and opens with it', async () => {
    const options = await driver.openPage('options.html');
    await pageReads(options, new RegExp(say.waysNotYet));
    await press(options, say.waySet, '#ways');
    await setPassword(options, password, say.protect);
    await pageReads(options, new RegExp(say.vaultProtected));
    await pageReads(options, /traces sur le disque/);
    await options.close();
    await lock();
    expect(await isOpen()).toBe(false);
    await unlock(password);
    expect(await isOpen()).toBe(true);
  });

  it('changes the password after the current one, and the earlier one opens nothing', async () => {
    const options = await driver.openPage('options.html');
    await press(options, say.wayChange, '#ways');
    await prove(options, 'pas du tout celui-là');
    await pageReads(options, /pas le bon mot de passe/);
    await prove(options, password);
    await setPassword(options, newPassword, say.protect);
    await pageReads(options, new RegExp(say.passwordChanged));
    await options.close();
    await lock();
    const before = await stored(driver);
    const list = await driver.openPage('popup.html');
    await list.locator('input[type=password]').fill(password);
    await list.locator('form button.primary').click();
    await pageReads(list, /pas le bon mot de passe/);
    await list.close();
    expect(await stored(driver)).toBe(before);
    await unlock(newPassword);
  });

  it('shows a recovery code once, asks for one group of it, and opens with it however it is typed', async () => {
    const options = await driver.openPage('options.html');
    await press(options, say.wayMake, '#ways');
    await prove(options, newPassword);
    await press(options, say.recoveryMake, '.task');
    await options.waitForSelector('.code-groups');
    const groups = await options.$$eval('.code-groups li', (items) => items.map((item) => item.textContent));
    code = groups.join('-');
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){7}[0-9A-HJKMNP-TV-Z]{5}$/);
    await press(options, say.recoveryKept, '.task');
    const asked = await options.$eval('.task label', (label) => label.textContent ?? '');
    await options.locator('.task input').fill('AAAAA');
    await press(options, say.goOn, '.task');
    await pageReads(options, /Ce n’est pas le groupe/);
    await options.locator('.task input').fill((groups[Number(/\d/.exec(asked)) - 1] ?? '').toLowerCase());
    await press(options, say.goOn, '.task');
    await pageReads(options, new RegExp(say.recoveryDone));
    expect(await options.evaluate(() => document.body.innerText)).not.toContain(groups[0]);
    await options.close();

    await lock();
    const list = await driver.openPage('popup.html');
    await press(list, say.useRecoveryCode);
    const damaged = code.slice(0, 14) + (code[14] === 'A' ? 'B' : 'A') + code.slice(15);
    await list.locator('textarea').fill(damaged);
    await list.locator('form button.primary').click();
    await pageReads(list, /groupe 3/);
    await list.locator('textarea').fill(code.toLowerCase().replaceAll('-', ' '));
    await list.locator('form button.primary').click();
    await list.waitForSelector('.row-main');
    await list.close();
  });

  it('lets who came in by the recovery code choose a new password without the forgotten one', async () => {
    const options = await driver.openPage('options.html');
    await press(options, say.wayChange, '#ways');
    await setPassword(options, password, say.protect);
    await pageReads(options, new RegExp(say.passwordChanged));
    await options.close();
  });

  it('says what removing the recovery code means, removes it, and keeps the last way', async () => {
    const options = await driver.openPage('options.html');
    await options
      .locator(`button[aria-label="${say.wayRemoveOf.replace('{way}', say.wayRecovery)}"]`)
      .click();
    await pageReads(options, /personne ne pourra l’ouvrir/);
    await press(options, say.wayRemove, '.task');
    await pageReads(options, new RegExp(say.wayRemoved));
    await pageReads(options, new RegExp(say.wayLastHint));
    expect(
      await options.$(`button[aria-label="${say.wayRemoveOf.replace('{way}', say.wayPassword)}"]`),
    ).toBeNull();
    await options.close();
    await lock();
    await unlock(password);
  });

  if (browser === 'firefox') {
    it('says plainly that Firefox has no passkeys for extensions, and offers none', async () => {
      const options = await driver.openPage('options.html');
      await pageReads(options, new RegExp(say.passkeyFirefox));
      expect(await buttonTexts(options, '#ways')).not.toContain(say.wayAddPasskey);
      await options.close();
    });
  } else {
    it('refuses an authenticator without PRF and changes nothing', async () => {
      const options = await driver.openPage('options.html');
      await addAuthenticator(options, false);
      const before = await stored(driver);
      await press(options, say.wayAddPasskey, '#ways');
      await prove(options, password);
      await press(options, say.passkeyAdd, '.task');
      await pageReads(options, /elle ne peut pas ouvrir un coffre/);
      expect(await stored(driver)).toBe(before);
      await options.close();
    });

    it('adds a passkey, and opens by it in a tab that closes itself', async () => {
      const options = await driver.openPage('options.html');
      await addAuthenticator(options, true);
      await press(options, say.wayAddPasskey, '#ways');
      await press(options, say.passkeyAdd, '.task');
      await pageReads(options, new RegExp(say.passkeyAdded));
      await lock();

      // The authenticator belongs to this tab, so the page that the popup would open is opened in it.
      const closed = new Promise((resolve) => options.once('close', resolve));
      await options.goto(`${driver.origin}unlock.html`).catch(() => undefined);
      await closed;
      expect(await isOpen()).toBe(true);
    });

    it('offers the passkey where the vault is locked, and the password still opens', async () => {
      await lock();
      const page = await driver.newPage(`${site.url}/traps/no-qr`);
      await driver.clickAction(page);
      const popup = await driver.popup();
      if (!popup) throw new Error('the popup does not open');
      await popup.waitFor('.other-ways .link');
      expect(await popup.text('.other-ways')).toBe(say.usePasskey);
      await popup.click('.other-ways .link');
      const tab = await poll(
        () =>
          driver.inBackground(async () => {
            const tabs = await chrome.tabs.query({ active: true });
            return tabs.find(({ url, pendingUrl }) => (url || pendingUrl)?.endsWith('/unlock.html'))?.id;
          }),
        5000,
      );
      expect(tab).toBeTypeOf('number');
      await driver.inBackground((id) => chrome.tabs.remove(id), tab as number);
      await page.close();
      await unlock(password);
    });
  }

  const copyFirstCode = async (page: Page): Promise<void> => {
    await driver.clickAction(page);
    const popup = await driver.popup();
    if (!popup) throw new Error('the popup does not open');
    await popup.waitFor('.row-main');
    await popup.click('.row-main');
    await popup.waitFor('.passing');
    await popup.close();
  };
  /** Presses the button that asks for a permission, and gives it. Firefox is told to give it (e2e/browsers/firefox.ts). */
  const allow = async (words: string, then: (options: Page) => Promise<unknown>): Promise<void> => {
    const options = await driver.openPage('options.html');
    await press(options, words);
    if (browser === 'chromium') {
      // The browser's own question: its first button says no.
      await pause(1500);
      await driver.shortcut('Tab', 'Return');
    }
    await then(options);
    await options.close();
  };

  it('empties the clipboard after the delay: popup gone, vault locked, background stopped', async () => {
    await driver.inBackground(async () => {
      const { settings } = await chrome.storage.local.get('settings');
      await chrome.storage.local.set({ settings: { ...(settings as object), clipboardSeconds: 10 } });
    });
    await allow(say.clipboardAllow, (options) => options.waitForSelector('select[id$=unsure]'));
    const page = await driver.newPage(`${site.url}/traps/no-qr`);
    await copyFirstCode(page);
    const copiedAtMs = Date.now();
    expect(await pasted(driver)).toMatch(/^\d{6}$/);
    await lock();
    await driver.stopBackground();
    const afterMs = await poll(
      async () => ((await pasted(driver)) === '' ? Date.now() - copiedAtMs : null),
      45_000,
    );
    expect(afterMs).toBeGreaterThan(8000);
    expect(await driver.inBackground(() => chrome.storage.session.get('clipboard'))).toEqual({});
    await page.close();
  });

  it('leaves what was copied since, once it may look', async () => {
    await unlock(password);
    await allow(say.clipboardCheck, (options) => pageReads(options, new RegExp(say.clipboardChecks)));
    const page = await driver.newPage(`${site.url}/traps/no-qr`);
    await copyFirstCode(page);
    await page.evaluate(() => {
      const field = document.createElement('textarea');
      field.value = 'autre chose';
      document.body.replaceChildren(field);
      field.focus();
      field.select();
    });
    await driver.shortcut('ctrl+c');
    // Ten seconds while the background runs; up to half a minute, an alarm's, when it was stopped meanwhile.
    const looked = () =>
      driver.inBackground(async () => !('clipboard' in (await chrome.storage.session.get(null))));
    expect(await poll(async () => ((await looked()) ? true : null), 45_000)).toBe(true);
    expect(await pasted(driver)).toBe('autre chose');

    await copyFirstCode(page);
    expect(await poll(async () => ((await pasted(driver)) === '' ? true : null), 45_000)).toBe(true);
    await page.close();
  });
});

/** What a real paste puts into a field of a page. */
async function pasted(driver: Driver): Promise<string> {
  const page = await driver.newPage(`${site.url}/traps/no-qr`);
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    document.body.replaceChildren(field);
    field.focus();
  });
  await driver.shortcut('ctrl+v');
  await pause(500);
  const text = await page.$eval('textarea', (field) => field.value);
  await page.close();
  return text;
}

async function buttonTexts(page: Page, within: string): Promise<string[]> {
  return page.$$eval(`${within} button`, (buttons) => buttons.map((button) => button.innerText.trim()));
}

/** A click on the first button with these words. */
async function press(page: Page, words: string, within = 'body'): Promise<void> {
  const handle = await poll(async () => {
    const buttons = await page.$$(`${within} button`);
    for (const button of buttons)
      if ((await button.evaluate((element) => element.innerText.trim())) === words) return button;
    return null;
  }, 5000);
  if (!handle) throw new Error(`no button "${words}"`);
  await handle.click();
}

async function addAuthenticator(page: Page, hasPrf: boolean): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      hasPrf,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}
