/** A virtual token (CA Mobile OTP): known on its page, answered with what works; and a token that comes as a file. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Driver } from '../browsers/driver.ts';
import { type PracticeSite, startPracticeSite } from '../site/server.ts';
import {
  accountRows,
  browsers,
  cardOf,
  fieldValues,
  pageReads,
  reads,
  says,
  startSeconde,
  stored,
} from './seconde.ts';

const say = says.fr;
const file = `<?xml version="1.0"?><KeyContainer Version="1.0" xmlns="urn:ietf:params:xml:ns:keyprov:pskc"><KeyPackage><DeviceInfo><SerialNo>77</SerialNo></DeviceInfo><Key Algorithm="urn:ietf:params:xml:ns:keyprov:pskc:totp"><Issuer>CISSS</Issuer><AlgorithmParameters><ResponseFormat Length="6" Encoding="DECIMAL"/></AlgorithmParameters><Data><Secret><PlainValue>MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=</PlainValue></Secret><TimeInterval><PlainValue>30</PlainValue></TimeInterval></Data><UserId>UID=mtremblay,DC=ssss</UserId></Key></KeyPackage></KeyContainer>`;

describe.each(browsers)('in %s', (browser) => {
  let site: PracticeSite;
  let driver: Driver;
  const folder = mkdtempSync(join(tmpdir(), 'seconde-token-'));
  beforeAll(async () => {
    writeFileSync(join(folder, 'jeton.pskcxml'), file);
    site = await startPracticeSite();
    driver = await startSeconde(browser);
  });
  afterAll(async () => {
    await driver?.close();
    await site?.close();
    rmSync(folder, { recursive: true });
  });

  it('is known on its page, fills nothing there, and asks nobody anything', async () => {
    const before = await stored(driver);
    const page = await driver.newPage(`${site.url}/virtual-token/?lang=fr`);
    await driver.shortcut('alt+shift+q');
    const card = await cardOf(driver);
    await reads(card, say.tokenVirtual);
    await reads(card, say.tokenSee);
    expect((await fieldValues(page)).join('')).toBe('');
    expect(site.state.heads).toEqual([]);
    expect(await stored(driver)).toBe(before);
    await page.close();
  });

  it('leads to a page that keeps the date as a reminder, and takes the token as a file', async () => {
    const help = await driver.openPage('token.html');
    await pageReads(help, /CA Desktop OTP/);
    await help.waitForSelector('.token-steps input[type=date]');
    await help.$eval('.token-steps input[type=date]', (field) => {
      (field as HTMLInputElement).value = '2099-12-01';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await help.click('.token-steps form button');
    await pageReads(help, /1 décembre 2099|1er décembre 2099/);

    await help.close();

    const bring = await driver.openPage('import.html');
    const input = await bring.waitForSelector('input[type=file]');
    await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(
      join(folder, 'jeton.pskcxml'),
    );
    await bring.waitForSelector('.import-yes .primary');
    await bring.click('.import-yes .primary');
    await pageReads(bring, /1 compte ajouté/);
    await bring.close();

    const rows = await accountRows(driver);
    expect(rows.some((row) => row.includes('CISSS') && row.includes('mtremblay'))).toBe(true);
    expect(rows.some((row) => row.includes(say.tokenName))).toBe(true);
  });
});
