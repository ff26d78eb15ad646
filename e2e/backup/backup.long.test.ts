/** Never lose: copies, trash, a damaged store, the recovery kit, and leaving, in real browsers with their real storage. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Driver } from '../browsers/driver.ts';
import {
  accountRows,
  browsers,
  fieldValue,
  pageReads,
  pause,
  says,
  startSeconde,
} from '../journeys/seconde.ts';
import { type PracticeSite, startPracticeSite } from '../site/server.ts';
import { keepDownloads, lastDownload } from '../journeys/downloads.ts';

declare const chrome: typeof import('wxt/browser').browser;

const say = says.fr;
const password = 'quatre mots bien choisis';
let site: PracticeSite;
let folder: string;
beforeAll(async () => {
  site = await startPracticeSite();
  folder = await mkdtemp(join(tmpdir(), 'seconde-backup-'));
});
afterAll(async () => {
  await site?.close();
  await rm(folder, { recursive: true, force: true });
});

describe.each(browsers)('what keeps accounts from being lost in %s', (browser) => {
  let driver: Driver;
  const backup = () => join(folder, `${browser}.json`);
  const first = `premier-${browser}`;
  const second = `deuxieme-${browser}`;
  beforeAll(async () => {
    driver = await startSeconde(browser);
  });
  afterAll(() => driver?.close());

  const enrol = async (user: string): Promise<void> => {
    const page = await driver.newPage(`${site.url}/generic/?user=${user}&enter=1&lang=fr&device=0`);
    await driver.rightClick(page, '#qr');
    await fieldValue(page, '#code');
    await page.close();
  };

  it('writes a copy that opens, and believes only the one that was tested', async () => {
    await enrol(first);
    await enrol(second);
    const options = await driver.openPage('options.html#backup');
    await options.waitForSelector('#copy input[autocomplete=new-password]');
    await keepDownloads(options);
    for (const field of await options.$$('#copy input[autocomplete=new-password]'))
      await field.type(password);
    await press(options, '#copy', say.protect);
    await options.waitForSelector('#copy input[type=checkbox]');

    await press(options, '#copy', say.makeCopy);
    await pageReads(options, like(say.backupWritten));
    await writeFile(backup(), await lastDownload(options));
    await choose(options, '#copy', backup());
    await giveTo(options, '#copy', 'un autre mot de passe');
    await pageReads(options, like(say.failures['password-wrong']));
    await giveTo(options, '#copy', password);
    await pageReads(options, /s’ouvre et contient 2 comptes/);
    await pageReads(options, like(say.backupVerifiedOn));

    const cut = join(folder, 'cut.json');
    await writeFile(cut, (await lastDownload(options)).slice(0, 900));
    await choose(options, '#copy', cut);
    await pageReads(options, like(say.failures['backup-truncated']));
    await options.close();
  });

  it('takes an account out, and puts it back from the trash', async () => {
    const list = await driver.openPage('popup.html');
    await list.waitForSelector('.row-more');
    await list.hover('.row');
    await list.click('.row .row-more');
    await list.waitForSelector('.row-menu .danger');
    await list.click('.row-menu .danger');
    await pageReads(list, like(say.removed));
    await list.close();
    expect(await accountRows(driver)).toHaveLength(1);

    const options = await driver.openPage('options.html#trash');
    await options.waitForSelector('#trash');
    await pageReads(options, /encore 30 jours/);
    await press(options, '#trash', say.trashRestore);
    await pageReads(options, like(say.trashRestored));
    await options.close();
    expect(await accountRows(driver)).toHaveLength(2);
  });

  it('brings a copy back after it was seen, with nothing lost on the way', async () => {
    await enrol(`troisieme-${browser}`);
    const options = await driver.openPage('options.html#backup');
    await options.waitForSelector('#restore input[type=file]');
    await choose(options, '#restore', backup());
    await giveTo(options, '#restore', password);
    await pageReads(options, /contient 2 comptes/);
    expect(await accountRows(driver)).toHaveLength(3);
    await press(options, '#restore', say.restoreReplace);
    await pageReads(options, /il y a 2 comptes dans le coffre/);
    await options.close();
    expect((await accountRows(driver)).join()).not.toContain('troisieme');
  });

  it.each([
    ['deleted', (): Promise<void> => chrome.storage.local.remove('vault')],
    ['emptied', (): Promise<void> => chrome.storage.local.set({ vault: {} })],
    ['turned into text', (): Promise<void> => chrome.storage.local.set({ vault: 'x' })],
    [
      'changed by one letter',
      async (): Promise<void> => {
        const { vault } = (await chrome.storage.local.get('vault')) as { vault: { body: { ct: string } } };
        const ct = vault.body.ct.replace(/./, (letter) => (letter === 'A' ? 'B' : 'A'));
        await chrome.storage.local.set({ vault: { ...vault, body: { ...vault.body, ct } } });
      },
    ],
  ])('finds its way back from a vault that was %s', async (_name, damage) => {
    await driver.inBackground(damage);
    // A background that still runs has the right vault open, and shows it.
    let shown = '';
    for (let tries = 0; tries < 3 && !like(say.unusableTitle).test(shown); tries++) {
      await driver.stopBackground();
      await pause(500);
      const popup = await driver.openPage('popup.html');
      await popup.waitForSelector('.state, .row-main');
      shown = await popup.evaluate(() => document.body.innerText);
      expect(shown).not.toContain(say.emptyTitle);
      await popup.close();
    }
    expect(shown).toMatch(like(say.unusableTitle));

    const recovery = await driver.openPage('recovery.html');
    await recovery.waitForSelector('.candidates li');
    await recovery.type('input[type=password]', password);
    await press(recovery, 'form', say.candidatesOpen);
    await recovery.waitForSelector('.candidates .primary', { timeout: 30_000 });
    await pageReads(recovery, /2 comptes/);
    await recovery.click('.candidates .primary');
    await pageReads(recovery, like(say.rescueDone));
    await recovery.close();
    expect((await accountRows(driver)).join()).toMatch(/premier.*|deuxieme/);
    expect(await accountRows(driver)).toHaveLength(2);
  });

  it('makes a recovery kit whose code opens a copy', async () => {
    const lock = await driver.openPage('popup.html');
    await lock.locator(`header button[aria-label="${say.lock}"]`).click();
    await lock.locator('input[type=password]').fill(password);
    await lock.locator('form button.primary').click();
    await lock.waitForSelector('.row-main');
    await lock.close();
    const kit = await driver.openPage('kit.html');
    // Opened today as every day: that is no proof for a code that opens everything.
    await giveTo(kit, 'main', 'pas du tout celui-là');
    await pageReads(kit, like(say.failures['password-wrong']));
    expect(await kit.evaluate(() => document.body.innerText)).not.toContain(say.kitMake);
    await giveTo(kit, 'main', password);
    await pageReads(kit, like(say.kitMake));
    await press(kit, 'main', say.kitMake);
    await kit.waitForSelector('.kit-sheet', { timeout: 20_000 });
    const code = (await kit.$$eval('.kit-code code', (lines) => lines.map((line) => line.textContent))).join(
      '-',
    );
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){7}[0-9A-HJKMNP-TV-Z]{5}$/);
    await kit.close();
    const again = await driver.openPage('kit.html');
    await again.waitForSelector('button.primary');
    expect(await again.evaluate(() => document.body.innerText)).not.toContain(code.slice(0, 11));
    await again.close();

    const options = await driver.openPage('options.html#backup');
    await options.waitForSelector('#backup button.primary');
    await keepDownloads(options);
    await press(options, '#copy', say.makeCopy);
    await pageReads(options, like(say.backupWritten));
    await writeFile(backup(), await lastDownload(options));
    await choose(options, '#copy', backup());
    await press(options, '#copy', say.useRecoveryCode);
    await options.type('#backup .code-input', code);
    await press(options, '#copy', say.testNow);
    await pageReads(options, /s’ouvre et contient 2 comptes/);
    await options.close();
  });

  it('leaves nothing when the person leaves', async () => {
    const options = await driver.openPage('options.html#backup');
    await options.waitForSelector('#leave button');
    await press(options, '#leave', say.leaveStart);
    await pageReads(options, like(say.leaveBackedUp));
    await press(options, '#leave', say.leaveNow);
    await pageReads(options, like(say.goneTitle));
    await pageReads(options, /seconde-\d{4}-\d{2}-\d{2}\.json/);
    await options.close();
    await pause(500);
    const left = await driver.inBackground(async () => {
      // The next look at an empty vault makes the databases anew: what counts is that nothing is in them.
      const records: string[] = [];
      for (const { name } of await indexedDB.databases()) {
        const database = await new Promise<IDBDatabase>((resolve) => {
          const opening = indexedDB.open(name ?? '');
          opening.onsuccess = () => resolve(opening.result);
        });
        for (const store of database.objectStoreNames) {
          const keys = await new Promise<IDBValidKey[]>((resolve) => {
            const reading = database.transaction(store).objectStore(store).getAllKeys();
            reading.onsuccess = () => resolve(reading.result);
          });
          records.push(...keys.map((key) => `${name} ${store} ${JSON.stringify(key)}`));
        }
        database.close();
      }
      return {
        local: Object.keys(await chrome.storage.local.get(null)),
        session: Object.keys(await chrome.storage.session.get(null)),
        records,
        alarms: (await chrome.alarms.getAll()).map(({ name }) => name),
      };
    });
    expect(left).toEqual({ local: [], session: [], records: [], alarms: [] });
    const popup = await driver.openPage('popup.html');
    await pageReads(popup, like(say.emptyTitle));
    await popup.close();
  });

  it('begins again on a computer that has only the copy', async () => {
    const options = await driver.openPage('options.html#backup');
    await options.waitForSelector('#restore input[type=file]');
    await choose(options, '#restore', backup());
    await giveTo(options, '#restore', password);
    await press(options, '#restore', 'Ramener les 2 comptes');
    await pageReads(options, /il y a 2 comptes dans le coffre/);
    await options.close();
    expect(await accountRows(driver)).toHaveLength(2);
  });
});

async function choose(page: Page, part: string, path: string): Promise<void> {
  const input = await page.waitForSelector(`${part} input[type=file]`);
  await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(path);
}

/** Types the password in the part of the page, and goes on. */
async function giveTo(page: Page, part: string, secret: string): Promise<void> {
  const field = await page.waitForSelector(`${part} input[autocomplete=current-password]`);
  await field?.evaluate((input) => (input as HTMLInputElement).select());
  await field?.type(secret);
  await page.keyboard.press('Enter');
}

/** Clicks the button of this part that says so. */
async function press(page: Page, part: string, text: string): Promise<void> {
  for (const deadline = performance.now() + 15_000; performance.now() < deadline;) {
    const pressed = await page.evaluate(
      (place, words) => {
        const flat = (value: string) => value.replace(/\s+/g, ' ').trim();
        const buttons = [...document.querySelectorAll<HTMLButtonElement>(`${place} button`)];
        const found = buttons.find(
          (button) => flat(button.textContent ?? '') === flat(words) && !button.disabled,
        );
        found?.click();
        return found !== undefined;
      },
      part,
      text,
    );
    if (pressed) return;
    await pause(50);
  }
  throw new Error(`no button "${text}" in ${part}`);
}

/** A sentence of the catalogue, whatever fills its placeholders and whatever its spaces are. */
function like(text: string): RegExp {
  const escaped = text.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
  return new RegExp(escaped.replace(/\{\w+\}/g, '.*').replace(/\s+/g, '\\s+'));
}
