/** Renders docs/icon.svg to public/icon/N.png with headless Chromium. Run once after the mark changes. */
import { mkdir, readFile } from 'node:fs/promises';
import { launch } from './browser.mjs';

const svg = await readFile(new URL('../../docs/icon.svg', import.meta.url), 'utf8');
const folder = new URL('../../public/icon/', import.meta.url);
await mkdir(folder, { recursive: true });
const browser = await launch();
const page = await browser.newPage();
for (const size of [16, 32, 48, 96, 128]) {
  await page.setViewport({ width: size, height: size });
  await page.setContent(`<style>html,body{margin:0;background:transparent}svg{display:block}</style>${svg}`);
  await page.$eval('svg', (element, side) => element.setAttribute('width', String(side)), size);
  await page.screenshot({ path: new URL(`${size}.png`, folder).pathname, omitBackground: true });
}
await browser.close();
