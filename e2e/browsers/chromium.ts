/**
 * The {@link Driver} of Chromium (and Edge), over the DevTools protocol through a pipe. Popup and panel are page targets.
 * Not for tests to import: they use launch of driver.ts.
 */
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { findBrowser } from '../../scripts/browsers.mjs';
import { definedEnvironment, type Display } from './display.ts';
import type { Driver, LaunchOptions } from './driver.ts';
import { pickFromMenu, placeInChromium, settle } from './menu.ts';
import { callText, innerTextOf, isShown, poll, type Surface } from './surface.ts';
import { openedPage } from './opened-page.ts';
import { createHands, type Hands, pause } from './xdotool.ts';

declare const chrome: typeof import('wxt/browser').browser;

interface Session {
  readonly options: LaunchOptions;
  readonly browser: Browser;
  readonly origin: string;
  readonly id: string;
}

/** Starts Chromium with the extension in a new profile that is removed on close, unless its folder was given. */
export async function launchChromium(options: LaunchOptions, display: Display | undefined): Promise<Driver> {
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new TypeError('Chromium is not installed');
  const id = extensionId(options.extensionDir);
  const userDataDir = options.profileDir ?? (await mkdtemp(join(tmpdir(), 'seconde-chromium-')));
  await writePreferences(userDataDir, options, id);
  const browser = await launch({
    executablePath,
    userDataDir,
    headless: !options.headed,
    pipe: true,
    enableExtensions: [options.extensionDir, ...(options.otherExtensions ?? [])],
    defaultViewport: null,
    env: { ...(display?.env ?? definedEnvironment()), LANGUAGE: options.lang ?? 'en' },
    args: chromiumArguments(options),
  });
  const session = { options, browser, id, origin: `chrome-extension://${id}/` };
  await backgroundWorker(session);
  const closeAll = async () => {
    await browser.close();
    if (!options.profileDir) await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
    await display?.close();
  };
  return createDriver(session, display, closeAll);
}

function createDriver(session: Session, display: Display | undefined, close: () => Promise<void>): Driver {
  const { browser, options, origin } = session;
  const hands = display && createHands(display);
  const open = async (url: string) => {
    const page = await browser.newPage();
    await page.goto(url);
    await page.bringToFront();
    if (hands) await settle(page);
    return page;
  };
  return {
    kind: 'chromium',
    headed: options.headed,
    origin,
    otherOrigins: (options.otherExtensions ?? []).map(
      (folder) => `chrome-extension://${extensionId(folder)}/`,
    ),
    newPage: open,
    openPage: (path) => open(origin + path),
    openAddress: open,
    ownPage: (path, timeout = 10_000) => openedPage(browser, origin + path, timeout),
    rightClick: async (page, selector, choose = 'ours') => {
      await page.bringToFront();
      const up = await placeInChromium(page, selector);
      await pickFromMenu(page, selector, need(hands), { up, choice: choose });
    },
    shortcut: (...keys) => need(hands).keys(...keys),
    type: (text) => need(hands).type(text),
    clickAction: async (page) => {
      await page.bringToFront();
      const extension = (await browser.extensions()).get(session.id);
      if (!extension) throw new TypeError('the extension is not loaded');
      await extension.triggerAction(page);
    },
    popup: (timeout = 12_000) => poll(() => findSurface(session, 'popup'), timeout),
    panel: (timeout = 12_000) => poll(() => findSurface(session, 'panel'), timeout),
    inBackground: async (run, ...args) => {
      const worker = await backgroundWorker(session);
      return worker.evaluate(callText(run, args)) as Promise<Awaited<ReturnType<typeof run>>>;
    },
    stopBackground: async () => {
      const worker = await backgroundWorker(session);
      await worker.close();
      await poll(() => Promise.resolve(workerTarget(session) ? null : true), 3000);
    },
    screenshot: async (path) => {
      if (!display) throw new TypeError('only a headed browser has a screen');
      await display.screenshot(path);
    },
    close,
    closed: new Promise((resolve) => browser.once('disconnected', () => resolve())),
  };
}

function need(hands: Hands | undefined): Hands {
  if (!hands) throw new TypeError('real mouse and keys need a headed browser');
  return hands;
}

function workerTarget({ browser, origin }: Session) {
  return browser
    .targets()
    .find((target) => target.type() === 'service_worker' && target.url().startsWith(origin));
}

