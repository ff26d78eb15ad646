/**
 * One way to use a real browser with the extension in it, the same for Chromium and Firefox: real mouse and keys on a
 * screen of its own when headed, real gestures (and so a real activeTab grant) in both.
 * Knows nothing of Seconde: what to click and what to expect is the tests'.
 */
import type { Page } from 'puppeteer-core';
import { launchChromium } from './chromium.ts';
import { type Display, ownDisplay, startDisplay } from './display.ts';
import { launchFirefox } from './firefox.ts';
import type { MenuChoice } from './menu.ts';
import type { Surface } from './surface.ts';

export interface LaunchOptions {
  readonly browser: 'chromium' | 'firefox';
  /** Folder of the unpacked extension, absolute. */
  readonly extensionDir: string;
  /** Folders of other extensions to load beside it; each is found in {@link Driver.otherOrigins}. */
  readonly otherExtensions?: readonly string[];
  /** Headed is needed for {@link Driver.rightClick}, {@link Driver.shortcut} and {@link Driver.screenshot}. */
  readonly headed: boolean;
  /** Language of the pages and, where the browser has it, of the browser. Default `en`. */
  readonly lang?: 'fr' | 'en';
  readonly windowSize?: { readonly width: number; readonly height: number };
  /** Device pixels per CSS pixel. Default 1. */
  readonly scale?: number;
  readonly colorScheme?: 'light' | 'dark';
  /** An empty folder for the profile, which is then not removed on close. Default: a new one, removed. */
  readonly profileDir?: string;
  /** More of Chromium's command line. */
  readonly chromiumArgs?: readonly string[];
  /** More of Firefox's preferences. */
  readonly firefoxPrefs?: Readonly<Record<string, string | number | boolean>>;
  /** `own` shows the browser on the person's screen. Default `virtual`. */
  readonly display?: 'virtual' | 'own';
}

export interface Driver {
  readonly kind: 'chromium' | 'firefox';
  readonly headed: boolean;
  /** Extension origin with a final slash, e.g. `moz-extension://…/`. */
  readonly origin: string;
  /** Origins of the other extensions, with a final slash, in the order they were given. */
  readonly otherOrigins: readonly string[];
  /** A new tab in front, loaded. */
  newPage(url: string): Promise<Page>;
  /** Real right click in the middle of the element, then our menu item (or the one said). Headed only. */
  rightClick(page: Page, selector: string, choose?: MenuChoice): Promise<void>;
  /** Real keys for the focused window, in xdotool's names: `alt+shift+c`. Headed only. */
  shortcut(...keys: string[]): Promise<void>;
  /** Real letters for whatever has the focus. Headed only. */
  type(text: string): Promise<void>;
  /** Opens the real popup over the page, with the activeTab grant of a click on the toolbar button. */
  clickAction(page: Page): Promise<void>;
  /** A page of the extension in a tab, e.g. `options.html`. */
  openPage(path: string): Promise<Page>;
  /** A page of the extension that something else opened in a tab, e.g. `scan.html`, in front. */
  ownPage(path: string, timeout?: number): Promise<Page>;
  /** Any page of any extension, by its whole address. */
  openAddress(url: string): Promise<Page>;
  /** The popup that is open, waiting up to `timeout` ms for it (default 5000); null when there is none. */
  popup(timeout?: number): Promise<Surface | null>;
  /** The side panel or sidebar that is open, likewise. */
  panel(timeout?: number): Promise<Surface | null>;
  /** Runs a self-contained function in the background (woken if need be); arguments and result are JSON. */
  inBackground<T, A extends unknown[]>(run: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
  /** Stops the background as the browser does when idle. The next event starts it again. */
  stopBackground(): Promise<void>;
  /** The whole screen as a PNG file. Headed only. */
  screenshot(path: string): Promise<void>;
  close(): Promise<void>;
  /** Resolves when the browser has ended, closed by us or by the person. */
  readonly closed: Promise<void>;
}

/** Starts a browser with the extension in a new profile. Throws when a program is missing. */
export async function launch(options: LaunchOptions): Promise<Driver> {
  const display = await displayFor(options);
  try {
    const start = options.browser === 'chromium' ? launchChromium : launchFirefox;
    return await start(options, display);
  } catch (error) {
    await display?.close();
    throw error;
  }
}

async function displayFor(options: LaunchOptions): Promise<Display | undefined> {
  if (!options.headed) return undefined;
  if (options.display === 'own') return ownDisplay();
  const scale = options.scale ?? 1;
  const { width, height } = options.windowSize ?? { width: 1200, height: 850 };
  return startDisplay({ width: Math.round((width + 80) * scale), height: Math.round((height + 50) * scale) });
}
