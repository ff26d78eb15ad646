import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Driver, launch } from './driver.ts';
import { poll, type Surface } from './surface.ts';

declare const chrome: typeof import('wxt/browser').browser;

const extensionDir = fileURLToPath(new URL('fixture-extension', import.meta.url));
const markup = `<!doctype html><meta charset="utf-8"><title>Practice</title><h1>Practice</h1>
<img width="80" height="80" alt="" src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>">
<p id="text">words</p><p><input id="code"></p>`;

let server: Server;
let url: string;

beforeAll(async () => {
  server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(markup));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

afterAll(() => server.close());

describe.each(['chromium', 'firefox'] as const)('a headed driver of %s', (browser) => {
  let driver: Driver;

  beforeAll(async () => {
    driver = await launch({ browser, extensionDir, headed: true, lang: 'fr', colorScheme: 'dark' });
  });
  afterAll(() => driver?.close());

  it('right-clicks an image and picks our item, which may then run in the page', async () => {
    const page = await driver.newPage(url);
    await driver.rightClick(page, 'img');
    expect(await noted(driver)).toBe('menu image: Practice');
    await page.close();
  });

  it('presses the keys of a command', async () => {
    const page = await driver.newPage(url);
    await driver.shortcut('alt+shift+c');
    expect(await noted(driver)).toBe('command note: Practice');
    await page.close();
  });

  it('opens the popup with the grant of a click on the button, and uses it', async () => {
    const page = await driver.newPage(url);
    await driver.clickAction(page);
    await usesSurface(await driver.popup(), 'popup');
    await page.close();
  });

  it('picks our item of a page, whose popup comes without a gesture, from a background that was stopped', async () => {
    const page = await driver.newPage(url);
    await driver.stopBackground();
    await driver.rightClick(page, '#text');
    const popup = await driver.popup();
    expect(await popup?.text('h1')).toBe('popup');
    expect(await noted(driver)).toBe('menu page: Practice');
    await popup?.close();
    await page.close();
  });

  it('picks our item of a field, which opens the panel, from a background that was stopped', async () => {
    const page = await driver.newPage(url);
    await driver.stopBackground();
    await driver.rightClick(page, '#code');
    const panel = await driver.panel();
    await usesSurface(panel, 'panel');
    expect(await driver.popup(0)).toBeNull();
    await driver.rightClick(page, 'img');
    expect(await noted(driver, 'menu image: Practice')).toBe('menu image: Practice');
    await panel?.close();
    expect(await poll(async () => ((await driver.panel(0)) ? null : 'closed'), 3000)).toBe('closed');
    await page.close();
  });

  it('opens a page of the extension in a tab, in the language and colours asked for', async () => {
    const page = await driver.openPage('popup.html');
    const seen = await page.evaluate(() => ({
      text: document.querySelector('h1')?.textContent,
      api: typeof chrome.runtime.id,
      language: navigator.language,
      dark: matchMedia('(prefers-color-scheme: dark)').matches,
    }));
    expect(seen).toEqual({ text: 'popup', api: 'string', language: 'fr-CA', dark: true });
    expect(await driver.popup(0)).toBeNull();
    expect(await driver.panel(0)).toBeNull();
    await page.close();
  });

  it('photographs the whole screen', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'seconde-driver-'));
    await driver.screenshot(join(folder, 'screen.png'));
    const png = PNG.sync.read(await readFile(join(folder, 'screen.png')));
    expect(png.width).toBeGreaterThan(1000);
    expect(new Set(png.data).size).toBeGreaterThan(10);
    await rm(folder, { recursive: true });
  });
});

describe.each(['chromium', 'firefox'] as const)('a headless driver of %s', (browser) => {
  let driver: Driver;

  beforeAll(async () => {
    driver = await launch({ browser, extensionDir, headed: false, scale: 2 });
  });
  afterAll(() => driver?.close());

  it('opens the popup with the grant of a click on the button, and uses it', async () => {
    const page = await driver.newPage(url);
    await driver.clickAction(page);
    await usesSurface(await driver.popup(), 'popup');
    expect(await page.evaluate(() => devicePixelRatio)).toBe(2);
    await page.close();
  });

  it('runs a function in the background, also after it was stopped', async () => {
    await driver.inBackground(() => {
      (globalThis as { mark?: string }).mark = 'here';
    });
    const read = (word: string) => `${word} ${(globalThis as { mark?: string }).mark}`;
    expect(await driver.inBackground(read, 'mark')).toBe('mark here');
    await driver.stopBackground();
    expect(await driver.inBackground(read, 'mark')).toBe('mark undefined');
  });

  it('says that a real right click needs a screen', async () => {
    const page = await driver.newPage(url);
    await expect(driver.rightClick(page, 'img')).rejects.toThrow('headed');
    await page.close();
  });
});

async function usesSurface(surface: Surface | null, name: string): Promise<void> {
  if (!surface) throw new TypeError(`the ${name} is not open`);
  expect(surface.url).toContain(`${name}.html`);
  expect(await poll(async () => (await surface.text('#title')) || null, 5000)).toBe('Practice');
  await surface.fill('input', 'bonjour');
  await surface.click('button');
  expect(await surface.text('#answer')).toBe('bonjour with a gesture');
  expect(await surface.evaluate((a, b) => a + b, 2, 3)).toBe(5);
  if (name === 'popup') await surface.close();
}

/** What the extension last noted of a gesture, once; with `wanted`, earlier notes are passed over. */
function noted(driver: Driver, wanted?: string): Promise<string | null> {
  return poll(async () => {
    const note = await driver.inBackground(async () => {
      const stored = await chrome.storage.local.get<{ note?: string }>('note');
      await chrome.storage.local.remove('note');
      return stored.note ?? null;
    });
    return wanted && note !== wanted ? null : note;
  }, 5000);
}
