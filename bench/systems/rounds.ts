/** One person at one system: from the right-click on the QR code to the site's yes, then a later sign-in. */
import type { Page } from 'puppeteer-core';
import type { Driver } from '../../e2e/browsers/driver.ts';
import type { Surface } from '../../e2e/browsers/surface.ts';
import type { PracticeSite } from '../../e2e/site/server.ts';
import type { System } from './systems.ts';
import { fieldTimes, hearField, hearGestures, lastGesture, pause } from './timing.ts';

/** Time of the machine: from each gesture of the person to what it brought about, added up. */
export interface Effort {
  readonly ms: number;
  /** Gestures made for the extension; the page's own buttons are pressed with or without one. */
  readonly gestures: number;
}

/** Steps of thirty seconds, as nearly everywhere. */
const stepMs = 30_000;
/** A gesture is made only where no wait for a fresh code can follow it: what is measured is the machine. */
const leastLeftMs = 15_000;
/** How long an armed gesture may take to fill a field that has just appeared. */
const armedPatienceMs = 4000;
const patienceMs = 15_000;

/** From the right-click on the QR code to the site's yes. */
export async function enrolRound(
  driver: Driver,
  site: PracticeSite,
  system: System,
  user: string,
): Promise<Effort> {
  const page = await driver.newPage(addressOf(site, system, user));
  await hearGestures(driver);
  await press(page, system.before);
  await page.waitForSelector(system.qr, { visible: true });
  await enoughLeft();
  const effort = await enrolOn(driver, page, system);
  await press(page, [system.submit]);
  await page.waitForSelector(system.done);
  await page.close();
  return effort;
}

/** A later sign-in of the same person, by the shortcut. */
export async function signInRound(
  driver: Driver,
  site: PracticeSite,
  system: System,
  user: string,
): Promise<Effort> {
  await enoughLeft();
  const page = await driver.newPage(addressOf(site, system, user));
  await hearGestures(driver);
  await page.waitForSelector(system.signInField, { visible: true });
  await hearField(page, system.signInField);
  await driver.shortcut('alt+shift+c');
  const effort = { ms: (await codeAt(page)) - (await lastGesture(driver)), gestures: 1 };
  await page.close();
  return effort;
}

/** Until no code that was typed so far is of the running step. */
export function nextStep(): Promise<void> {
  return pause(stepMs - (Date.now() % stepMs) + 50);
}

async function enoughLeft(): Promise<void> {
  if (stepMs - (Date.now() % stepMs) < leastLeftMs) await nextStep();
}

function addressOf(site: PracticeSite, { address }: System, user: string): string {
  return site.url + address.replace('USER', user);
}

async function enrolOn(driver: Driver, page: Page, system: System): Promise<Effort> {
  await hearField(page, system.field);
  await driver.rightClick(page, system.qr);
  if (system.between !== null) return enrolInSteps(driver, page, system);
  if (!system.boxes) return { ms: (await codeAt(page)) - (await lastGesture(driver)), gestures: 1 };
  // Boxes wait for the card's button: the person may have a name to give first.
  const card = await cardOf(driver);
  await card.waitFor('.card button.primary.wide', patienceMs);
  const pressedAt = Date.now();
  await card.click('.card button.primary.wide');
  return { ms: (await codeAt(page)) - pressedAt, gestures: 2 };
}

/** The field comes later: what counts is from its appearance, or from the second gesture where one was needed. */
async function enrolInSteps(driver: Driver, page: Page, system: System): Promise<Effort> {
  await cardOf(driver);
  await press(page, [system.between ?? '']);
  await page.waitForSelector(system.field, { visible: true });
  const { shownAt, codeAt: byItself } = await fieldTimes(page, armedPatienceMs);
  if (byItself !== null) return { ms: byItself - (shownAt ?? byItself), gestures: 1 };
  await driver.shortcut('alt+shift+c');
  return { ms: (await codeAt(page)) - (await lastGesture(driver)), gestures: 2 };
}

/** The card, once the account is saved and it says so. */
async function cardOf(driver: Driver): Promise<Surface> {
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline;) {
    const card = (await driver.panel(0)) ?? (await driver.popup(0));
    if (card !== null && (await card.text('.card h2').catch(() => '')) !== '') return card;
    await pause(50);
  }
  throw new Error('no card came');
}

async function codeAt(page: Page): Promise<number> {
  const { codeAt: at } = await fieldTimes(page, patienceMs);
  if (at === null) throw new Error('no code came');
  return at;
}

async function press(page: Page, selectors: readonly string[]): Promise<void> {
  for (const selector of selectors) {
    const button = await page.waitForSelector(selector);
    await button?.evaluate((element) => (element as HTMLElement).click());
  }
}
