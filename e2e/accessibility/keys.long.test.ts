/**
 * Without a mouse, in real browsers: an import and the settings, and in Chromium the list in the popup. What xdotool types does
 * not reach Firefox's popup here, though its Tab and Enter do in keyboard.long.test.ts.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Driver } from '../browsers/driver.ts';
import { poll, type Surface } from '../browsers/surface.ts';
import {
  accountRows,
  browsers,
  fieldValue,
  oathCodes,
  pageReads,
  says,
  startSeconde,
} from '../journeys/seconde.ts';
import { type PracticeSite, startPracticeSite } from '../site/server.ts';

const say = says.en;
const secrets = {
  Desjardins: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJA',
  GitHub: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJB',
  Papineau: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJC',
};
const uri = (issuer: keyof typeof secrets) =>
  `otpauth://totp/${issuer}:marie?secret=${secrets[issuer]}&issuer=${issuer}`;

let site: PracticeSite;
beforeAll(async () => {
  site = await startPracticeSite();
});
afterAll(() => site?.close());

/** Where the keyboard is, and what stands in the list. Runs in the document. */
function look() {
  const at = document.hasFocus() ? document.activeElement : null;
  const flat = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
  return {
    focus: flat(at?.getAttribute('aria-label') ?? at?.textContent),
    place: at?.closest('.row')?.getAttribute('aria-posinset') ?? '',
    rows: [...document.querySelectorAll('.row')]
      .toSorted((a, b) => Number(a.ariaPosInSet) - Number(b.ariaPosInSet))
      .map((row) => flat(row.querySelector('b')?.textContent)),
    typed: document.querySelector<HTMLInputElement>('input[type=search]')?.value ?? '',
    over: document.querySelector('dialog[open]')?.className.replace('over ', '') ?? '',
    chosen: document.querySelector('.palette [aria-selected=true]')?.getAttribute('data-action') ?? '',
    labels: flat(document.querySelector('input[type=search]')?.getAttribute('aria-label')),
  };
}
type Seen = ReturnType<typeof look>;

async function until(surface: Surface, wanted: (seen: Seen) => boolean, what: string): Promise<Seen> {
  let seen: Seen | null = null;
  const met = await poll(async () => {
    seen = await surface.evaluate(look).catch(() => null);
    return seen && wanted(seen) ? seen : null;
  }, 15_000);
  if (!met) throw new Error(`it did not come to “${what}”: ${JSON.stringify(seen)}`);
  return met;
}

