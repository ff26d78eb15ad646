/** The ways in that need no page: paste, drop, pictures, a key by hand, camera, another tab; and what is no account. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pngjs from 'pngjs';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Driver } from '../browsers/driver.ts';
import { qrPng } from '../site/qr-picture.ts';
import { type PracticeSite, startPracticeSite } from '../site/server.ts';
import { writeFilm } from './fake-camera.ts';
import { accountRows, browsers, oathCodes, pageReads, says, startSeconde, stored } from './seconde.ts';

const say = says.fr;
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const address = (account: string, key = secret) =>
  `otpauth://totp/Papeterie:${encodeURIComponent(account)}?secret=${key}&issuer=Papeterie`;
/** Another key each time: the same one would be the same account. */
const keyOf = (letter: string) => `JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PX${letter}`;

describe.each(browsers)('in %s', (browser) => {
  let site: PracticeSite;
  let driver: Driver;
  let scan: Page;
  const folder = mkdtempSync(join(tmpdir(), 'seconde-scan-'));
  const file = (name: string, content: Buffer | string) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };

  beforeAll(async () => {
    const film = join(folder, 'film.y4m');
    writeFilm(film, address('film', keyOf('A')));
    site = await startPracticeSite();
    driver = await startSeconde(browser, 'fr', {
      chromiumArgs: [
        '--use-fake-device-for-media-stream',
        '--use-fake-ui-for-media-stream',
        `--use-file-for-fake-video-capture=${film}`,
      ],
      firefoxPrefs: {
        'media.navigator.streams.fake': true,
        'media.navigator.permission.disabled': true,
        'dom.events.testing.asyncClipboard': true,
      },
    });
  });
  beforeEach(async () => {
    scan = await driver.openPage('scan.html');
    await scan.waitForSelector('.way-grid');
  });
  afterEach(() => scan.close());
  afterAll(async () => {
    await driver?.close();
    await site?.close();
    rmSync(folder, { recursive: true });
  });

  const rowsOf = async (name: string) => (await accountRows(driver)).filter((row) => row.includes(name));
  /** The result says what it is, and that no page was filled; then the ways are there again. */
  const endsInCard = async (name: string) => {
    await pageReads(scan, new RegExp(say.enrolledTitle));
    await pageReads(scan, /Rien n’a été entré dans une page/);
    await pageReads(scan, new RegExp(name));
    await scan.bringToFront();
    await scan.evaluate(() =>
      document.querySelector<HTMLElement>('.scan-result .buttons:last-child button:last-child')?.click(),
    );
    await scan.waitForSelector('.way-grid');
    expect(await rowsOf(name)).toHaveLength(1);
    await scan.bringToFront();
  };
  const choosePictures = async (...paths: string[]) => {
    const input = await scan.$('input[type=file]');
    await (input as unknown as { uploadFile(...files: string[]): Promise<void> }).uploadFile(...paths);
  };

  it('adds an address that is pasted anywhere with the keyboard', async () => {
    const page = await driver.newPage(`${site.url}/written/?lang=fr`);
    await page.$eval('#address', (element) => getSelection()?.selectAllChildren(element));
    await driver.shortcut('ctrl+c');
    await scan.bringToFront();
    await scan.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await driver.shortcut('ctrl+v');
    await endsInCard('adresse');
    await page.close();
  });

  it('adds a picture that is pasted with the keyboard', async () => {
    await scan.evaluate(
      async (data) => {
        const bytes = Uint8Array.from(atob(data), (one) => one.charCodeAt(0));
        const picture = new Blob([bytes], { type: 'image/png' });
        await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
      },
      qrPng(address('collé', keyOf('H'))).toString('base64'),
    );
    await driver.shortcut('ctrl+v');
    await endsInCard('collé');
  });

  it('adds a picture that is dropped anywhere', async () => {
    await scan.evaluate(
      (data) => {
        const bytes = Uint8Array.from(atob(data), (one) => one.charCodeAt(0));
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([bytes], 'code.png', { type: 'image/png' }));
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
      },
      qrPng(address('déposé', keyOf('C'))).toString('base64'),
    );
    await endsInCard('déposé');
  });

  it('adds all accounts of several pictures', async () => {
    await choosePictures(
      file('a.png', qrPng(address('premier', keyOf('D')))),
      file('b.png', qrPng(address('second', keyOf('E')))),
    );
    await scan.waitForSelector('.found');
    expect(await scan.$$eval('.choice', (all) => all.length)).toBe(2);
    await scan.click('.found > .plain');
    await pageReads(scan, /1 autre compte/);
    await endsInCard('premier');
    expect(await rowsOf('second')).toHaveLength(1);
  });

  it('adds a key typed by hand, whose code was shown before', async () => {
    await scan.click('.way-grid button:last-child');
    await scan.waitForSelector('.hand');
    await scan.type('.hand > .field:nth-of-type(1) input', 'jbsw-y3dp ehpk3pxp JBSWY3DP EHPK3PX0');
    await pageReads(scan, /Le caractère 32,/);
    await scan.keyboard.press('Backspace');
    await scan.keyboard.type('f');
    await scan.waitForSelector('.preview:not(.none)');
    const shown = await scan.$eval('.preview .code', (code) => code.textContent.replace(/\D/g, ''));
    expect(oathCodes(keyOf('F'), Date.now())).toContain(shown);
    await scan.type('.hand > .field:nth-of-type(3) input', 'à la main');
    await scan.keyboard.press('Enter');
    await endsInCard('à la main');
  });

  it.each([
    ['nothing', '', () => say.scanPasteEmpty],
    ['a sentence', 'Bonjour madame', () => say.failures['text-without-key']],
    [
      'the code and address of another app',
      '123456789 https://mobileappcommunicator.auth.microsoft.com/activatev2/1/AB',
      () => say.failures['qr-microsoft'],
    ],
    ['an address without a key', 'otpauth://totp/x?secret=', () => say.failures['secret-missing']],
    [
      'a key of 10,000 letters',
      `otpauth://totp/x?secret=${'A'.repeat(10_000)}`,
      () => say.failures['secret-too-long'],
    ],
  ])('says what is wrong with %s, and stores nothing', async (_what, text, sentence) => {
    const before = await stored(driver);
    await scan.bringToFront();
    await scan.$eval('.paste-field', (field, value) => ((field as HTMLInputElement).value = value), text);
    await scan.focus('.paste-field');
    await scan.keyboard.press('Enter');
    await pageReads(
      scan,
      new RegExp(
        sentence()
          .slice(0, 40)
          .replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
      ),
    );
    expect(await stored(driver)).toBe(before);
  });

  it('says what is wrong with a picture, and stores nothing', async () => {
    const before = await stored(driver);
    const huge = qrPng('x');
    huge.writeUInt32BE(10_000, 16);
    huge.writeUInt32BE(10_000, 20);
    const blank = pngjs.PNG.sync.write(new pngjs.PNG({ width: 300, height: 200 }));
    for (const [path, sentence] of [
      [file('huge.png', huge), say.failures['picture-too-large']],
      // Firefox shows the part of a picture that arrived.
      [
        file('broken.png', qrPng('x').subarray(0, 90)),
        browser === 'firefox' ? say.scanNoneInPicture.one : say.failures['picture-unreadable'],
      ],
      [file('text.png', 'Bonjour'), say.failures['picture-unreadable']],
      [file('blank.png', blank), say.scanNoneInPicture.one],
      [file('wifi.png', qrPng('WIFI:T:WPA;S:x;P:y;;')), say.failures['qr-wifi']],
    ] as const) {
      await choosePictures(path);
      await pageReads(scan, new RegExp(sentence.slice(0, 30)));
    }
    expect(await stored(driver)).toBe(before);
  });

  it('shows a hostile name as text of one line', async () => {
    const name = encodeURIComponent(
      `<img src=x onerror="document.title='pris'">\u202Egpj.${'x'.repeat(600)}`,
    );
    await choosePictures(
      file('hostile.png', qrPng(`otpauth://totp/${name}?secret=${keyOf('G')}`, { size: 700 })),
    );
    await pageReads(scan, new RegExp(say.enrolledTitle));
    const shown = await scan.$eval('.who b', (element) => element.textContent);
    expect(shown).toMatch(/^<img src=x onerror="document\.title='pris'">gpj\.x+$/);
    expect(shown).toHaveLength(300);
    expect(await scan.title()).toContain('Seconde');
    expect(await scan.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await endsInCard('gpj');
  });

  const readsCamera = async () => {
    await scan.click('.way-grid button:nth-of-type(2)');
    await endsInCard('film');
    expect(await scan.$('video')).toBeNull();
  };
  const opensCamera = async () => {
    await scan.click('.way-grid button:nth-of-type(2)');
    await scan.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) > 0);
    const stopped = await scan.evaluateHandle(
      () => (document.querySelector('video')?.srcObject as MediaStream | null)?.getTracks()[0],
    );
    await scan.click('.scan-part .buttons button');
    await scan.waitForSelector('.way-grid');
    expect(await scan.evaluate((track) => (track as MediaStreamTrack).readyState, stopped)).toBe('ended');
  };
  // Only Chromium takes a film for a camera.
  if (browser === 'chromium') it('reads what the camera sees, then stops it', readsCamera);
  else it('opens the camera and stops it', opensCamera);
});

/** A pretended camera also pretends the screen, so this browser has none. Firefox has no switch to answer its question. */
it('reads one picture of another tab that the person shares', async () => {
  const site = await startPracticeSite();
  const driver = await startSeconde('chromium', 'fr', {
    chromiumArgs: ['--auto-select-tab-capture-source-by-title=Liens'],
  });
  try {
    const page = await driver.newPage(`${site.url}/written/several?lang=fr`);
    const scan = await driver.openPage('scan.html');
    await scan.waitForSelector('.way-grid');
    await scan.click('.way-grid button:nth-of-type(3)');
    await scan.waitForSelector('.found');
    expect(await scan.$$eval('.choice', (all) => all.length)).toBe(2);
    await scan.click('.choice');
    await pageReads(scan, new RegExp(say.enrolledTitle));
    expect(await page.$eval('#code', (field) => (field as HTMLInputElement).value)).toBe('');
  } finally {
    await driver.close();
    await site.close();
  }
});
