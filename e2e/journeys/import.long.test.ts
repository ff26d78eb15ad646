/** A file of another app: dropped, opened by its password, looked at, taken, and taken back. */
import { createCipheriv, randomBytes, scryptSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import type { Driver } from '../browsers/driver.ts';
import { accountRows, browsers, oathCodes, pageReads, press, says, startSeconde } from './seconde.ts';

const say = says.fr;
const secret = '4SJHB4GSD43FZBAI7C2HLRJGPQ';
const password = 'un mot de passe';

/** As Aegis writes it (its docs/vault.md): a master key under scrypt, and the list under the master key. */
function aegisFile(): string {
  const seal = (key: Buffer, text: Buffer) => {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, nonce);
    const sealed = Buffer.concat([cipher.update(text), cipher.final()]);
    return { sealed, params: { nonce: nonce.toString('hex'), tag: cipher.getAuthTag().toString('hex') } };
  };
  const entry = (issuer: string, name: string, info: object) => ({
    type: 'totp',
    uuid: name,
    name,
    issuer,
    info,
  });
  const list = {
    version: 3,
    entries: [
      entry('Clinique Papineau', 'rosalie', { secret, algo: 'SHA1', digits: 6, period: 30 }),
      entry('Ancien', 'site', { secret, algo: 'SHA384', digits: 6, period: 30 }),
      entry('Abîmé', 'compte', { secret: '!!!', algo: 'SHA1', digits: 6, period: 30 }),
    ],
    groups: [],
  };
  const master = randomBytes(32);
  const salt = randomBytes(32);
  const [n, r, p] = [2 ** 14, 8, 1];
  const key = scryptSync(password, salt, 32, { N: n, r, p });
  const slot = seal(key, master);
  const body = seal(master, Buffer.from(JSON.stringify(list)));
  return JSON.stringify({
    version: 1,
    header: {
      slots: [
        {
          type: 1,
          uuid: 'a',
          key: slot.sealed.toString('hex'),
          key_params: slot.params,
          n,
          r,
          p,
          salt: salt.toString('hex'),
        },
      ],
      params: body.params,
    },
    db: body.sealed.toString('base64'),
  });
}

async function dropText(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(
    (fileName, content) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], fileName));
      document.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    name,
    text,
  );
}

async function type(page: Page, text: string): Promise<void> {
  await page.waitForSelector('.import-file input[type=password]');
  await page.$eval(
    '.import-file input[type=password]',
    (field, value) => {
      (field as HTMLInputElement).value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
    text,
  );
  await press(page, '.import-file form .primary');
}

describe.each(browsers)('in %s', (browser) => {
  let driver: Driver;
  let page: Page;
  beforeAll(async () => {
    driver = await startSeconde(browser);
    page = await driver.openPage('import.html');
    await page.waitForSelector('.import-give');
  });
  afterAll(() => driver?.close());

  it('a file that is dropped is known by what is in it, whatever its name, and asks for its password', async () => {
    await dropText(page, 'photo-de-vacances.dat', aegisFile());
    await pageReads(page, /Aegis/);
    await type(page, 'un autre');
    await pageReads(page, new RegExp(say.bringWrong.replace(/[()]/g, '\\$&')));
    expect(await accountRows(driver)).toEqual([]);
  });

  it('what it holds is shown before anything is written: new, kept, unreadable', async () => {
    await type(page, password);
    const text = await pageReads(page, /SHA384/);
    expect(text).toContain('Abîmé · compte');
    expect(await accountRows(driver)).toEqual([]);
  });

  it('once agreed to, its code is in the popup, the one that oathtool makes', async () => {
    await press(page, '.import-yes .primary');
    await pageReads(page, /2 comptes ajoutés/);
    const rows = await accountRows(driver);
    const codes = oathCodes(secret, Date.now());
    const row = rows.find((one) => one.includes('Clinique Papineau'))?.replace(/\D/g, '') ?? '';
    expect(codes.some((code) => row.includes(code))).toBe(true);
  });

  it('taken back after the page was closed, nothing of it is left in the list', async () => {
    await page.close();
    page = await driver.openPage('import.html');
    await pageReads(page, /Dernière importation/);
    await press(page, '.import-give ~ section button');
    await pageReads(page, /Annulé/);
    expect(await accountRows(driver)).toEqual([]);
  });
});
