/**
 * Fills the widgets of npm by the real gestures of a person, with an account whose codes are counted: each fill has a code
 * of its own, at once. Reads what the widget told its page.
 */
import { execFileSync } from 'node:child_process';
import type { Page } from 'puppeteer-core';
import { type PracticeSite, startPracticeSite } from '../site/server.ts';
import {
  type BrowserName,
  fieldValue,
  openPopup,
  pageReads,
  pause,
  pressAndWait,
  rightClickToFill,
  startSeconde,
} from './seconde.ts';

export const gestures = ['shortcut', 'menu', 'popup'] as const;
export type Gesture = (typeof gestures)[number];

export interface WidgetFills {
  /** What the page was told after the gesture; the code of the account, if all is well. */
  fill(widget: string, gesture: Gesture): Promise<{ told: string; codes: readonly string[] }>;
  close(): Promise<void>;
}

/** A browser with Seconde and one account, tied to the site of the widgets by its enrolment. */
export async function startWidgetFills(browser: BrowserName): Promise<WidgetFills> {
  const site: PracticeSite = await startPracticeSite();
  const driver = await startSeconde(browser, 'en');
  const user = 'widgets';
  const page = await driver.newPage(`${site.url}/keycloak-v2/?user=${user}&enter=1&lang=en&kind=hotp`);
  await driver.rightClick(page, '#kc-totp-secret-qr-code');
  await fieldValue(page, '#totp');
  await pressAndWait(page, '#saveTOTPBtn');
  await pageReads(page, /configured|set up/i);
  const key = site.state.snapshot(user)[0]?.devices[0]?.secret ?? '';
  const codes = execFileSync('oathtool', ['-b', '-c', '0', '-w', '200', key], { encoding: 'utf8' })
    .trim()
    .split('\n');

  const toldBy = async (widget: Page): Promise<string> => {
    let told = '';
    for (const deadline = performance.now() + 8000; performance.now() < deadline;) {
      told = await widget.$eval('#told', (element) => element.textContent ?? '').catch(() => '');
      if (told.length >= 6) break;
      await pause(30);
    }
    // Whatever the widget does late shows itself.
    await pause(60);
    return widget.$eval('#told', (element) => element.textContent ?? '');
  };

  return {
    async fill(widget, gesture) {
      await page.goto(`${site.url}/widgets/${widget}?lang=en`);
      await page.waitForSelector('#root input');
      if (gesture === 'shortcut') await driver.shortcut('alt+shift+c');
      else if (gesture === 'popup') await (await openPopup(driver, page)).click('.row-fill');
      else {
        // The input of this one is beside the page until a person clicks one of its boxes.
        const drawn = await page.$('.ReactInputVerificationCode__item');
        await drawn?.click();
        await rightClickToFill(driver, page, '#root input');
      }
      return { told: await toldBy(page), codes };
    },
    async close() {
      await driver.close();
      await site.close();
    },
  };
}
