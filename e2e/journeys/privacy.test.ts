/** What a page may not see, load or trigger. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Driver } from '../browsers/driver.ts';
import { keyUri } from '../site/key-uri.ts';
import { qrSvg } from '../site/qr-picture.ts';
import { type PracticeSite, startPracticeSite } from '../site/server.ts';
import { defaultPolicy } from '../site/verifier.ts';
import {
  browsers,
  cardOf,
  fieldValue,
  openPopup,
  pause,
  pressAndWait,
  reads,
  says,
  startSeconde,
  stored,
} from './seconde.ts';

declare const chrome: typeof import('wxt/browser').browser;

const say = says.fr;
const key = new TextEncoder().encode('a key of twenty byte');
const qr = qrSvg(keyUri({ key, policy: defaultPolicy, issuer: 'Curieux', account: 'zoe' }));
const field =
  '<label for="otp">Authenticator code</label><input id="otp" name="otp" autocomplete="one-time-code">';

/** A site without any policy of its own, free to try anything; under `/framing` it shows `/field` of the other origin. */
async function startCuriousSite(): Promise<{ server: Server; url: string; otherUrl: string }> {
  const server = createServer(({ url = '', headers }, response) => {
    const { port } = new URL(`http://${headers.host}`);
    const frame = `<iframe src="http://localhost:${port}/field" width="400" height="120"></iframe>`;
    const body =
      url === '/field'
        ? field
        : url === '/framing'
          ? `<div id="qr">${qr}</div>${frame}`
          : `<div id="qr">${qr}</div>${field}`;
    response.setHeader('content-type', 'text/html');
    response.end(
      `<!doctype html><meta charset="utf-8"><title>Two-step verification</title><main>${body}</main>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { server, url: `http://127.0.0.1:${port}`, otherUrl: `http://localhost:${port}` };
}

describe.each(browsers)('a page in %s', (browser) => {
  let site: PracticeSite;
  let curious: Awaited<ReturnType<typeof startCuriousSite>>;
  let driver: Driver;
  beforeAll(async () => {
    [site, curious] = await Promise.all([startPracticeSite(), startCuriousSite()]);
    driver = await startSeconde(browser);
  });
  afterAll(async () => {
    await driver?.close();
    await site?.close();
    curious?.server.closeAllConnections();
    curious?.server.close();
  });

  /** All that the page itself can look at, values of fields left out. */
  const seenByPage = (page: Page) =>
    page.evaluate(() => [
      document.documentElement.outerHTML,
      Object.getOwnPropertyNames(window).sort().join(),
      document.styleSheets.length,
      document.adoptedStyleSheets.length,
      Object.entries(localStorage).join(),
    ]);

  it('looks the same after an enrolment and a sign-in, but for its fields', async () => {
    const address = `${site.url}/generic/?user=eve-${browser}&enter=1&lang=fr&period=10`;
    const page = await driver.newPage(address);
    const enrolment = await seenByPage(page);
    await driver.rightClick(page, '#qr');
    await fieldValue(page, '#code');
    await fieldValue(page, '#deviceName', (name) => name !== '');
    await reads(await cardOf(driver), say.filledCode);
    expect(await seenByPage(page)).toEqual(enrolment);
    await pressAndWait(page, '#verify');
    await page.goto(address);
    const signIn = await seenByPage(page);
    await driver.shortcut('alt+shift+c');
    await fieldValue(page, '#code', undefined, 20_000);
    await pause(500);
    expect(await seenByPage(page)).toEqual(signIn);
    await page.close();
  });

  it('loads nothing of the extension', async () => {
    const page = await driver.newPage(curious.url);
    const files = [
      'popup.html',
      'sidepanel.html',
      'options.html',
      'fill.js',
      'capture.js',
      'icon/48.png',
      'manifest.json',
    ];
    const loaded = await page.evaluate(
      async (addresses) => {
        const answers = await Promise.all(
          addresses.map(async (address) => {
            const fetched = await fetch(address).then(
              () => true,
              () => false,
            );
            const element = (name: 'img' | 'script') =>
              new Promise<boolean>((resolve) => {
                const made = document.createElement(name);
                made.addEventListener('load', () => resolve(true));
                made.addEventListener('error', () => resolve(false));
                made.src = address;
                document.body.append(made);
              });
            return fetched || (await element('img')) || (await element('script')) ? address : null;
          }),
        );
        return answers.filter((address) => address !== null);
      },
      files.map((file) => driver.origin + file),
    );
    expect(loaded).toEqual([]);

    await page.evaluate((address) => {
      const frame = document.createElement('iframe');
      frame.src = address;
      document.body.append(frame);
    }, `${driver.origin}popup.html`);
    await pause(1000);
    const shown = await Promise.all(
      page.frames().map((frame) => frame.evaluate(() => document.body.innerText).catch(() => '')),
    );
    expect(shown.join()).not.toMatch(/Seconde|Garderie/);
    expect(
      await page.evaluate(() => typeof (globalThis as { chrome?: { runtime?: unknown } }).chrome?.runtime),
    ).toBe('undefined');
    await page.close();
  });

  it('triggers nothing by events, keys and messages of its own', async () => {
    const before = await stored(driver);
    const page = await driver.newPage(curious.url);
    await page.evaluate(() => {
      const otp = document.querySelector<HTMLInputElement>('#otp');
      otp?.focus();
      for (const target of [document.querySelector('svg'), otp, document.body, window]) {
        target?.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, button: 2 }));
        for (const letter of ['C', 'Q'])
          for (const type of ['keydown', 'keyup'])
            target?.dispatchEvent(
              new KeyboardEvent(type, {
                bubbles: true,
                key: letter,
                code: `Key${letter}`,
                altKey: true,
                shiftKey: true,
              }),
            );
      }
      for (const name of ['page.submitted', 'glance', 'fill.account', 'vault.lock'])
        window.postMessage({ name, request: { tabId: null, limit: 50, accountId: '' } }, '*');
    });
    await pause(1000);
    expect(await page.$eval('#otp', (input) => (input as HTMLInputElement).value)).toBe('');
    expect(await stored(driver)).toBe(before);
    expect(await driver.popup(0)).toBeNull();
    const cards = await driver.inBackground(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      return Object.keys(await chrome.storage.session.get(`tab.${tab?.id}`));
    });
    expect(cards).toEqual([]);
    await page.close();
  });

  it('gives nothing to a frame of another origin', async () => {
    const page = await driver.newPage(`${curious.url}/framing`);
    const frame = page.frames().find((one) => one.url().startsWith(curious.otherUrl));
    const framed = () => frame?.$eval('#otp', (input) => (input as HTMLInputElement).value);
    await driver.rightClick(page, '#qr');
    const card = await cardOf(driver);
    await reads(card, say.enrolledTitle);
    await driver.shortcut('alt+shift+c');
    await reads(await cardOf(driver), say.frameTitle);
    expect(await framed()).toBe('');
    await page.close();
  });

  it('gets the code that the person copies and pastes', async () => {
    const page = await driver.newPage(`${curious.url}/field`);
    const popup = await openPopup(driver, page);
    const label = await popup.evaluate(() => document.querySelector('.row-main')?.ariaLabel ?? '');
    await popup.click('.row-main');
    await reads(popup, say.codeCopied);
    await popup.close();
    await page.bringToFront();
    await page.focus('#otp');
    await driver.shortcut('ctrl+v');
    const pasted = await fieldValue(page, '#otp');
    expect(label.replace(/\D/g, '')).toContain(pasted);
    await page.close();
  });
});
