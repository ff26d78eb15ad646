/**
 * The main job played without a person, each step told as it is done. A step that fails throws, and the rest is not tried.
 * Uses only what a person has: the pages, the popup and the gestures of the driver.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Driver } from '../../e2e/browsers/driver.ts';
import type { Surface } from '../../e2e/browsers/surface.ts';
import { fromBase32 } from '../../e2e/site/base32.ts';
import type { PracticeSite } from '../../e2e/site/server.ts';
import { totpCode } from '../../e2e/site/verifier.ts';

export interface Playing {
  readonly driver: Driver;
  readonly site: PracticeSite;
  readonly lang: 'fr' | 'en';
  /** Folder of the screenshots, made if need be. */
  readonly shots: string;
}

interface Scene extends Playing {
  readonly user: string;
  readonly page: Page;
  /** What one step leaves for the next. */
  seen: { surface: Surface | null; firstCode: string };
  shoot(name: string): Promise<void>;
}

interface Step {
  readonly fr: string;
  readonly en: string;
  readonly does: (scene: Scene) => Promise<void>;
}

const steps: readonly Step[] = [
  {
    fr: 'clic droit sur le code QR (ou « Numériser cette page ») → compte enregistré, code entré dans la page',
    en: 'right-click on the QR code (or “Scan this page”) → account saved, code typed in the page',
    does: async (scene) => {
      await askToEnrol(scene);
      scene.seen.firstCode = await codeIn(scene.page, '#totp', 10_000);
      scene.seen.surface = (await scene.driver.panel(5000)) ?? (await scene.driver.popup(1000));
      await scene.shoot('1-enrolled');
    },
  },
  {
    fr: 'bouton de la page → le serveur d’exercice a accepté le code',
    en: 'the page’s own button → the practice server accepted the code',
    does: async (scene) => {
      await pressAndWait(scene.page, '#saveTOTPBtn');
      mustBeAccepted(scene, 1);
      await until(async () => (await scene.page.$('#sign-out')) !== null, 5000, 'no page after enrolment');
      await scene.shoot('2-accepted');
    },
  },
  {
    fr: 'la fenêtre de Seconde montre le même code que le serveur attend',
    en: 'the popup shows the very code the server expects',
    does: async (scene) => {
      await scene.driver.clickAction(scene.page);
      const popup = await scene.driver.popup();
      if (popup === null) throw new TypeError('the popup does not open');
      await leaveCard(popup);
      await popup.waitFor('.row-main .code');
      const shown = (await popup.text('.row-main .code')).replace(/\D/g, '');
      if (!codesNow(scene).includes(shown)) throw new TypeError('the popup shows another code');
      await scene.shoot('3-popup');
      await popup.close();
    },
  },
  {
    fr: 'déconnexion, puis retour à la page qui demande un code',
    en: 'signed out, then back at the page that asks for a code',
    does: async (scene) => {
      await pressAndWait(scene.page, '#sign-out');
      await scene.page.goto(address(scene), { waitUntil: 'domcontentloaded' });
      await scene.page.waitForSelector('#otp');
    },
  },
  {
    fr: '« Entrer le code » → un nouveau code est entré (celui de tout à l’heure ne sert pas deux fois)',
    en: '“Enter code” → a fresh code is typed (the one from before is not used twice)',
    does: async (scene) => {
      await askToFill(scene);
      const code = await codeIn(scene.page, '#otp', 45_000);
      if (code === scene.seen.firstCode) throw new TypeError('the same code was typed twice');
      await scene.shoot('4-sign-in');
    },
  },
  {
    fr: 'bouton de la page → connexion réussie',
    en: 'the page’s own button → signed in',
    does: async (scene) => {
      await pressAndWait(scene.page, '#kc-login');
      mustBeAccepted(scene, 2);
      await scene.shoot('5-signed-in');
    },
  },
];

