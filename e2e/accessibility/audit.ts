/**
 * Every state of every screen of e2e/screens/shots.mjs, opened in a browser from a production build with a pretended
 * background and measured: rules of WCAG 2.2 AA (axe), themes, reflow, zoom, text spacing, targets, focus.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { launch, type Browser, type CDPSession, type Page } from 'puppeteer-core';
import { findBrowser, type BrowserKind } from '../../scripts/browsers.mjs';
import { openShot, serve } from '../screens/serve.mjs';
import { allShots, type Shot } from '../screens/shots.mjs';
import { loadAxe, runAxe } from './axe.ts';
import { badlyLaidOut, reachable, smallTargets, stillness, stopHere } from './in-page.ts';

export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

/** `forced`: the palette of a person who chose their own colours. */
export const themes = ['light', 'dark', 'forced'] as const;
export type Theme = (typeof themes)[number];

/** What is looked for; `words` are those of the page in its usual size. */
export const checks = [
  'axe',
  'axe undecided',
  'error',
  'layout',
  'reflow',
  'zoom',
  'spacing',
  'target',
  'focus',
] as const;
export type Check = (typeof checks)[number];

export interface Finding {
  readonly screen: string;
  readonly language: Language;
  readonly theme: Theme;
  readonly check: Check;
  readonly what: string;
}

export interface AuditOptions {
  readonly browser: BrowserKind;
  /** Folder of the production build. */
  readonly folder: string;
  readonly languages: readonly Language[];
  /** Only the palette differs: rules about colours run in each, all others once. */
  readonly themes: readonly Theme[];
  /** `rules`: axe. `layout`: places and sizes in every width. `all`: these, spaced letters, targets and focus. */
  readonly looksAt: 'rules' | 'layout' | 'all';
  /** Only screens whose name has it. */
  readonly only?: string;
  /** Browsers at work at a time. Default 2. */
  readonly atOnce?: number;
}

export interface Audit {
  readonly screens: readonly string[];
  readonly findings: readonly Finding[];
}

const patienceMs = 10_000;

