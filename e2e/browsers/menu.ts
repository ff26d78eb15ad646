/**
 * The real context menu, worked with the keyboard: no browser lets a program read its menu, but our items have a known
 * place. Firefox puts extensions' items last; Chromium puts them just before "Inspect" (and "View page source").
 */
import type { Page } from 'puppeteer-core';
import { poll } from './surface.ts';
import { type Hands, pause } from './xdotool.ts';

/** `ours`: our only item. `{ submenu: n }`: the n-th item (from 0) when we have several. `none`: leave the menu open. */
export type MenuChoice = 'ours' | 'none' | { readonly submenu: number };

/** Between a menu's window and its taking of keys, on a slow machine. */
const MENU_TAKES_KEYS = 350;

/**
 * Right-clicks the middle of an element, walks up from the end of the menu and presses Return. `up` is the place of our
 * item, 1 being the last.
 */
export async function pickFromMenu(
  page: Page,
  selector: string,
  hands: Hands,
  { up, choice }: { up: number; choice: MenuChoice },
): Promise<void> {
  await pointAt(page, selector, hands);
  const windows = await hands.windows();
  await hands.click('right');
  const opened = await poll(async () => ((await hands.windows()) > windows ? true : null), 10_000);
  if (!opened) throw new TypeError(`no menu opens on ${selector}`);
  await pause(MENU_TAKES_KEYS);
  if (choice === 'none') return;
  await hands.keys(...Array.from({ length: up }, () => 'Up'));
  await pause(150);
  if (choice !== 'ours') {
    await hands.keys('Right');
    await pause(MENU_TAKES_KEYS);
    await hands.keys(...Array.from({ length: choice.submenu }, () => 'Down'));
    await pause(150);
  }
  await hands.keys('Return');
}

/**
 * Puts the mouse on the middle of an element, scrolled into view. The mouse is first moved over the page: its event says
 * where on the screen the page is, whatever bars and panels are around it. Repeated when a bar moved the page meanwhile.
 */
async function pointAt(page: Page, selector: string, hands: Hands): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    await settle(page);
    const guess = await page.evaluate(middleOfWindow);
    const origin = await moveAndHear(page, hands, guess);
    if (!origin) continue;
    const middle = await page.$eval(selector, middleOf);
    const target = {
      x: guess.x + (middle.x - origin.clientX) * origin.ratio,
      y: guess.y + (middle.y - origin.clientY) * origin.ratio,
    };
    const arrived = await moveAndHear(page, hands, target);
    // Over a frame, the page hears nothing.
    if (!arrived) return;
    const off = Math.hypot(arrived.clientX - middle.x, arrived.clientY - middle.y);
    if (off < 3) return;
  }
  throw new TypeError(`the mouse does not reach ${selector}: is its tab in front?`);
}

/** Moves next to a place of the screen, then on it; answers what the page heard, null when it heard nothing. */
async function moveAndHear(
  page: Page,
  hands: Hands,
  place: { x: number; y: number },
): Promise<MouseSeen | null> {
  const heard = page.evaluate(hearMouse, 400);
  await pause(50);
  await hands.move(place.x - 3, place.y);
  await hands.move(place.x, place.y);
  return heard;
}

/** Waits until the page has the focus and bars or panels around it have stopped moving. */
export async function settle(page: Page): Promise<void> {
  let before = '';
  let same = 0;
  for (let attempt = 0; attempt < 40 && same < 3; attempt += 1) {
    const now = await page.evaluate(() =>
      document.hasFocus() ? [screenX, screenY, innerWidth, innerHeight].join() : '',
    );
    same = now === before && now !== '' ? same + 1 : 0;
    before = now;
    await pause(80);
  }
}

/**
 * In Chromium: the place of our item from the end of the menu. "Inspect" is last; the plain page has "View page source"
 * before it, and a plain part of a frame two more.
 */
export function placeInChromium(page: Page, selector: string): Promise<number> {
  return page.$eval(selector, (element) => {
    if (element.closest('iframe') !== null) return 5;
    const special =
      'a[href],img,canvas,video,audio,input:not([type=checkbox],[type=radio]),textarea,[contenteditable]';
    return element.closest(special) === null && String(getSelection()) === '' ? 3 : 2;
  });
}

interface MouseSeen {
  /** Where the mouse was in the page, in CSS pixels. */
  clientX: number;
  clientY: number;
  ratio: number;
}

function middleOfWindow(): { x: number; y: number } {
  return {
    x: Math.round((screenX + innerWidth / 2) * devicePixelRatio),
    y: Math.round((screenY + outerHeight - innerHeight / 2) * devicePixelRatio),
  };
}

/** The last mouse move heard within some milliseconds. */
function hearMouse(milliseconds: number): Promise<MouseSeen | null> {
  return new Promise((resolve) => {
    let last: MouseSeen | null = null;
    const hear = ({ clientX, clientY }: MouseEvent) => {
      last = { clientX, clientY, ratio: devicePixelRatio };
    };
    addEventListener('mousemove', hear, true);
    setTimeout(() => {
      removeEventListener('mousemove', hear, true);
      resolve(last);
    }, milliseconds);
  });
}

function middleOf(element: Element): { x: number; y: number } {
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const box = element.getBoundingClientRect();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
