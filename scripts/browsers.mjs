/**
 * Where the browsers of this machine are. Imports nothing but Node: it runs before anything is installed.
 * Installs nothing; that is setup-browser.mjs.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { env, platform } from 'node:process';

const WINDOWS_FOLDERS = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);

/** Usual places, best first. Names without a folder are looked up on PATH. */
const PLACES = {
  chromium: {
    linux: ['chromium', 'chromium-browser', 'microsoft-edge', 'microsoft-edge-stable', '/snap/bin/chromium'],
    darwin: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    win32: inWindowsFolders('Chromium/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'),
  },
  firefox: {
    linux: ['firefox-esr', 'firefox', 'firefox-developer-edition', '/snap/bin/firefox'],
    darwin: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
    ],
    win32: inWindowsFolders('Mozilla Firefox/firefox.exe', 'Firefox Developer Edition/firefox.exe'),
  },
  chrome: {
    linux: ['google-chrome', 'google-chrome-stable'],
    darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    win32: inWindowsFolders('Google/Chrome/Application/chrome.exe'),
  },
};

/** Folder of browsers downloaded by setup-browser.mjs; inside node_modules so that nothing is left elsewhere. */
export const DOWNLOADS = new URL('../node_modules/.cache/browsers/', import.meta.url);

/**
 * Path of a browser that can load Seconde, or undefined. SECONDE_CHROMIUM and SECONDE_FIREFOX win.
 * Branded Chrome is never answered for `chromium`: it ignores --load-extension.
 */
export function findBrowser(kind) {
  return env[`SECONDE_${kind.toUpperCase()}`] ?? firstOf(PLACES[kind][platform] ?? []) ?? downloaded(kind);
}

/** Whether branded Chrome is here, to say why it is not used. */
export function hasBrandedChrome() {
  return firstOf(PLACES.chrome[platform] ?? []) !== undefined;
}

/** Full path of a program on PATH, or undefined. */
export function findProgram(name) {
  const names = platform === 'win32' ? [`${name}.exe`, `${name}.cmd`] : [name];
  for (const folder of (env.PATH ?? '').split(delimiter)) {
    const found = names.map((file) => join(folder, file)).find((path) => existsSync(path));
    if (found) return found;
  }
  return undefined;
}

/** Where a downloaded browser notes its path. */
export function downloadNote(kind) {
  return new URL(`${kind}.path`, DOWNLOADS);
}

function downloaded(kind) {
  if (!existsSync(DOWNLOADS) || !readdirSync(DOWNLOADS).includes(`${kind}.path`)) return undefined;
  const path = readFileSync(downloadNote(kind), 'utf8').trim();
  return existsSync(path) ? path : undefined;
}

function firstOf(places) {
  for (const place of places) {
    const found = place.includes('/') || place.includes('\\') ? existing(place) : findProgram(place);
    if (found) return found;
  }
  return undefined;
}

function existing(path) {
  return existsSync(path) ? path : undefined;
}

function inWindowsFolders(...files) {
  return WINDOWS_FOLDERS.flatMap((folder) => files.map((file) => join(folder, file)));
}
