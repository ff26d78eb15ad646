/** QR codes that are no plain account: another company's app, an export in parts, codes with a PIN, half of a key. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportPart } from '../../tests/fakes/google-export.ts';
import type { Driver } from '../browsers/driver.ts';
import type { Surface } from '../browsers/surface.ts';
import { motpPin } from '../site/pages/other-apps.ts';
import { type PracticeSite, startPracticeSite } from '../site/server.ts';
import {
  accountRows,
  browsers,
  cardOf,
  fieldValue,
  pageReads,
  pressAndWait,
  reads,
  says,
  startSeconde,
  stored,
  walk,
} from './seconde.ts';

const say = says.fr;
const next = '[data-testid="reskin-step-next-button"]';

describe.each(browsers)('in %s', (browser) => {
  let site: PracticeSite;
  let driver: Driver;
  beforeAll(async () => {
    site = await startPracticeSite();
    driver = await startSeconde(browser);
  });
  afterAll(() => Promise.all([driver?.close(), site?.close()]));

  const open = (path: string): Promise<Page> => driver.newPage(`${site.url}/other-apps${path}`);
  const scan = async (page: Page, selector = '#qr'): Promise<Surface> => {
    await driver.rightClick(page, selector);
    return cardOf(driver);
  };

  it('points out the way from a vendor’s app, in a closed shadow root, and changes nothing of the page', async () => {
    const before = await stored(driver);
    const page = await open('/vendor?lang=fr');
    const source = await page.content();
    const card = await scan(page);
    await reads(card, /Ce code QR sert à Okta Verify/);
    await reads(card, /appuyez sur « Retour à la liste des authentificateurs »/);
    expect(await page.content()).toBe(source);
    const inView = () => page.evaluate(() => scrollY > 1000);
    expect(await inView()).toBe(true);
    // A closed root tells the page's side its host only.
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('host');

    await page.evaluate(() => scrollTo(0, 0));
    await card.click('.card .buttons .plain');
    await page.waitForFunction(() => scrollY > 1000);
    await page.keyboard.press('Enter');
    await pageReads(page, /pressed/);
    expect(await stored(driver)).toBe(before);
    await page.close();
  });

  it('says what works at once, and what to ask for, where an institution hides the link', async () => {
    const page = await driver.newPage(
      `${site.url}/microsoft/?user=ida-${browser}@chde.example&enter=1&lang=fr&link=none`,
    );
    await walk(
      page,
      '[data-testid="add-method-button"]',
      '[data-testid="authmethod-picker-authenticatorApp"]',
    );
    await walk(page, next, next);
    await page.waitForSelector('main img');
    const card = await scan(page, 'main img');
    await reads(card, say.otherMicrosoft);
    await reads(card, say.otherLookMicrosoft);
    await reads(card, say.otherCallStep);
    await reads(card, /Jetons OATH logiciels tiers/);
    await page.close();
  });

  it('takes the parts of an export out of order, each at once, and no other export between them', async () => {
    const page = await open('/export?part=3&lang=fr');
    await reads(await scan(page), /Partie 3 de 3 ajoutée/);
    expect((await accountRows(driver)).join()).toContain('david');
    await page.bringToFront();
    await page.goto(`${site.url}/other-apps/export?part=2&batch=99&lang=fr`);
    await reads(await scan(page), say.collectedOther);
    await page.goto(`${site.url}/other-apps/export?part=1&lang=fr`);
    await reads(await scan(page), /2 parties sur 3 ajoutées.*partie 2 sur 3/);
    await page.goto(`${site.url}/other-apps/export?part=2&lang=fr`);
    const card = await scan(page);
    await reads(card, say.collectedWhole);
    await reads(card, /4 comptes ajoutés/);
    const rows = (await accountRows(driver)).join('\n');
    for (const name of ['alice', 'bruno', 'chloé', 'david']) expect(rows).toContain(name);
    await page.close();
  });

  it('takes parts that are pasted in the page of the ways in as well, and counts them on', async () => {
    const parts = [1, 2, 3].map((part) =>
      exportPart([{ secret: `collée ${part}`.padEnd(20, '.'), name: `collé ${part}`, issuer: 'Collé' }], {
        batchId: 4242,
        index: part - 1,
        size: 3,
      }),
    );
    const scan = await driver.openPage('scan.html');
    const paste = async (text: string) => {
      await scan.locator('.paste-field').fill(text);
      await scan.focus('.paste-field');
      await scan.keyboard.press('Enter');
    };
    await paste(parts[1] ?? '');
    await pageReads(scan, /Partie 2 de 3 ajoutée/);
    await scan.click('.card .primary');
    await paste(parts[0] ?? '');
    await pageReads(scan, /2 parties sur 3 ajoutées/);
    await scan.click('.card .primary');
    await paste(parts[2] ?? '');
    await pageReads(scan, /Toute l’exportation est ici/);
    await scan.close();
  });

  it('asks the PIN of an account that has one, and its codes are right', async () => {
    const page = await open('/motp?lang=fr');
    const card = await scan(page);
    await reads(card, say.pinTitle);
    await card.fill('form.pin input', motpPin);
    await card.waitFor('.card .primary:enabled');
    await card.click('.card .primary');
    await reads(card, say.enrolledTitle);
    await fieldValue(page, '#code', (value) => /^[0-9a-f]{6}$/.test(value), 20_000);
    await pressAndWait(page, '#verify');
    await pageReads(page, /Authentification configurée/);
    await page.close();
  });
});
