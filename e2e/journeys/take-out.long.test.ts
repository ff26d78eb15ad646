/** Accounts taken out to a file that another program reads, and to another computer by QR codes on a screen. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Driver } from '../browsers/driver.ts';
import { type PracticeSite, startPracticeSite } from '../site/server.ts';
import { accountRows, browsers, fieldValue, pageReads, says, startSeconde } from './seconde.ts';
import { keepDownloads, lastDownload } from './downloads.ts';

const say = says.fr;
const password = 'quatre mots bien choisis';
const names = ['premier', 'deuxieme'];
let site: PracticeSite;
let folder: string;
beforeAll(async () => {
  site = await startPracticeSite();
  folder = await mkdtemp(join(tmpdir(), 'seconde-take-out-'));
});
afterAll(async () => {
  await site?.close();
  await rm(folder, { recursive: true, force: true });
});

describe.each(browsers)('accounts taken out in %s', (browser) => {
  let first: Driver;
  let list = '';
  beforeAll(async () => {
    first = await startSeconde(browser);
    for (const name of names) {
      const page = await first.newPage(`${site.url}/generic/?user=${name}&enter=1&lang=fr&device=0`);
      await first.rightClick(page, '#qr');
      await fieldValue(page, '#code');
      await page.close();
    }
  });
  afterAll(() => first?.close());

  it('shows no key before there is a password', async () => {
    const page = await first.openPage('export.html');
    await pageReads(page, like(say.exportPasswordWhy));
    expect(await page.$$('input[type=radio]')).toHaveLength(0);
    for (const field of await page.$$('input[autocomplete=new-password]')) await field.type(password);
    await page.keyboard.press('Enter');
    await page.waitForSelector('input[value=otpauth-list]', { timeout: 20_000 });
    await page.close();
  });

  it('writes a file that opens the accounts elsewhere, to who gives the password', async () => {
    const page = await first.openPage('export.html');
    await choose(page, 'otpauth-list');
    await pageReads(page, like(say.warnFile));
    await keepDownloads(page);
    await prove(page, 'un autre mot de passe');
    await pageReads(page, like(say.failures['password-wrong']));
    expect(await lastDownload(page)).toBe('');
    await prove(page, password);
    await pageReads(page, like(say.exportSaved));
    list = await lastDownload(page);
    expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain('otpauth:');
    await page.close();

    const secrets = list
      .trim()
      .split('\n')
      .map((line) => /secret=([A-Z2-7]+)/.exec(line)?.[1] ?? '');
    expect(secrets).toHaveLength(2);
    const codes = secrets.map((secret) =>
      execFileSync('oathtool', ['--totp', '-b', secret], { encoding: 'utf8' }),
    );
    for (const code of codes) expect(code).toMatch(/^\d{6}\n$/);
  });

  it('brings them to another computer by QR codes and a code, with nothing in between', async () => {
    const page = await first.openPage('export.html');
    await choose(page, 'series');
    await prove(page, password);
    await page.waitForSelector('.series-code code', { timeout: 20_000 });
    const code = await page.$eval('.series-code code', (shown) => shown.textContent ?? '');
    expect(code).toMatch(/^([0-9A-Z]{5}-){3}[0-9A-Z]{5}$/);
    await page.click('section > .primary');
    await page.waitForSelector('.qr-figure');
    expect(await page.$('.series-code')).toBeNull();
    const pictures = await photographed(page);
    await page.close();

    const second = await startSeconde(browser);
    try {
      const receiving = await second.openPage('receive.html');
      await receiving.waitForSelector('.code-input');
      await receiving.type('.code-input', code.toLowerCase());
      await receiving.keyboard.press('Enter');
      const input = (await receiving.waitForSelector('input[type=file]')) as unknown as {
        uploadFile(...paths: string[]): Promise<void>;
      };
      // Backwards, and the last one twice.
      const [last = ''] = pictures.toReversed();
      await input.uploadFile(last, ...pictures.toReversed());
      await pageReads(receiving, /premier/, 30_000);
      expect(await accountRows(second)).toHaveLength(0);
      await receiving.bringToFront();
      await receiving.click('.import-preview .primary');
      await pageReads(receiving, like(say.receiveTwo));
      await receiving.close();
      const rows = await accountRows(second);
      expect(rows).toHaveLength(2);
      for (const name of names) expect(rows.join()).toContain(name);
    } finally {
      await second.close();
    }
  });

  /** A picture of each QR code, as another computer's camera would take it. */
  async function photographed(page: Page): Promise<string[]> {
    const [back, pause, next] = await page.$$('.slides .buttons button');
    if (!back || !pause || !next) throw new Error('buttons to go through the codes expected');
    await pause.click();
    const shown = () => page.$eval('.slides-at', (line) => line.textContent ?? '');
    const size = Number(/(\d+)\D*$/.exec(await shown())?.[1]);
    const paths: string[] = [];
    for (let taken = 0; taken < size; taken++) {
      const before = await shown();
      const figure = (await page.$('.qr-figure')) as ElementHandle;
      const path = join(folder, `${browser}-${taken}.png`);
      await writeFile(path, await figure.screenshot());
      paths.push(path);
      await next.click();
      await page.waitForFunction(
        (text) => document.querySelector('.slides-at')?.textContent !== text,
        {},
        before,
      );
    }
    return paths;
  }
});

async function choose(page: Page, where: string): Promise<void> {
  await page.waitForSelector(`input[value="${where}"]`);
  await page.click(`input[value="${where}"]`);
}

async function prove(page: Page, word: string): Promise<void> {
  const field = await page.waitForSelector('.part input[autocomplete=current-password]');
  await field?.evaluate((input) => (input as HTMLInputElement).select());
  await field?.type(word);
  await page.keyboard.press('Enter');
}

/** A sentence of the catalogue, whatever fills its placeholders and whatever its spaces are. */
function like(text: string): RegExp {
  const escaped = text.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
  return new RegExp(escaped.replace(/\{\w+\}/g, '.*').replace(/\s+/g, '\\s+'));
}
