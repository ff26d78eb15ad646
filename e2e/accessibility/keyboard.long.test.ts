/** An enrolment without a mouse, in real browsers: the focus goes into the card, Escape gives it back to the page's field. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Driver } from '../browsers/driver.ts';
import type { Surface } from '../browsers/surface.ts';
import {
  browsers,
  cardOf,
  fieldValue,
  pageReads,
  pause,
  reads,
  says,
  startSeconde,
} from '../journeys/seconde.ts';
import { type PracticeSite, startPracticeSite } from '../site/server.ts';

const say = says.fr;
let site: PracticeSite;
beforeAll(async () => {
  site = await startPracticeSite();
});
afterAll(() => site?.close());

/** What a screen reader says of the element with the focus: its name. */
function focusName(surface: Surface): Promise<string> {
  return surface.evaluate(() => {
    const element = document.hasFocus() ? document.activeElement : null;
    return (element?.getAttribute('aria-label') ?? element?.textContent ?? '').replace(/\s+/g, ' ').trim();
  });
}

async function untilFocus(
  surface: Surface,
  wanted: RegExp,
  key: (() => Promise<void>) | null,
): Promise<void> {
  let name = '';
  for (let tries = 0; tries < 40; tries++) {
    name = await focusName(surface).catch(() => '');
    if (wanted.test(name)) return;
    await key?.();
    await pause(100);
  }
  throw new Error(`expected the focus on ${wanted}, it is on “${name}”`);
}

/** The page's own field has the keyboard: what is typed goes there. */
async function expectFieldHasKeys(driver: Driver, page: Page, key: string | null = null): Promise<void> {
  await page.evaluate(() => {
    const keys: string[] = [];
    Object.assign(globalThis, { keys });
    document.addEventListener('keydown', ({ key, target }) =>
      keys.push(`${key} ${target instanceof Element ? target.id : ''}`),
    );
  });
  for (let tries = 0; tries < 20; tries++) {
    await driver.shortcut('Shift_L');
    await pause(150);
    const heard = await page.evaluate(() => (globalThis as unknown as { keys: string[] }).keys);
    if (heard.includes('Shift code')) return;
    if (key) await driver.shortcut(key);
  }
  throw new Error('the field of the page does not hear the keyboard');
}

/** Tab to the site's own button, and Enter. */
async function confirm(driver: Driver, page: Page): Promise<void> {
  for (let presses = 0; presses < 10; presses++) {
    await driver.shortcut('Tab');
    if ((await page.evaluate(() => document.activeElement?.id)) === 'verify') break;
  }
  await driver.shortcut('Return');
  await pageReads(page, /Authentification configurée/);
}

describe.each(browsers)('an enrolment by keyboard in %s', (browser) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await startSeconde(browser);
  });
  afterAll(() => driver?.close());
  const open = async (user: string) => {
    const page = await driver.newPage(
      `${site.url}/generic/?user=${user}-${browser}&enter=1&lang=fr&after=pushstate`,
    );
    await page.focus('#code');
    return page;
  };
  const attempts = (user: string) =>
    site.state
      .snapshot(`${user}-${browser}`)
      .flatMap((person) => person.attempts.map(({ code, outcome }) => [code, outcome]));
  const codeNamed = /^[^:]+ : copier le code (?:\d ){2}\d, (?:\d ){2}\d$/;

  it('from the popup: its key, Tab to “scan this page”, the card, its code, and Escape', async () => {
    const page = await open('popup-keys');
    await driver.shortcut('alt+shift+d');
    const popup = await driver.popup();
    if (!popup) throw new Error('the popup does not open by its key');
    await untilFocus(popup, new RegExp(`^${say.scanPage}$`), () => driver.shortcut('Tab'));
    await driver.shortcut('Return');
    const code = await fieldValue(page, '#code');
    const card = await cardOf(driver);
    await untilFocus(card, new RegExp(`^${say.enrolledTitle}`), null);
    await untilFocus(card, codeNamed, () => driver.shortcut('Tab'));
    await driver.shortcut('Escape');
    await expectFieldHasKeys(driver, page);
    await confirm(driver, page);
    expect(attempts('popup-keys')).toEqual([[code, 'accepted']]);
    await page.close();
  }, 90_000);

  it('by the key that scans the page: the code is in the field, which has the keyboard or gets it back', async () => {
    const page = await open('scan-key');
    await driver.shortcut('alt+shift+q');
    await fieldValue(page, '#code');
    const card = await cardOf(driver);
    await reads(card, say.enrolledTitle);
    // A sidebar of Firefox takes the focus only by F6: the keyboard is still in the field. A side panel of Chromium takes
    // it at once, and only the browser's own key, F6, gives it back.
    if (browser === 'chromium') {
      await untilFocus(card, new RegExp(`^${say.enrolledTitle}`), null);
      await untilFocus(card, codeNamed, () => driver.shortcut('Tab'));
    }
    await expectFieldHasKeys(driver, page, browser === 'chromium' ? 'F6' : null);
    await confirm(driver, page);
    await page.close();
  }, 90_000);
});
