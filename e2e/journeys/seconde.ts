/**
 * What the journeys know of Seconde: where its builds are, what a person reads on its surfaces, and what is stored.
 * Words come from the product's own catalogue, so that a journey says which sentence it expects and not how it is worded.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { words as enFirst } from '../../lib/i18n/en.ts';
import { later as enLater } from '../../lib/i18n/en-rest.ts';
import { words as frFirst } from '../../lib/i18n/fr.ts';
import { later as frLater } from '../../lib/i18n/fr-rest.ts';
import { type Driver, launch, type LaunchOptions } from '../browsers/driver.ts';
import { settle } from '../browsers/menu.ts';
import { poll, type Surface } from '../browsers/surface.ts';
import { closeWelcome } from '../browsers/welcome.ts';

declare const chrome: typeof import('wxt/browser').browser;

const builds = new URL(
  process.env['SECONDE_BUILDS'] ? `file://${process.env['SECONDE_BUILDS']}/` : '../../.output/',
  import.meta.url,
);

/** The production builds, as they would be installed. */
export const extensionDirs = {
  chromium: fileURLToPath(new URL('chrome-mv3', builds)),
  firefox: fileURLToPath(new URL('firefox-mv3', builds)),
} as const;

export const browsers = ['chromium', 'firefox'] as const;
export type BrowserName = (typeof browsers)[number];
export type Lang = 'fr' | 'en';

export const says = {
  fr: { ...frFirst, ...frLater.words, failures: frLater.failures },
  en: { ...enFirst, ...enLater.words, failures: enLater.failures },
} as const;

/** A real browser with a screen, its extension installed; the page that welcomes is closed again. */
export async function startSeconde(
  browser: BrowserName,
  lang: Lang = 'fr',
  options: Partial<LaunchOptions> = {},
): Promise<Driver> {
  const driver = await launch({
    browser,
    extensionDir: extensionDirs[browser],
    headed: true,
    lang,
    ...options,
  });
  await closeWelcome(driver);
  return driver;
}

/** The panel, or else the popup: where the card of the tab in front is. */
export async function cardOf(driver: Driver): Promise<Surface> {
  const surface = await poll(async () => (await driver.panel(0)) ?? (await driver.popup(0)), 15_000);
  if (surface === null) throw new Error('no surface of Seconde is open');
  return surface;
}

/**
 * The popup, opened by a click on the toolbar button over the page, once it shows something. Firefox draws it in one
 * place and moves it to another: a question asked in between is never answered, so it is asked again.
 */
export async function openPopup(driver: Driver, page: Page): Promise<Surface> {
  await driver.clickAction(page);
  const popup = await poll(async () => {
    const open = await driver.popup(0);
    const text = await Promise.race([open?.text('main').catch(() => ''), pause(1500)]);
    return text ? open : null;
  }, 15_000);
  if (popup === null) throw new Error('the popup does not open');
  return popup;
}

/** Right-clicks and chooses *Enter code*: in Chromium the second item of a submenu, in Firefox the only one. */
export function rightClickToFill(driver: Driver, page: Page, selector: string): Promise<void> {
  return driver.rightClick(page, selector, driver.kind === 'chromium' ? { submenu: 1 } : 'ours');
}

/** The value of a field of the page once `wanted` likes it. */
export async function fieldValue(
  page: Page,
  selector: string,
  wanted: (value: string) => boolean = (value) => /^\d{6,8}$/.test(value),
  timeout = 25_000,
): Promise<string> {
  let value = '';
  for (const deadline = performance.now() + timeout; performance.now() < deadline;) {
    value = await page.$eval(selector, (field) => (field as HTMLInputElement).value).catch(() => '');
    if (wanted(value)) return value;
    await pause(50);
  }
  throw new Error(`${selector} holds ${value === '' ? 'nothing' : 'something else'} after ${timeout} ms`);
}

/** What all fields of the page hold, hidden ones and boxes included. */
export function fieldValues(page: Page): Promise<string[]> {
  return page.$$eval('input, textarea', (fields) => fields.map((field) => (field as HTMLInputElement).value));
}

/** The words of a surface once they match. Spaces count as one, hard ones too. */
export async function reads(
  surface: Surface,
  wanted: RegExp | string,
  { selector = 'main', timeout = 20_000 }: { selector?: string; timeout?: number } = {},
): Promise<string> {
  const like = typeof wanted === 'string' ? sentence(wanted) : wanted;
  let text = '';
  for (const deadline = performance.now() + timeout; performance.now() < deadline;) {
    text = flat(await surface.text(selector).catch(() => ''));
    if (like.test(text)) return text;
    await pause(50);
  }
  throw new Error(`expected ${selector} to match ${like}, it reads: ${text}`);
}

/** The page's words once they match. */
export async function pageReads(page: Page, wanted: RegExp, timeout = 20_000): Promise<string> {
  let text = '';
  for (const deadline = performance.now() + timeout; performance.now() < deadline;) {
    text = await page.evaluate(() => document.body.innerText).catch(() => '');
    if (wanted.test(text)) return text;
    await pause(50);
  }
  throw new Error(`expected the page to match ${wanted}, it reads: ${text.slice(0, 500)}`);
}

/** A click by the mouse, once the page stands still: a panel that opens beside it moves everything. */
export async function press(page: Page, selector: string): Promise<void> {
  await settle(page);
  await page.locator(selector).click();
}

/** Presses the page's own buttons one after the other, each as soon as it is there: what no gesture of ours depends on. */
export async function walk(page: Page, ...selectors: string[]): Promise<void> {
  for (const selector of selectors) {
    const button = await page.waitForSelector(selector);
    await button?.evaluate((element) => (element as HTMLElement).click());
  }
}

export async function pressAndWait(page: Page, selector: string): Promise<void> {
  await settle(page);
  await Promise.all([page.waitForNavigation({ waitUntil: 'domcontentloaded' }), page.click(selector)]);
}

/** What every row of the list says of its account, as the popup's page shows it in a tab of its own. */
export async function accountRows(driver: Driver): Promise<string[]> {
  const list = await driver.openPage('popup.html');
  await list.waitForSelector('.row-main, .state');
  const rows = await list.$$eval('.row-main', (all) => all.map((row) => row.ariaLabel ?? ''));
  await list.close();
  return rows.map(flat);
}

/** Everything the extension keeps on the disk, as text to compare. */
export function stored(driver: Driver): Promise<string> {
  return driver.inBackground(async () => JSON.stringify(await chrome.storage.local.get(null)));
}

/** Codes of the last, this and the next step by an independent program. */
export function oathCodes(secret: string, nowMs: number, periodSeconds = 30): string[] {
  return [-1, 0, 1].map((stepsAway) => {
    const at = new Date(nowMs + stepsAway * periodSeconds * 1000);
    const time = `${at.toISOString().replace('T', ' ').slice(0, 19)} UTC`;
    const options = ['--totp', '-b', '-N', time, '-s', `${periodSeconds}s`, secret];
    return execFileSync('oathtool', options, { encoding: 'utf8' }).trim();
  });
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** A sentence with placeholders, as a pattern of the text around it. */
function sentence(text: string): RegExp {
  const parts = flat(text)
    .split(/\{\w+\}/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(parts.join('.*'));
}

/** Spaces of any kind as one plain space. */
function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
