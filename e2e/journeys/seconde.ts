/** What the end-to-end tests know of Seconde: where its builds are, and what a person does with a page and a card. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import type { Surface } from '../browsers/surface.ts';

const output = (folder: string) => fileURLToPath(new URL(`../../.output/${folder}`, import.meta.url));

/** The production builds, as they would be installed. */
export const extensionDirs = { chromium: output('chrome-mv3'), firefox: output('firefox-mv3') } as const;

/** The value of a field of the page once `wanted` likes it. */
export async function fieldValue(
  page: Page,
  selector: string,
  wanted: (value: string) => boolean = (value) => /^\d{6,8}$/.test(value),
  timeout = 10_000,
): Promise<string> {
  let value = '';
  for (const deadline = performance.now() + timeout; performance.now() < deadline; ) {
    value = await page.$eval(selector, (field) => (field as HTMLInputElement).value).catch(() => '');
    if (wanted(value)) return value;
    await pause(50);
  }
  throw new Error(`${selector} holds ${value === '' ? 'nothing' : 'something else'} after ${timeout} ms`);
}

/** The words of a surface once they match. */
export async function reads(surface: Surface, selector: string, wanted: RegExp, timeout = 10_000): Promise<string> {
  let text = '';
  for (const deadline = performance.now() + timeout; performance.now() < deadline; ) {
    text = await surface.text(selector).catch(() => '');
    if (wanted.test(text)) return text;
    await pause(50);
  }
  throw new Error(`expected ${selector} to match ${wanted}, it reads: ${text}`);
}

/** The page's words once they match. */
export async function pageReads(page: Page, wanted: RegExp, timeout = 15_000): Promise<string> {
  let text = '';
  for (const deadline = performance.now() + timeout; performance.now() < deadline; ) {
    text = await page.evaluate(() => document.body.innerText).catch(() => '');
    if (wanted.test(text)) return text;
    await pause(50);
  }
  throw new Error(`expected the page to match ${wanted}, it reads: ${text.slice(0, 500)}`);
}

/** Codes of the last, this and the next step by an independent program. */
export function oathCodes(secret: string, nowMs: number): string[] {
  const codes: string[] = [];
  for (const stepsAway of [-1, 0, 1]) {
    const at = new Date(nowMs + stepsAway * 30_000).toISOString().replace('T', ' ').slice(0, 19);
    const printed = execFileSync('oathtool', ['--totp', '-b', '-N', `${at} UTC`, secret], { encoding: 'utf8' });
    codes.push(printed.trim());
  }
  return codes;
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