/** Tab until the element with the focus is called so. */
async function tabTo(page: Page, name: string): Promise<void> {
  const seen: string[] = [];
  for (let presses = 0; presses < 60; presses++) {
    const now = await page.evaluate(() => {
      const at = document.activeElement;
      const field = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement;
      const label = field ? at.labels?.[0]?.textContent : null;
      return (at?.getAttribute('aria-label') ?? label ?? at?.textContent ?? '').trim();
    });
    if (now === name) return;
    seen.push(now.slice(0, 40));
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to “${name}”: ${seen.join(' | ')}`);
}

describe.each(browsers)('by keyboard alone in %s', (browser) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await startSeconde(browser, 'en');
  });
  afterAll(() => driver?.close());

  it('an import: pasted, read, agreed to', async () => {
    const page = await driver.openPage('import.html');
    await page.waitForSelector('.import-give');
    await tabTo(page, say.bringPaste);
    await page.keyboard.press('Enter');
    await page.waitForSelector('textarea');
    await tabTo(page, say.bringPaste);
    await page.keyboard.type((Object.keys(secrets) as (keyof typeof secrets)[]).map(uri).join('\n'));
    await tabTo(page, say.bringRead);
    await page.keyboard.press('Enter');
    const yes = await page.waitForSelector('.import-yes .primary');
    const word = (await yes?.evaluate((button) => button.textContent?.trim())) ?? '';
    await tabTo(page, word);
    await page.keyboard.press('Enter');
    await pageReads(page, /3 accounts added/);
    await page.close();
    expect((await accountRows(driver)).map((row) => row.split(',')[0])).toEqual(Object.keys(secrets));
  });

  it('the settings: found by a word, changed, taken back', async () => {
    const page = await driver.openPage('options.html');
    await page.waitForSelector('.options-search input');
    await tabTo(page, say.findSetting);
    await page.keyboard.type('dark');
    await page.waitForSelector('.found-list a');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#look:not([hidden])');
    await tabTo(page, say.appearanceSystem);
    const dark = () => page.evaluate(() => document.documentElement.dataset['appearance'] === 'dark');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await poll(async () => ((await dark()) ? true : null), 10_000)).toBe(true);
    await tabTo(page, say.undo);
    await page.keyboard.press('Enter');
    expect(await poll(async () => ((await dark()) ? null : true), 10_000)).toBe(true);
    await page.close();
  });

  if (browser === 'chromium')
    it('the list in the popup: search, copy, move, pin, palette, the sheet of keys, and back to the page’s field', async () => {
      const page = await driver.newPage(`${site.url}/traps/no-qr`);
      await page.focus('input');
      const open = async (): Promise<Surface> => {
        await driver.shortcut('alt+shift+d');
        const popup = await driver.popup();
        if (!popup) throw new Error('the popup does not open by its key');
        return popup;
      };
      const closed = (popup: Surface) => poll(async () => ((await popup.isOpen()) ? null : true), 10_000);

      let popup = await open();
      await until(popup, ({ focus }) => focus === say.search, 'the focus in the search');
      await driver.type('gihtub');
      await until(popup, ({ rows }) => rows.join() === 'GitHub', 'one account found');
      await driver.shortcut('Down');
      await until(
        popup,
        ({ focus }) => /^GitHub, marie: copy code (\d ){2}\d, (\d ){2}\d/.test(focus),
        'its row',
      );
      await driver.shortcut('Return');
      await poll(async () => ((await popup.evaluate(copiedNote)) ? true : null), 3000);
      await driver.shortcut('Escape');
      await until(popup, ({ rows, typed }) => typed === '' && rows.length === 3, 'the search emptied');
      await driver.shortcut('Escape');
      expect(await closed(popup)).toBe(true);
      await driver.shortcut('ctrl+v');
      const pasted = await fieldValue(page, 'input');
      expect(oathCodes(secrets.GitHub, Date.now())).toContain(pasted);

      popup = await open();
      await until(popup, ({ focus }) => focus === say.search, 'the focus in the search again');
      await driver.shortcut('Down');
      const before = await until(popup, ({ place }) => place === '1', 'the first row');
      await driver.shortcut('alt+Down');
      const [first = '', second = '', third = ''] = before.rows;
      await until(
        popup,
        ({ rows, place }) => rows.join() === [second, first, third].join() && place === '2',
        'moved',
      );
      await driver.shortcut('End');
      await until(popup, ({ place }) => place === '3', 'the last row');
      await driver.shortcut('shift+F10');
      await until(popup, ({ over, focus }) => over === 'row-menu' && focus === say.copyTheCode, 'its menu');
      for (let steps = 0; steps < 6 && (await popup.evaluate(look)).focus !== say.pin; steps++) {
        const { focus } = await popup.evaluate(look);
        await driver.shortcut('Down');
        await until(popup, (seen) => seen.focus !== focus, 'the next item of the menu');
      }
      await driver.shortcut('Return');
      await until(popup, ({ over, rows }) => over === '' && rows[0] === third, 'pinned');

      await driver.shortcut('ctrl+k');
      await until(popup, ({ over }) => over === 'palette', 'the palette');
      await driver.type('francais');
      await until(popup, ({ chosen }) => chosen === 'french', 'the action found');
      await driver.shortcut('Return');
      await until(popup, ({ over, labels }) => over === '' && labels === says.fr.search, 'in French');
      await driver.shortcut('question');
      await until(popup, ({ over }) => over === 'keys', 'the sheet of keys');
      await driver.shortcut('Escape');
      await until(popup, ({ over }) => over === '', 'the sheet closed, the popup not');
      await driver.shortcut('Escape');
      expect(await closed(popup)).toBe(true);
      await driver.shortcut('ctrl+a');
      await driver.type('back');
      await fieldValue(page, 'input', (value) => value === 'back');
      await page.close();
    });
});

/** Runs in the document. */
function copiedNote(): boolean {
  return document.querySelector('.copied') !== null;
}
