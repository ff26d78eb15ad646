/** One person at one system: from the right-click on the QR code to the site's yes, then a later sign-in. */
import type { Page } from 'puppeteer-core';
import type { Driver } from '../../e2e/browsers/driver.ts';
import type { PracticeSite } from '../../e2e/site/server.ts';
import type { System } from './systems.ts';
import { fieldTimes, hearField, hearGestures, lastGesture, pause } from './timing.ts';

/** Time of the machine: from each gesture of the person to what it brought about, added up. */
export interface Effort {
  readonly ms: number;
  /** Gestures made for the extension; the page's own buttons are pressed with or without one. */
  readonly gestures: number;
}

export interface Round {
  readonly enrol: Effort;
  readonly signIn: Effort;
}

/** A code that was typed in this step is not offered again: what is measured is the machine, not the wait. */
const ofStepMs = 300;
/** How long an armed gesture may take to fill a field that has just appeared. */
const armedPatienceMs = 4000;
const patienceMs = 15_000;

export async function roundOf(
  driver: Driver,
  site: PracticeSite,
  system: System,
  user: string,
): Promise<Round> {
  const addressOf = (address: string) => site.url + address.replace('USER', user);
  const page = await driver.newPage(addressOf(system.address));
  await hearGestures(driver);
  await press(page, system.before);
  await page.waitForSelector(system.qr, { visible: true });
  const enrol = await enrolOn(driver, page, system);
  await press(page, [system.submit]);
  await page.waitForSelector(system.done);
  await nextStep(system.periodSeconds);
  await page.goto(addressOf(system.signIn.address));
  await press(page, system.signIn.before);
  await page.waitForSelector(system.signIn.field, { visible: true });
  await hearField(page, system.signIn.field);
  await driver.shortcut('alt+shift+c');
  const signIn = { ms: (await codeAt(page)) - (await lastGesture(driver)), gestures: 1 };
  await page.close();
  return { enrol, signIn };
}

async function enrolOn(driver: Driver, page: Page, system: System): Promise<Effort> {
  await hearField(page, system.field);
  await driver.rightClick(page, system.qr);
  if (system.between !== null) return enrolInSteps(driver, page, system);
  if (!system.boxes) return { ms: (await codeAt(page)) - (await lastGesture(driver)), gestures: 1 };
  // Boxes wait for the card's button: the person may have a name to give first.
  const card = (await driver.panel(0)) ?? (await driver.popup());
  if (card === null) throw new Error(`no card at ${system.system}`);
  await card.waitFor('.card button.primary.wide', patienceMs);
  const pressedAt = Date.now();
  await card.click('.card button.primary.wide');
  return { ms: (await codeAt(page)) - pressedAt, gestures: 2 };
}

/** The field comes later: what counts is from its appearance, or from the second gesture where one was needed. */
async function enrolInSteps(driver: Driver, page: Page, system: System): Promise<Effort> {
  await cardSays(driver);
  await press(page, [system.between ?? '']);
  await page.waitForSelector(system.field, { visible: true });
  const { shownAt, codeAt: byItself } = await fieldTimes(page, armedPatienceMs);
  if (byItself !== null) return { ms: byItself - (shownAt ?? byItself), gestures: 1 };
  await driver.shortcut('alt+shift+c');
  return { ms: (await codeAt(page)) - (await lastGesture(driver)), gestures: 2 };
}

/** Waits until the account is saved and the card is there. */
async function cardSays(driver: Driver): Promise<void> {
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline;) {
    const card = (await driver.panel(0)) ?? (await driver.popup(0));
    if (card !== null && (await card.text('.card h2').catch(() => '')) !== '') return;
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

async function nextStep(seconds: number): Promise<void> {
  const stepMs = seconds * 1000;
  await pause(stepMs - (Date.now() % stepMs) + ofStepMs);
}
