/**
 * Pictures of every state of the popup, panel and settings page, from the production build with a pretended background:
 * `node e2e/screens/shoot.mjs [parts of a state's name]…` writes e2e/.artifacts/screens/*.png, and says what is too wide.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'wxt';
import { launch } from './browser.mjs';
import { openShot, serve } from './serve.mjs';
import { allShots } from './shots.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const artifacts = join(root, 'e2e/.artifacts');
const out = join(artifacts, 'screens-build');
const pictures = join(artifacts, 'screens');
const only = process.argv.length > 2 ? process.argv.slice(2) : [''];
await mkdir(pictures, { recursive: true });

if (!process.env.KEEP_BUILD) await build({ root, outDir: out });
const folder = join(out, 'chrome-mv3');

const { origin, close } = await serve(folder);

const looks = [
  { name: 'fr-light', language: 'fr', scheme: 'light', width: 380 },
  { name: 'en-dark', language: 'en', scheme: 'dark', width: 380 },
  { name: 'en-light-360', language: 'en', scheme: 'light', width: 360 },
  { name: 'fr-dark-320', language: 'fr', scheme: 'dark', width: 320 },
  { name: 'fr-light-zoom200', language: 'fr', scheme: 'light', width: 380, zoom: 2 },
  { name: 'en-light-1280', language: 'en', scheme: 'light', width: 1280, tabs: true },
  { name: 'fr-forced', language: 'fr', scheme: 'dark', width: 380, forced: true },
];

const browser = await launch();
const shots = await allShots(browser);
const problems = [];
for (const look of looks) {
  const seen = shots.filter(({ name }) => only.some((part) => `${name}-${look.name}.`.includes(part)));
  // A popup is never as wide as a tab.
  for (const shot of look.tabs ? seen.filter(({ page }) => !/popup|sidepanel/.test(page)) : seen) {
    const page = await browser.newPage();
    page.on('pageerror', (error) => problems.push(`${shot.name} ${look.name}: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('404'))
        problems.push(`${shot.name} ${look.name}: ${message.text()}`);
    });
    const zoom = look.zoom ?? 1;
    const width = look.width === 380 ? (shot.width ?? 380) : look.width;
    const height = Math.round((shot.height ?? 600) / zoom);
    await page.setViewport({ width, height, deviceScaleFactor: 2 * zoom });
    // Not by emulateMediaFeatures, which knows no forced colours.
    const protocol = await page.createCDPSession();
    await protocol.send('Emulation.setEmulatedMedia', {
      features: [
        { name: 'prefers-color-scheme', value: look.scheme },
        { name: 'forced-colors', value: look.forced ? 'active' : 'none' },
      ],
    });
    page.setDefaultTimeout(10_000);
    // A state that cannot be reached is a problem of its own; its picture shows how far it came.
    await openShot(page, origin, shot, look.language).catch((error) =>
      problems.push(`${shot.name} ${look.name}: ${error.message}`),
    );
    await new Promise((resolve) => setTimeout(resolve, 450));
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (overflow > 0) problems.push(`${shot.name} ${look.name}: ${overflow} px too wide`);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('button, input:not(.drop-input), select, a')]
        .map((element) => ({
          name: element.textContent || element.ariaLabel,
          // A box to tick is as large as the words beside it.
          box: (element.closest('label') ?? element).getBoundingClientRect(),
        }))
        .filter(({ box }) => box.width > 0 && (box.width < 23.5 || box.height < 23.5))
        .map(({ name, box }) => `${name} ${box.width}×${box.height}`),
    );
    if (small.length > 0) problems.push(`${shot.name} ${look.name}: small target ${small.join(', ')}`);
    await page.screenshot({ path: join(pictures, `${shot.name}-${look.name}.png`), fullPage: false });
    await page.close();
  }
}
await browser.close();
close();
console.log(problems.length > 0 ? problems.join('\n') : 'nothing too wide, no error');
