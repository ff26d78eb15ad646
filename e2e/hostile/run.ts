/** Lets hostile pages try, in a real browser with the real extension, and says what they got. */
import type { Page } from 'puppeteer-core';
import type { Driver } from '../browsers/driver.ts';
import { poll } from '../browsers/surface.ts';
import { pause } from '../browsers/xdotool.ts';
import type { PracticeSite } from '../site/server.ts';
import { type Attempt, ownHost } from './attempts.ts';

interface Leak {
  readonly where: string;
  readonly code: string;
}

export interface Tried {
  readonly id: string;
  readonly requirement: string;
  /** Codes that a page saw where none may be. */
  readonly leaks: readonly Leak[];
  /** What the field that may have the code held at last. */
  readonly filled: string;
  /** What the person was told or asked, in one line; empty: nothing. */
  readonly said: string;
  /** Nothing was typed, and the person was told why or asked. */
  readonly isRefused: boolean;
}

export interface Stage {
  readonly driver: Driver;
  readonly site: PracticeSite;
  /** The same hosts by another port. */
  readonly second: PracticeSite;
}

const waiting = /goes in by itself in/;

const portOf = ({ url }: PracticeSite) => new URL(url).port;

/** Adds an account on the own host, as a person does. Its codes last six seconds, so that nobody waits long. */
export async function enrolOnOwnHost({ driver, site }: Stage): Promise<void> {
  const user = `hostile-${driver.kind}`;
  const page = await driver.newPage(
    `http://${ownHost}:${portOf(site)}/generic/?user=${user}&enter=1&lang=en&device=0&period=10`,
  );
  await driver.rightClick(page, '#qr');
  const filled = await poll(async () => {
    const value = await page.$eval('#code', (field) => (field as HTMLInputElement).value).catch(() => '');
    return value === '' ? null : value;
  }, 20_000);
  if (filled === null) throw new Error('the account was not added');
  await page.close();
  await closeSurfaces(driver);
}

export async function tryOnce(stage: Stage, attempt: Attempt): Promise<Tried> {
  const { driver, site, second } = stage;
  const port = portOf(attempt.otherPort ? second : site);
  const path = attempt.path
    .replace('{own}', `http://${ownHost}:${portOf(site)}`)
    .replace('{evil}', `http://evil.localhost:${portOf(site)}`);
  let page = await driver.newPage(`http://${attempt.host}:${port}${path}`);
  if (attempt.opens) page = await opened(driver, page);
  await page.bringToFront();
  if (attempt.gesture === 'shortcut') await gesture(driver, page, attempt.raceMs);
  const said = await settled(driver, page, attempt);
  const leaks: Leak[] = [];
  let filled = '';
  for (const frame of page.frames()) {
    const seen = await frame
      .evaluate(() => {
        const thief = globalThis as unknown as { leaks?: Leak[]; filled?: string };
        return { leaks: thief.leaks ?? [], filled: thief.filled ?? '' };
      })
      .catch(() => null);
    leaks.push(...(seen?.leaks ?? []));
    filled ||= seen?.filled ?? '';
  }
  await closeSurfaces(driver);
  await page.close();
  const { id, requirement } = attempt;
  return {
    id,
    requirement,
    leaks,
    filled,
    said,
    isRefused: leaks.length === 0 && filled === '' && said !== '',
  };
}

async function gesture(driver: Driver, page: Page, raceMs: number | undefined): Promise<void> {
  if (raceMs !== undefined)
    await page.evaluate((ms) => (globalThis as unknown as { go(ms: number): void }).go(ms), raceMs);
  await driver.shortcut('alt+shift+c');
}

/** What is said, once something is said or a field is filled; the page is given a moment more to look around. */
async function settled(driver: Driver, page: Page, { gesture, refused }: Attempt): Promise<string> {
  const patienceMs = gesture === 'none' ? 3000 : refused ? 6000 : 14_000;
  const until = performance.now() + patienceMs;
  let said = '';
  let again = false;
  while (performance.now() < until && said === '') {
    const surface = (await driver.panel(0)) ?? (await driver.popup(0));
    const text = (await surface?.text('main').catch(() => '')) ?? '';
    said = text.replace(/\s+/g, ' ').trim();
    // A card that waits for a fresh code is no answer yet.
    if (waiting.test(said)) said = '';
    // A person whose keys were lost on a busy machine presses them again.
    if (
      said === '' &&
      gesture === 'shortcut' &&
      refused &&
      until - performance.now() < patienceMs / 2 &&
      !again
    ) {
      again = true;
      await driver.shortcut('alt+shift+c');
    }
    const filled = await page
      .evaluate(() => (globalThis as unknown as { filled?: string }).filled ?? '')
      .catch(() => '');
    if (filled !== '') break;
    await pause(80);
  }
  await pause(400);
  return said;
}

/** An empty page that the other one opened and wrote the field into. */
async function opened(driver: Driver, opener: Page): Promise<Page> {
  await opener.evaluate(() => {
    const trap = open('about:blank');
    trap?.document.write(
      '<title>Two-step verification</title><label>Authenticator code <input id="otp" autocomplete="one-time-code"></label>',
    );
    setInterval(() => {
      const value = trap?.document.querySelector('input')?.value ?? '';
      if (value)
        (globalThis as unknown as { leaks: Leak[] }).leaks.push({ where: 'opened page', code: value });
    }, 50);
  });
  await pause(500);
  await driver.shortcut('alt+shift+c');
  return opener;
}

async function closeSurfaces(driver: Driver): Promise<void> {
  await (await driver.popup(0))?.close().catch(() => undefined);
  await (await driver.panel(0))?.close().catch(() => undefined);
}

/** What another extension hears when it asks ours everything it can think of. */
export async function askFromOutside(driver: Driver): Promise<{ asked: number; heard: string[] }> {
  const [other = ''] = driver.otherOrigins;
  const id = driver.kind === 'firefox' ? 'seconde@seconde.example' : new URL(driver.origin).hostname;
  const page = await driver.openAddress(`${other}probe.html#${encodeURIComponent(id)}`);
  for (let tries = 0; tries < 100; tries += 1) {
    const text = await page
      .evaluate(() => document.querySelector('#heard')?.textContent ?? '')
      .catch(() => '');
    if (text) {
      await page.close();
      return JSON.parse(text) as { asked: number; heard: string[] };
    }
    await pause(100);
  }
  throw new Error('the other extension says nothing');
}
