/** What needs a real browser: pages drawn and photographed by it, and files in formats that Node does not read. */
import { readFileSync } from 'node:fs';

import { launch } from 'puppeteer-core';
import type { Page } from 'puppeteer-core';

import type { Pixels } from '@/lib/qr/pixels';
import { seeded } from '@/lib/qr/testing/pictures';

import { findBrowser } from '../../scripts/browsers.mjs';
import { kinds, makePage } from './page-maker.ts';
import { cut, pixelsOfPng } from './png.ts';
import type { QrSample } from '@/lib/qr/testing/set';

/** A page of a headless Chromium, closed after `use`. `null` where there is none. */
export async function withChromium<T>(use: (page: Page) => Promise<T>): Promise<T | null> {
  const executablePath = findBrowser('chromium');
  if (executablePath === undefined) return null;
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await launch({ executablePath, args: [...asRoot, '--disable-gpu', '--hide-scrollbars'] });
  try {
    return await use(await browser.newPage());
  } finally {
    await browser.close();
  }
}

/** Of each made-up page the whole screen, and a selection around its code. The same pages for the same seed. */
export async function* screenSet(page: Page, seed: number, perKind: number): AsyncGenerator<QrSample> {
  for (const [index, kind] of kinds.entries()) {
    const random = seeded(seed + 1000 * index);
    for (let i = 0; i < perKind; i++) {
      const made = makePage(random, kind);
      const { width, height, pixelRatio, text, selectionMargin } = made;
      await page.setViewport({ width, height, deviceScaleFactor: pixelRatio });
      await page.setContent(made.html);
      await page.$eval('.qr', (code) => code.scrollIntoView({ block: 'center' }));
      const box = await page.$eval('.qr', (code) => {
        const { left, top, right, bottom } = code.getBoundingClientRect();
        return { left, top, right, bottom };
      });
      const screen = pixelsOfPng(await page.screenshot({ type: 'png' }));
      yield { group: `screen: ${kind}`, pixels: screen, texts: [text] };
      const selection = cut(
        screen,
        (box.left - selectionMargin) * pixelRatio,
        (box.top - selectionMargin) * pixelRatio,
        (box.right + selectionMargin) * pixelRatio,
        (box.bottom + selectionMargin) * pixelRatio,
      );
      yield { group: `selection: ${kind}`, pixels: selection, texts: [text] };
    }
  }
}

/** A file in any format of the browser. */
export async function pixelsOfFile(page: Page, path: string): Promise<Pixels> {
  const encoded = readFileSync(path).toString('base64');
  const png = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes]));
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
    return canvas.toDataURL('image/png');
  }, encoded);
  return pixelsOfPng(Buffer.from(png.slice(png.indexOf(',') + 1), 'base64'));
}