/** Plays every step; answers the exit code. */
export async function play(playing: Playing): Promise<number> {
  mkdirSync(playing.shots, { recursive: true });
  const user = 'marie.tremblay@exemple.ca';
  const page = await playing.driver.newPage(address({ ...playing, user }));
  const scene: Scene = {
    ...playing,
    user,
    page,
    seen: { surface: null, firstCode: '' },
    shoot: async (name) => {
      const path = join(playing.shots, `${name}.png`);
      // A surface draws its last answer a moment after the page has it.
      await pause(500);
      if (playing.driver.headed) await playing.driver.screenshot(path);
      else await page.screenshot({ path });
    },
  };
  for (const { does, ...says } of steps) {
    const start = performance.now();
    try {
      await does(scene);
    } catch (error) {
      console.error(`✗ ${says[playing.lang]}: ${error instanceof Error ? error.message : String(error)}`);
      return 1;
    }
    console.log(`✓ ${says[playing.lang]} (${Math.round(performance.now() - start)} ms)`);
  }
  console.log(
    playing.lang === 'fr' ? `Captures d’écran : ${playing.shots}` : `Screenshots: ${playing.shots}`,
  );
  return 0;
}

function address({ site, lang, user }: Pick<Scene, 'site' | 'lang' | 'user'>): string {
  return `${site.url}/keycloak-v2/?user=${encodeURIComponent(user)}&enter=1&lang=${lang}`;
}

/** A real right-click where there is a screen, else the popup's own button: both are true gestures. */
async function askToEnrol({ driver, page }: Scene): Promise<void> {
  if (driver.headed) return driver.rightClick(page, '#kc-totp-secret-qr-code');
  await driver.clickAction(page);
  const popup = await driver.popup();
  if (popup === null) throw new TypeError('the popup does not open');
  await popup.click('footer .wide');
}

async function askToFill({ driver, page }: Scene): Promise<void> {
  if (driver.headed) return driver.shortcut('alt+shift+c');
  await driver.clickAction(page);
  const popup = await driver.popup();
  if (popup === null) throw new TypeError('the popup does not open');
  await leaveCard(popup);
  await popup.click('.row-fill');
}

/** The card of an enrolment stays until *Done*. */
async function leaveCard(popup: Surface): Promise<void> {
  await popup.waitFor('.card, .row-main');
  await popup.evaluate(() =>
    document.querySelector<HTMLElement>('.card > .buttons:last-of-type > button:last-child')?.click(),
  );
}

/** This step's code and the last one's, by the practice server's own arithmetic. */
function codesNow({ site, user }: Scene): string[] {
  const person = site.state.snapshot(user)[0];
  const device = person?.devices[0];
  if (person === undefined || device === undefined)
    throw new TypeError('the practice server knows no device');
  const key = fromBase32(device.secret);
  const stepMs = person.policy.periodSeconds * 1000;
  return [0, stepMs].map((agoMs) => totpCode(key, Date.now() - agoMs, person.policy));
}

function mustBeAccepted({ site, user }: Scene, times: number): void {
  const accepted = site.state.snapshot(user)[0]?.accepted ?? 0;
  if (accepted !== times) throw new TypeError(`the practice server accepted ${accepted} codes, not ${times}`);
}

async function pressAndWait(page: Page, selector: string): Promise<void> {
  await Promise.all([page.waitForNavigation({ waitUntil: 'domcontentloaded' }), page.click(selector)]);
}

async function codeIn(page: Page, selector: string, timeout: number): Promise<string> {
  let code = '';
  await until(
    async () => {
      code = await page.$eval(selector, (field) => (field as HTMLInputElement).value);
      return /^\d{6}$/.test(code);
    },
    timeout,
    'no code was typed in the page',
  );
  return code;
}

async function until(holds: () => Promise<boolean>, timeout: number, otherwise: string): Promise<void> {
  const deadline = performance.now() + timeout;
  while (!(await holds().catch(() => false))) {
    if (performance.now() > deadline) throw new TypeError(otherwise);
    await pause(50);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
