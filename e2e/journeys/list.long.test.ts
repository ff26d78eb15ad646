/** The list at work: a search with typing errors, an order by keyboard and by mouse that lasts, a pin, the command palette. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Driver } from '../browsers/driver.ts';
import { poll } from '../browsers/surface.ts';
import { browsers, pageReads, says, startSeconde } from './seconde.ts';

declare const chrome: typeof import('wxt/browser').browser;

const say = says.fr;
const long = 'Centre intégré universitaire de santé '.repeat(8).slice(0, 290);
const issuers = ['Desjardins', 'GitHub', '🏥 Clinique', 'מרפאה', long];

describe.each(browsers)('the list in %s', (browser) => {
  let driver: Driver;
  let list: Page;
  beforeAll(async () => {
    driver = await startSeconde(browser, 'fr');
    list = await driver.openPage('popup.html');
    for (const [index, issuer] of issuers.entries()) {
      const text = `otpauth://totp/${encodeURIComponent(issuer)}:marie?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJ${'ABCDE'[index]}&issuer=${encodeURIComponent(issuer)}`;
      await list.evaluate(async (given) => {
        const tab = await chrome.tabs.getCurrent();
        const request = { tabId: tab?.id ?? 0, text: given, fromPicture: false };
        await chrome.runtime.sendMessage({ name: 'enrol.texts', request });
      }, text);
      await until(async () => (await stored()) === index + 1);
    }
    await fresh();
  });
  afterAll(() => driver?.close());

  const stored = () =>
    list.evaluate(async () => {
      const request = { tabId: null, limit: 0 };
      const answer = (await chrome.runtime.sendMessage({ name: 'glance', request })) as {
        value: { vault: { accounts?: number } };
      };
      return answer.value.vault.accounts ?? 0;
    });
  const order = () =>
    list.$$eval('.row', (rows) =>
      rows
        .toSorted((a, b) => Number(a.ariaPosInSet) - Number(b.ariaPosInSet))
        .map((row) => row.querySelector('b')?.textContent?.slice(0, 6) ?? ''),
    );
  const orderIs = (...start: string[]) =>
    until(async () => (await order()).slice(0, start.length).join('|') === start.join('|'), order);
  const until = async (isSo: () => Promise<boolean>, seen: () => Promise<unknown> = async () => '') => {
    const met = await poll(async () => ((await isSo().catch(() => false)) ? true : null), 15_000);
    if (!met) throw new Error(`it did not come to that: ${JSON.stringify(await seen())}`);
  };
  /** The list as somebody finds it later, the background having been stopped meanwhile. */
  const fresh = async () => {
    await list.close();
    await driver.stopBackground();
    list = await driver.openPage('popup.html');
    await list.waitForSelector('[data-row]');
    // A card of the enrolments belongs to the tab that is gone.
    await until(async () => (await order()).length === issuers.length, order);
  };
  const alt = async (key: 'ArrowDown' | 'ArrowUp' | 'Home' | 'End') => {
    await list.keyboard.down('Alt');
    await list.keyboard.press(key);
    await list.keyboard.up('Alt');
  };

  it('finds an account by a name with errors in it, and by letters of any script', async () => {
    for (const [typed, wanted] of [
      ['desjradins', 'Desjar'],
      ['gihub', 'GitHub'],
      ['🏥', '🏥 Clin'],
      ['מרפאה', 'מרפאה'],
      ['universitaire SANTE', 'Centre'],
    ] as const) {
      await list.focus('input[type=search]');
      await list.keyboard.type(typed);
      await until(async () => {
        const rows = await order();
        return rows.length === 1 && wanted.startsWith(rows[0] ?? '?');
      }, order);
      await list.keyboard.press('Escape');
      await until(async () => (await order()).length === issuers.length, order);
    }
  });

  it('moves an account by the keyboard and says so, and it stays there', async () => {
    const before = await order();
    await list.focus('input[type=search]');
    await list.keyboard.press('ArrowDown');
    await alt('ArrowDown');
    await pageReads(list, /est maintenant 2 sur 5/);
    await orderIs(before[1] ?? '', before[0] ?? '');
    await alt('End');
    await pageReads(list, /est maintenant 5 sur 5/);
    expect(await list.evaluate(() => document.activeElement?.closest('.row')?.ariaPosInSet)).toBe('5');
    await fresh();
    expect((await order()).at(-1)).toBe(before[0]);
  });

  it('moves an account by the mouse', async () => {
    const before = await order();
    const boxOf = async (place: number) => {
      const box = await (await list.$(`.row[aria-posinset="${place}"]`))?.boundingBox();
      if (!box) throw new Error('no row');
      return { x: box.x + box.width / 3, y: box.y + box.height / 2, height: box.height };
    };
    // The script of the drag is read at the first press.
    await until(async () => {
      if ((await order())[0] === before[2]) return true;
      const from = await boxOf(3);
      const to = await boxOf(1);
      await list.mouse.move(from.x, from.y);
      await list.mouse.down();
      await list.mouse.move(from.x, from.y - 12);
      const line = list.waitForSelector('.drop-line', { timeout: 2000 }).catch(() => null);
      await list.mouse.move(to.x, to.y - to.height / 3, { steps: 4 });
      await line;
      await list.mouse.up();
      await poll(async () => ((await order())[0] === before[2] ? true : null), 3000);
      return (await order())[0] === before[2];
    }, order);
    await fresh();
    await orderIs(before[2] ?? '', before[0] ?? '', before[1] ?? '');
  });

  it('pins an account from its menu', async () => {
    const before = await order();
    await list.hover('.row[aria-posinset="4"]');
    await list.waitForSelector('.row[aria-posinset="4"] .row-more');
    await list.click('.row[aria-posinset="4"] .row-more');
    await until(() =>
      list.$$eval(
        '.row-menu-main button',
        (buttons, word) => {
          const pin = buttons.find(({ textContent }) => textContent === word);
          (pin as HTMLElement | undefined)?.click();
          return pin !== undefined;
        },
        say.pin,
      ),
    );
    await orderIs(before[3] ?? '');
  });

  it('does anything by typing its name, in either language', async () => {
    await list.keyboard.down('Control');
    await list.keyboard.press('k');
    await list.keyboard.up('Control');
    await list.waitForSelector('.palette input');
    await list.keyboard.type('anglias');
    await list.waitForSelector('.palette li[aria-selected=true][data-action=english]');
    await list.keyboard.press('Enter');
    await pageReads(list, new RegExp(says.en.scanPage));
    await list.keyboard.type('?');
    await pageReads(list, new RegExp(says.en.keyMove));
    await list.keyboard.press('Escape');
    await until(async () => (await list.$('dialog')) === null);
  });
});
