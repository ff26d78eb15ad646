/**
 * Single screens for the README and the stores: the built extension's own pages, in states of e2e/screens whose accounts are
 * made up. For a store each stands on a ground with a sentence, 1280 × 800.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { launch } from '../e2e/screens/browser.mjs';
import { openShot, serve } from '../e2e/screens/serve.mjs';
import { allShots } from '../e2e/screens/shots.mjs';

type Language = 'fr' | 'en';
type Scheme = 'light' | 'dark';

interface Screen {
  readonly shot: string;
  readonly language: Language;
  readonly scheme: Scheme;
  readonly width: number;
  readonly height: number;
}

const popup = { width: 380, height: 600 };
const page = { width: 1000, height: 760 };
const sentences = {
  codes: { fr: 'Vos codes d’un coup d’œil, sans téléphone', en: 'Your codes at a glance, without a phone' },
  kept: {
    fr: 'Rien ne se perd : des copies que vous pouvez vérifier',
    en: 'Nothing gets lost: copies you can test',
  },
};

/** Writes `screen-*.png` to both folders. `folder`: of the extension as built for Chromium. */
export async function shootScreens(folder: string, readme: string, stores: string): Promise<void> {
  const { origin, close } = await serve(folder);
  const browser = await launch();
  const shots = await allShots(browser);
  const shoot = async ({ shot: name, language, scheme, width, height }: Screen, path: string) => {
    const shot = shots.find((one) => one.name === name);
    if (!shot) throw new TypeError(`no state is called ${name}`);
    const tab = await browser.newPage();
    await tab.setViewport({ width, height, deviceScaleFactor: 2 });
    await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await openShot(tab, origin, shot, language);
    // A view that is loaded when it is needed, and the marks of services.
    await tab.waitForNetworkIdle({ idleTime: 500 });
    await tab.screenshot({ path: path as `${string}.png` });
    await tab.close();
  };
  for (const language of ['fr', 'en'] as const) {
    const light = { shot: 'list-site', language, scheme: 'light', ...popup } as const;
    const pictures = {
      light: join(readme, `screen-list-${language}-light.png`),
      dark: join(readme, `screen-list-${language}-dark.png`),
      backup: join(readme, `screen-backup-${language}.png`),
    };
    await shoot(light, pictures.light);
    await shoot({ ...light, scheme: 'dark' }, pictures.dark);
    await shoot({ ...light, shot: 'keeping-all', ...page }, pictures.backup);
    const codes = [pictures.light, pictures.dark];
    await poster(
      browser,
      sentences.codes[language],
      codes,
      350,
      join(stores, `${language}-screen-codes.png`),
    );
    await poster(
      browser,
      sentences.kept[language],
      [pictures.backup],
      840,
      join(stores, `${language}-screen-backup.png`),
    );
  }
  await browser.close();
  close();
}

/** A sentence over one picture, or two side by side, each `width` px wide. */
async function poster(
  browser: Browser,
  text: string,
  pictures: readonly string[],
  width: number,
  path: string,
) {
  const tab = await browser.newPage();
  await tab.setViewport({ width: 1280, height: 800 });
  const images = pictures
    .map((picture) => `<img src="data:image/png;base64,${readFileSync(picture).toString('base64')}">`)
    .join('');
  await tab.setContent(`<style>
    body { margin: 0; height: 100vh; display: grid; grid-template-rows: auto 1fr; justify-items: center;
      background: #e4f1f0; color: #0b3b38; font-family: Inter, 'Liberation Sans', sans-serif; overflow: hidden }
    h1 { margin: 48px 0 36px; font-size: 40px; font-weight: 650; letter-spacing: -0.02em }
    div { display: flex; gap: 40px; align-items: start }
    img { width: ${width}px; border-radius: 14px; box-shadow: 0 12px 48px #0b3b3840 }
  </style><h1>${text}</h1><div>${images}</div>`);
  await tab.screenshot({ path: path as `${string}.png` });
  await tab.close();
}