/** The running service worker; a stopped one is woken by a message from a page of the extension. */
async function backgroundWorker(session: Session) {
  const running = await poll(() => Promise.resolve(workerTarget(session)), 1000);
  const target = running ?? (await wakeWorker(session));
  const worker = await target?.worker();
  if (!worker) throw new TypeError('the background worker does not start');
  return worker;
}

async function wakeWorker(session: Session) {
  const page = await session.browser.newPage();
  await page.goto(`${session.origin}manifest.json`);
  await page.evaluate(() => chrome.runtime.sendMessage(null).catch(() => undefined));
  const target = await poll(() => Promise.resolve(workerTarget(session)), 5000);
  await page.close();
  return target;
}

type SurfaceKind = 'popup' | 'panel';

async function findSurface(session: Session, wanted: SurfaceKind): Promise<Surface | null> {
  for (const target of session.browser.targets()) {
    if (target.type() !== 'page' || !target.url().startsWith(session.origin)) continue;
    const page = await target.asPage();
    const kind = await Promise.race([page.evaluate(kindOfDocument).catch(() => null), pause(1000)]);
    if (kind === wanted) return pageSurface(page);
  }
  return null;
}

/** Runs in a document of the extension: a popup and a panel are in no tab. */
async function kindOfDocument(): Promise<'popup' | 'panel' | null> {
  if ((await chrome.tabs.getCurrent()) !== undefined) return null;
  return chrome.extension.getViews({ type: 'popup' }).includes(window) ? 'popup' : 'panel';
}

function pageSurface(page: Page): Surface {
  return {
    url: page.url(),
    evaluate: (run, ...args) =>
      page.evaluate(callText(run, args)) as Promise<Awaited<ReturnType<typeof run>>>,
    waitFor: async (selector, timeout = 12_000) => {
      await page.waitForSelector(selector, { visible: true, timeout });
    },
    text: (selector) => page.evaluate(innerTextOf, selector),
    click: (selector) => page.locator(selector).setTimeout(5000).click(),
    fill: (selector, text) => page.locator(selector).setTimeout(5000).fill(text),
    isOpen: () =>
      page.evaluate(isShown, 'body').then(
        () => true,
        () => false,
      ),
    close: () => page.close(),
  };
}

function chromiumArguments(options: LaunchOptions): string[] {
  const { width, height } = options.windowSize ?? { width: 1200, height: 850 };
  return [
    '--no-first-run',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--hide-crash-restore-bubble',
    '--window-position=0,0',
    `--window-size=${width},${height}`,
    `--lang=${options.lang ?? 'en'}`,
    ...(options.scale ? [`--force-device-scale-factor=${options.scale}`] : []),
    ...(options.colorScheme === 'dark' ? ['--force-dark-mode'] : []),
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(options.chromiumArgs ?? []),
  ];
}

/** Chromium's rule for an unpacked extension without a key: the path's SHA-256 in letters a to p, first 32. */
function extensionId(folder: string): string {
  const path = folder.replace(/[/\\]$/, '');
  const hash = createHash('sha256')
    .update(path, process.platform === 'win32' ? 'utf16le' : 'utf8')
    .digest('hex');
  return hash.slice(0, 32).replace(/./g, (digit) => String.fromCharCode(97 + parseInt(digit, 16)));
}

/**
 * A new profile's settings: the toolbar button pinned, the languages of pages, and the keys the manifest suggests, which
 * Chromium gives to an extension from the store but not to one loaded from a folder.
 */
async function writePreferences(userDataDir: string, options: LaunchOptions, id: string): Promise<void> {
  const manifest = JSON.parse(await readFile(join(options.extensionDir, 'manifest.json'), 'utf8')) as {
    commands?: Record<string, { suggested_key?: { default?: string } }>;
  };
  const system = { darwin: 'mac', win32: 'windows' }[process.platform as string] ?? 'linux';
  const commands = Object.entries(manifest.commands ?? {}).flatMap(([name, { suggested_key }]) =>
    suggested_key?.default
      ? [[`${system}:${suggested_key.default}`, { command_name: name, extension: id, global: false }]]
      : [],
  );
  const languages = options.lang === 'fr' ? 'fr-CA,fr' : 'en-US,en';
  const preferences = {
    extensions: { commands: Object.fromEntries(commands) as object, pinned_extensions: [id] },
    intl: { accept_languages: languages, selected_languages: languages },
    translate: { enabled: false },
  };
  await mkdir(join(userDataDir, 'Default'), { recursive: true });
  await writeFile(join(userDataDir, 'Default', 'Preferences'), JSON.stringify(preferences));
}
