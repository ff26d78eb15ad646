/**
 * The {@link Driver} of Firefox, over WebDriver BiDi. Popup, sidebar and background are reached by privileged scripts.
 * Not for tests to import: they use launch of driver.ts.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { findBrowser } from '../../scripts/browsers.mjs';
import { definedEnvironment, type Display } from './display.ts';
import type { Driver, LaunchOptions } from './driver.ts';
import { openPrivileged, type Privileged, runInView, viewUrl } from './firefox-privileged.ts';
import { pickFromMenu, settle } from './menu.ts';
import { innerTextOf, isShown, poll, type Surface } from './surface.ts';
import { openedPage } from './opened-page.ts';
import { createHands, type Hands } from './xdotool.ts';

/** Firefox gives each profile its own address for an extension; a known one lets tests open its pages. */
const UUID = '11111111-2222-4333-8444-555555555555';
const otherUuid = (index: number) => `22222222-2222-4333-8444-${String(index).padStart(12, '0')}`;

interface Session {
  readonly options: LaunchOptions;
  readonly browser: Browser;
  readonly privileged: Privileged;
  readonly extension: string;
  readonly origin: string;
}

/** Starts Firefox with the extension, temporarily installed, in a profile as in {@link launchChromium}. */
export async function launchFirefox(options: LaunchOptions, display: Display | undefined): Promise<Driver> {
  const executablePath = findBrowser('firefox');
  if (!executablePath) throw new TypeError('Firefox is not installed');
  const extension = await geckoId(options.extensionDir);
  const { width, height } = options.windowSize ?? { width: 1200, height: 850 };
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless: !options.headed,
    defaultViewport: null,
    env: display?.env ?? definedEnvironment(),
    ...(options.profileDir ? { userDataDir: options.profileDir } : {}),
    args: ['--remote-allow-system-access', `--width=${width}`, `--height=${height}`],
    extraPrefsFirefox: preferences(
      options,
      extension,
      await Promise.all((options.otherExtensions ?? []).map(geckoId)),
    ),
  });
  const privileged = await openPrivileged(browser);
  if (options.lang === 'fr') await privileged.run(pretendFrench);
  await browser.installExtension(options.extensionDir);
  for (const folder of options.otherExtensions ?? []) await browser.installExtension(folder);
  const session = { options, browser, privileged, extension, origin: `moz-extension://${UUID}/` };
  await privileged.run(pinAction, widgetId(extension));
  const closeAll = async () => {
    await browser.close();
    await display?.close();
  };
  return createDriver(session, display, closeAll);
}

