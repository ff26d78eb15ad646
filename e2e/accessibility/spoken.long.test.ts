/** What is there to be heard: the account first, its code digit by digit, and no clock that runs. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'puppeteer-core';
import { extensionDirs } from '../journeys/seconde.ts';
import { launch } from '../screens/browser.mjs';
import { openShot, serve } from '../screens/serve.mjs';
import { allShots, type Shot } from '../screens/shots.mjs';
import { stillness } from './in-page.ts';
import { spokenLines } from './spoken.ts';

let browser: Browser;
let site: Awaited<ReturnType<typeof serve>>;
let shots: readonly Shot[];
beforeAll(async () => {
  browser = await launch();
  site = await serve(extensionDirs.chromium);
  shots = await allShots(browser);
});
afterAll(async () => {
  site?.close();
  await browser?.close();
});

async function heard(name: string, language: 'fr' | 'en'): Promise<string[]> {
  const shot = shots.find((one) => one.name === name);
  if (!shot) throw new RangeError(`no screen is named "${name}"`);
  const page = await browser.newPage();
  await openShot(page, site.origin, shot, language);
  await page.evaluate(stillness);
  const lines = await spokenLines(page);
  await page.close();
  return lines;
}

const digits = String.raw`(?:\d ){2}\d, (?:\d ){2}\d`;

test.each([
  ['fr', 'copier le code'],
  ['en', 'copy code'],
] as const)(
  'a card and a list name each code after its account, digit by digit (%s)',
  async (language, words) => {
    const code = new RegExp(`^button: CISSS de la Gaspésie.*: ${words} ${digits}`);
    for (const screen of ['card-enrolled', 'list-site']) {
      const lines = await heard(screen, language);
      expect(lines.filter((line) => code.test(line)).length, screen).toBeGreaterThanOrEqual(1);
      // A code that is said as a number, or seconds that count down, would be heard again and again.
      expect(lines.join('\n'), screen).not.toMatch(/^timer|\d{3}[\u00A0 ]\d{3}/m);
    }
  },
);

test('the recovery kit is read whole: each line of its code, and what to do with it', async () => {
  const lines = (await heard('kit-sheet', 'fr')).join('\n');
  for (const group of '7KQ4M-0V3XB-YT8WC-2HDRN-5PJ9E-G6ZSA-1M4KQ-XB0V3'.split('-'))
    expect(lines).toContain(group);
});