/** WCAG 1.4.12. */
const spacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }`;

export async function audit(options: AuditOptions): Promise<Audit> {
  const site = await serve(options.folder);
  const findings: Finding[] = [];
  const drawing = await start('chromium', 'light');
  const shots = (await allShots(drawing)).filter(
    ({ name, page, forPictures }) =>
      name.includes(options.only ?? '') && !forPictures && isIn(options.folder, page),
  );
  await drawing.close();
  const jobs: Job[] = shots.flatMap((shot) => options.languages.map((language) => ({ shot, language })));
  const work = async (): Promise<void> => {
    const browser = await start(options.browser, options.themes[0] ?? 'light');
    try {
      for (let job = jobs.shift(); job; job = jobs.shift()) {
        const once = (): Promise<Attempt> => attempt(browser, site.origin, job, options);
        const first = await once();
        // A machine that is busy may keep a gesture waiting too long: what is wrong with a state is wrong twice.
        const last = first.isReached ? first : await once();
        findings.push(...last.findings);
      }
    } finally {
      await browser.close();
    }
  };
  try {
    await Promise.all(Array.from({ length: options.atOnce ?? 2 }, work));
  } finally {
    site.close();
  }
  const order = (one: Finding): string => `${one.screen} ${one.check} ${one.what}`;
  return {
    screens: shots.map(({ name }) => name),
    findings: findings.sort((a, b) => order(a).localeCompare(order(b))),
  };
}

interface Job {
  readonly shot: Shot;
  readonly language: Language;
}

interface Attempt {
  /** Nothing broke and nothing was waited for in vain. */
  readonly isReached: boolean;
  readonly findings: readonly Finding[];
}

async function attempt(
  browser: Browser,
  origin: string,
  { shot, language }: Job,
  options: AuditOptions,
): Promise<Attempt> {
  const findings: Finding[] = [];
  const page = await browser.newPage();
  page.setDefaultTimeout(patienceMs);
  const found = (theme: Theme, check: Check, what: string): void => {
    findings.push({ screen: shot.name, language, theme, check, what });
  };
  try {
    await auditShot({ page, origin, shot, language, options, found });
  } catch (error) {
    found('light', 'error', String(error));
  }
  await page.close();
  return { isReached: findings.every(({ check }) => check !== 'error'), findings };
}

/** A build holds what its browser can do: Firefox has no page that asks for a passkey. */
function isIn(folder: string, page: string): boolean {
  return existsSync(join(folder, new URL(page, 'http://localhost').pathname));
}

interface Opened {
  readonly page: Page;
  readonly origin: string;
  readonly shot: Shot;
  readonly language: Language;
  readonly options: AuditOptions;
  readonly found: (theme: Theme, check: Check, what: string) => void;
}

async function auditShot({ page, origin, shot, language, options, found }: Opened): Promise<void> {
  page.on('pageerror', (error) => found('light', 'error', String(error)));
  const [first = 'light', ...others] = options.themes;
  const media = options.browser === 'chromium' ? await page.createCDPSession() : null;
  if (media) await paint(media, first);
  const width = shot.width ?? 380;
  const height = shot.height ?? 600;
  await page.setViewport({ width, height });
  await openShot(page, origin, shot, language);
  await page.evaluate(stillness);

  await loadAxe(page);
  const axe = async (theme: Theme, rules: 'whole' | 'colours'): Promise<void> => {
    for (const { rule, target, why, undecided } of await runAxe(page, rules))
      found(theme, undecided ? 'axe undecided' : 'axe', `${rule}: ${target}: ${why}`);
  };
  if (options.looksAt !== 'layout') {
    await axe(first, 'whole');
    for (const theme of media ? others : []) {
      if (media) await paint(media, theme);
      await page.evaluate(stillness);
      await axe(theme, 'colours');
    }
  }
  if (options.looksAt === 'rules') return;

  const say = (check: Check, all: readonly string[]): void => {
    for (const what of all) found(first, check, what);
  };
  say('layout', await page.evaluate(badlyLaidOut));
  if (options.looksAt === 'all') {
    say('target', await page.evaluate(smallTargets));
    if (options.browser === 'chromium') say('focus', await focusFaults(page));
  }
  const inTab = !/^(popup|sidepanel)/.test(shot.page);
  // 1280 × 1024 at 200 %; a popup keeps its width, as the browser makes it larger, and has half the height.
  await page.setViewport(inTab ? { width: 640, height: 512 } : { width, height: 300 });
  await page.evaluate(stillness);
  say('zoom', await page.evaluate(badlyLaidOut));
  // 1280 × 1024 at 400 %, in a tab of its own: a popup takes its width once.
  const narrow = await page.browser().newPage();
  narrow.setDefaultTimeout(patienceMs);
  try {
    // Firefox clicks on nothing that is out of view: the height comes after the gestures.
    await narrow.setViewport({ width: 320, height: 900 });
    await openShot(narrow, origin, shot, language);
    await narrow.evaluate(narrowed);
    await narrow.setViewport({ width: 320, height: 256 });
    await narrow.evaluate(stillness);
    say('reflow', await narrow.evaluate(badlyLaidOut));
    if (options.looksAt === 'layout') return;
    await narrow.addStyleTag({ content: spacing });
    await narrow.evaluate(stillness);
    say('spacing', await narrow.evaluate(badlyLaidOut));
  } finally {
    await narrow.close();
  }
}

/** Runs in the page: a popup that got less room than it asked for takes what there is, a moment later. */
async function narrowed(): Promise<void> {
  if (!document.body.classList.contains('popup') || innerWidth >= document.body.offsetWidth) return;
  while (!document.body.classList.contains('narrow')) await new Promise((resolve) => setTimeout(resolve, 20));
  await Promise.all(
    [...document.querySelectorAll('link[rel=stylesheet]')].map(
      (link) =>
        (link as HTMLLinkElement).sheet ?? new Promise((resolve) => link.addEventListener('load', resolve)),
    ),
  );
}

/** Tab from the top of the page, or of the modal dialog over it, to its end: everything is reached, in order, in view, and seen to have the focus. */
async function focusFaults(page: Page): Promise<string[]> {
  const faults: string[] = [];
  const wanted = await page.evaluate(reachable);
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    // The place from which Tab goes on.
    const start = document.createElement('span');
    start.tabIndex = -1;
    ([...document.querySelectorAll('dialog:modal')].at(-1) ?? document.body).prepend(start);
    start.focus();
    start.remove();
  });
  const seen: string[] = [];
  const paths = new Set<string>();
  let last = '';
  for (let presses = 0; presses < wanted.length + 30; presses++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(stopHere);
    if (stop?.beforeUnseen) faults.push(`${seen.at(-1)}: nothing shows that it has the focus`);
    if (stop === null) break;
    // The parts of a date are stops of their own.
    if (stop.path === last) continue;
    last = stop.path;
    if (paths.has(stop.path)) break;
    paths.add(stop.path);
    seen.push(stop.label);
    if (stop.hidden) faults.push(`${stop.label}: has the focus out of view`);
  }
  for (const label of wanted) if (!seen.includes(label)) faults.push(`${label} is not reached by Tab`);
  const order = seen.filter((label) => wanted.includes(label));
  const expected = wanted.filter((label) => seen.includes(label));
  if (order.join('\n') !== expected.join('\n')) faults.push('Tab does not follow the order of the page');
  return faults;
}

async function paint(media: CDPSession, theme: Theme): Promise<void> {
  await media.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: theme === 'dark' ? 'dark' : 'light' },
      { name: 'forced-colors', value: theme === 'forced' ? 'active' : 'none' },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ],
  });
}

function start(kind: BrowserKind, theme: Theme): Promise<Browser> {
  const executablePath = findBrowser(kind);
  if (!executablePath) throw new TypeError(`${kind} is not installed`);
  const root = process.getuid?.() === 0;
  return launch({
    browser: kind === 'chromium' ? 'chrome' : 'firefox',
    executablePath,
    headless: true,
    args:
      kind === 'chromium'
        ? [
            '--disable-gpu',
            '--font-render-hinting=none',
            '--hide-scrollbars',
            ...(root ? ['--no-sandbox'] : []),
          ]
        : [],
    extraPrefsFirefox: {
      'layout.css.prefers-color-scheme.content-override': theme === 'dark' ? 0 : 1,
      'ui.prefersReducedMotion': 1,
      ...(theme === 'forced' ? { 'browser.display.document_color_use': 2 } : {}),
    },
  });
}