function createDriver(session: Session, display: Display | undefined, close: () => Promise<void>): Driver {
  const { browser, privileged, extension, options, origin } = session;
  const hands = display && createHands(display);
  return {
    kind: 'firefox',
    headed: options.headed,
    origin,
    otherOrigins: (options.otherExtensions ?? []).map((_, index) => `moz-extension://${otherUuid(index)}/`),
    newPage: async (url) => {
      const page = await browser.newPage();
      await page.goto(url);
      await page.bringToFront();
      if (hands) await settle(page);
      return page;
    },
    openPage: (path) => openExtensionPage(browser, origin + path),
    openAddress: (url) => openExtensionPage(browser, url),
    ownPage: (path, timeout = 10_000) => openedPage(browser, origin + path, timeout),
    rightClick: async (page, selector, choose = 'ours') => {
      await page.bringToFront();
      await pickFromMenu(page, selector, need(hands), { up: 1, choice: choose });
    },
    shortcut: (...keys) => need(hands).keys(...keys),
    type: (text) => need(hands).type(text),
    clickAction: async (page) => {
      await page.bringToFront();
      if (!hands || options.display === 'own') return privileged.run(triggerAction, extension);
      const middle = await privileged.run(actionPosition, widgetId(extension));
      await hands.move(middle.x, middle.y);
      await hands.click('left');
    },
    popup: (timeout = 12_000) => poll(() => findSurface(session, 'popup'), timeout),
    panel: (timeout = 12_000) => poll(() => findSurface(session, 'sidebar'), timeout),
    inBackground: async (run, ...args) => {
      await privileged.run(wakeBackground, extension);
      return runInView(privileged, { extension, view: 'background' }, run, ...args);
    },
    stopBackground: () => privileged.run(terminateBackground, extension),
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

/** BiDi never reports the load of an extension's page: the document's own state is asked instead. */
async function openExtensionPage(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage();
  const ignoreMissingLoad = () => undefined;
  page.goto(url, { timeout: 0 }).catch(ignoreMissingLoad);
  const ready = await poll(async () => {
    const state = await page
      .evaluate(() => [location.href, document.readyState].join(' '))
      .catch(ignoreMissingLoad);
    return state?.startsWith('moz-extension:') && state.endsWith(' complete') ? true : null;
  }, 10_000);
  if (!ready) throw new TypeError(`${url} does not open`);
  await page.bringToFront();
  return page;
}

async function findSurface(session: Session, view: 'popup' | 'sidebar'): Promise<Surface | null> {
  const { privileged, extension } = session;
  const url = await viewUrl(privileged, extension, view);
  if (url === null || !url.startsWith(session.origin)) return null;
  const target = { extension, view };
  const waitFor = async (selector: string, timeout = 12_000) => {
    const shown = await poll(
      async () => (await runInView(privileged, target, isShown, selector)) || null,
      timeout,
    );
    if (!shown) throw new TypeError(`${selector} is not shown in the ${view}`);
  };
  return {
    url,
    evaluate: (run, ...args) => runInView(privileged, target, run, ...args),
    waitFor,
    text: (selector) => runInView(privileged, target, innerTextOf, selector),
    click: async (selector) => {
      await waitFor(selector);
      await runInView(privileged, { ...target, gesture: true }, clickElement, selector);
    },
    fill: async (selector, text) => {
      await waitFor(selector);
      await runInView(privileged, { ...target, gesture: true }, fillElement, selector, text);
    },
    isOpen: async () => (await viewUrl(privileged, extension, view)) !== null,
    close: () =>
      view === 'sidebar'
        ? privileged.run(hideSidebar)
        : runInView(privileged, target, () => setTimeout(() => window.close(), 0)).then(() => undefined),
  };
}

function clickElement(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.click();
}

function fillElement(selector: string, text: string): void {
  const field = document.querySelector<HTMLInputElement>(selector);
  if (!field) return;
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

function preferences(
  options: LaunchOptions,
  extension: string,
  others: readonly string[],
): Record<string, string | number | boolean> {
  return {
    'extensions.webextensions.uuids': JSON.stringify({
      [extension]: UUID,
      ...Object.fromEntries(others.map((other, index) => [other, otherUuid(index)])),
    }),
    'intl.accept_languages': options.lang === 'fr' ? 'fr-CA, fr' : 'en-US, en',
    'layout.css.prefers-color-scheme.content-override': options.colorScheme === 'dark' ? 0 : 1,
    'browser.translations.enable': false,
    // A permission asked in a click is given: no script can press the browser's own question.
    'extensions.webextOptionalPermissionPrompts': false,
    ...(options.scale ? { 'layout.css.devPixelsPerPx': String(options.scale) } : {}),
    ...options.firefoxPrefs,
  };
}

async function geckoId(folder: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as {
    browser_specific_settings?: { gecko?: { id?: string } };
  };
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (!id) throw new TypeError(`${folder} is not a Firefox build: its manifest has no gecko id`);
  return id;
}

/** Firefox's rule for names of toolbar buttons. */
function widgetId(extension: string): string {
  return `${extension.toLowerCase().replace(/[^a-z0-9_-]/g, '_')}-browser-action`;
}

// The rest runs in Firefox's own window.

/** French without its language pack: enough for i18n.getUILanguage and the extension's own messages. */
function pretendFrench(): void {
  Services.locale.availableLocales = ['fr', 'en-US'];
  Services.locale.requestedLocales = ['fr'];
}

function pinAction(widget: string): void {
  CustomizableUI.addWidgetToArea(widget, 'nav-bar');
}

function triggerAction(id: string): void {
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const extension = WebExtensionPolicy.getByID(id)?.extension;
  if (!extension) throw new TypeError('the extension is not installed');
  const action = ExtensionParent.apiManager.global.browserActionFor(extension);
  action?.triggerAction(Services.wm.getMostRecentWindow('navigator:browser'));
}

function actionPosition(widget: string): { x: number; y: number } {
  const browserWindow = Services.wm.getMostRecentWindow('navigator:browser');
  const button = browserWindow.document.getElementById(widget);
  if (!button) throw new TypeError('no toolbar button');
  const box = button.getBoundingClientRect();
  const { screenX: left, screenY: top } = button as unknown as { screenX: number; screenY: number };
  const ratio = browserWindow.devicePixelRatio;
  return { x: (left + box.width / 2) * ratio, y: (top + box.height / 2) * ratio };
}

function hideSidebar(): void {
  Services.wm.getMostRecentWindow('navigator:browser').SidebarController.hide();
}

async function wakeBackground(id: string): Promise<void> {
  await WebExtensionPolicy.getByID(id)?.extension.wakeupBackground();
}

async function terminateBackground(id: string): Promise<void> {
  await WebExtensionPolicy.getByID(id)?.extension.terminateBackground();
}
