/**
 * Makes sure that a browser able to load Seconde is here: an installed one, else Debian's package, else a download.
 * `node scripts/setup-browser.mjs` does it for both browsers; test and try call {@link ensureBrowser}.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { argv, env, exit, getuid, platform } from 'node:process';
import { fileURLToPath } from 'node:url';
import { ROOT, run } from './bootstrap.mjs';
import { DOWNLOADS, downloadNote, findBrowser, findProgram, hasBrandedChrome } from './browsers.mjs';

/** With their languages, and letters to draw with. */
const DEBIAN_PACKAGES = {
  chromium: ['chromium', 'chromium-l10n', 'fonts-dejavu-core'],
  firefox: ['firefox-esr', 'fonts-dejavu-core'],
};
/** Program and the Debian package it is in: a screen with a mouse, and other people's decoders to compare with. */
const TOOLS = {
  Xvfb: 'xvfb',
  openbox: 'openbox',
  xdotool: 'xdotool',
  oathtool: 'oathtool',
  zbarimg: 'zbar-tools',
};
const ADVICE = {
  chromium: 'Install Chromium or Microsoft Edge, or give its path in SECONDE_CHROMIUM.',
  firefox: 'Install Firefox, or give its path in SECONDE_FIREFOX.',
};

/** Path of the browser, installed if need be; undefined after saying in one sentence what to install. */
export async function ensureBrowser(kind) {
  const found = findBrowser(kind);
  if (found) return found;
  if (kind === 'chromium' && hasBrandedChrome()) {
    console.log('Google Chrome is here, but it refuses --load-extension: another Chromium is needed.');
  }
  if (mayInstallPackages()) await installPackages(DEBIAN_PACKAGES[kind]);
  if (!findBrowser(kind)) await download(kind);
  const installed = findBrowser(kind);
  if (!installed) console.error(ADVICE[kind]);
  return installed;
}

/** Linux only: the tools for real gestures. Answers the names of those still missing. */
export async function ensureTools() {
  if (platform !== 'linux') return [];
  const missing = () => Object.keys(TOOLS).filter((name) => !findProgram(name));
  if (missing().length > 0 && mayInstallPackages()) {
    await installPackages(missing().map((name) => TOOLS[name]));
  }
  const left = missing();
  if (left.length > 0)
    console.error(`Missing: ${left.join(', ')} (packages: ${left.map((name) => TOOLS[name]).join(' ')}).`);
  return left;
}

function mayInstallPackages() {
  return platform === 'linux' && getuid?.() === 0 && existsSync('/etc/debian_version');
}

let indexIsFresh = false;

async function installPackages(packages) {
  const options = { env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } };
  if (!indexIsFresh) await run('apt-get', ['update', '-qq'], options);
  indexIsFresh = true;
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
}

/** The downloader that comes with puppeteer. It prints `name@version path`. */
async function download(kind) {
  const build = kind === 'chromium' ? 'chromium@latest' : 'firefox@stable';
  const folder = fileURLToPath(DOWNLOADS);
  mkdirSync(folder, { recursive: true });
  console.log(`Downloading ${build}…`);
  const program = `${ROOT}node_modules/.bin/browsers${platform === 'win32' ? '.cmd' : ''}`;
  const result = spawnSync(program, ['install', build, '--path', folder, '--format', '{{path}}'], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: platform === 'win32',
  });
  const path = result.stdout?.trim().split('\n').at(-1) ?? '';
  if (result.status === 0 && existsSync(path)) writeFileSync(downloadNote(kind), path);
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const found = [await ensureBrowser('chromium'), await ensureBrowser('firefox')];
  await ensureTools();
  for (const path of found) if (path) console.log(path);
  exit(found.every(Boolean) ? 0 : 1);
}
