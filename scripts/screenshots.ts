/** The pictures of the README and of the stores, made by playing the main job, and of single screens: `npm run screenshots`. Linux only (a virtual screen). */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process, { execPath, exit } from 'node:process';
import pngjs from 'pngjs';
import { ROOT, run } from './bootstrap.mjs';
import { shootScreens } from './screenshots-of-screens.ts';

interface Play {
  readonly name: string;
  readonly options: readonly string[];
  readonly keep: readonly string[];
  readonly folder: string;
}

const readme = join(ROOT, 'docs/images');
const stores = join(ROOT, 'docs/store/images');
/** What the stores take. */
const storeSize = '--size=1280x800';

const plays: readonly Play[] = [
  { name: 'chromium-fr', options: ['--lang=fr'], keep: ['1-enrolled'], folder: readme },
  { name: 'firefox-en', options: ['--firefox', '--lang=en'], keep: ['1-enrolled'], folder: readme },
  ...['fr', 'en'].map((lang) => ({
    name: lang,
    options: [`--lang=${lang}`, storeSize],
    keep: ['1-enrolled'],
    folder: stores,
  })),
];

// The fonts of a machine without a desktop are not what people have: Inter stands in for the system's, where it is installed.
const settings = mkdtempSync(join(tmpdir(), 'seconde-fonts-'));
const family = (name: string): string =>
  `<match target="pattern"><test name="family"><string>${name}</string></test>` +
  '<edit name="family" mode="prepend" binding="strong"><string>Inter</string></edit></match>';
writeFileSync(
  join(settings, 'fonts.conf'),
  `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig>
  <include>/etc/fonts/fonts.conf</include>${['system-ui', 'sans-serif', 'sans'].map(family).join('')}</fontconfig>`,
);
process.env['FONTCONFIG_FILE'] = join(settings, 'fonts.conf');

for (const { name, options, keep, folder } of plays) {
  mkdirSync(folder, { recursive: true });
  const made = mkdtempSync(join(tmpdir(), 'seconde-shots-'));
  const code = await run(execPath, ['scripts/try/main.ts', '--headless', `--shots=${made}`, ...options]);
  if (code !== 0) exit(code);
  for (const shot of keep) {
    crop(join(made, `${shot}.png`));
    copyFileSync(join(made, `${shot}.png`), join(folder, `${name}-${shot}.png`));
  }
  rmSync(made, { recursive: true });
}
// The first play built it.
await shootScreens(join(ROOT, '.output/chrome-mv3'), readme, stores);
rmSync(settings, { recursive: true });

/** Cuts the browser's window out of the virtual screen: around it everything is black. */
function crop(path: string): void {
  const screen = pngjs.PNG.sync.read(readFileSync(path));
  const box = { left: screen.width, top: screen.height, right: 0, bottom: 0 };
  for (let y = 0; y < screen.height; y++)
    for (let x = 0; x < screen.width; x++) {
      const at = (y * screen.width + x) * 4;
      if (screen.data[at] === 0 && screen.data[at + 1] === 0 && screen.data[at + 2] === 0) continue;
      box.left = Math.min(box.left, x);
      box.top = Math.min(box.top, y);
      box.right = Math.max(box.right, x + 1);
      box.bottom = Math.max(box.bottom, y + 1);
    }
  const cut = new pngjs.PNG({ width: box.right - box.left, height: box.bottom - box.top });
  pngjs.PNG.bitblt(screen, cut, box.left, box.top, cut.width, cut.height, 0, 0);
  writeFileSync(path, pngjs.PNG.sync.write(cut));
}
