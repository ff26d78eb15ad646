import { launch as launchBrowser } from 'puppeteer-core';

/** Headless Chromium: the one CHROMIUM names, else the system's. */
export function launch() {
  return launchBrowser({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--font-render-hinting=none',
      '--hide-scrollbars',
      // A mouse: without a display there is none, and what only a pointer shows would be shown always.
      '--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4',
    ],
  });
}
