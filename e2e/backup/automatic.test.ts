/** The automatic copy, on a real disk. The permission is asked by a dialog that no test can answer: here it is granted at installation. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Driver } from '../browsers/driver.ts';
import { browsers, extensionDirs, fieldValue, pause, says, startSeconde } from '../journeys/seconde.ts';
import { type PracticeSite, startPracticeSite } from '../site/server.ts';

declare const chrome: typeof import('wxt/browser').browser;

let site: PracticeSite;
let folder: string;
beforeAll(async () => {
  site = await startPracticeSite();
  folder = await mkdtemp(join(tmpdir(), 'seconde-automatic-'));
});
afterAll(async () => {
  await site?.close();
  await rm(folder, { recursive: true, force: true });
});

describe.each(browsers)('the automatic copy in %s', (browser) => {
  let driver: Driver;
  beforeAll(async () => {
    const extensionDir = join(folder, browser);
    await cp(extensionDirs[browser], extensionDir, { recursive: true });
    const path = join(extensionDir, 'manifest.json');
    const manifest = JSON.parse(await readFile(path, 'utf8')) as { permissions: string[] };
    await writeFile(
      path,
      JSON.stringify({ ...manifest, permissions: [...manifest.permissions, 'downloads'] }),
    );
    driver = await startSeconde(browser, 'fr', { extensionDir });
  });
  afterAll(() => driver?.close());

  it('is in the downloads folder, encrypted, and said to be there', async () => {
    const page = await driver.newPage(`${site.url}/generic/?user=auto-${browser}&enter=1&lang=fr&device=0`);
    await driver.rightClick(page, '#qr');
    await fieldValue(page, '#code');
    await page.close();

    const options = await driver.openPage('options.html#backup');
    await options.waitForSelector('#copy');
    const protectedNow = await options.evaluate(() => {
      const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
      const request = { password: 'quatre mots bien choisis' };
      return api.runtime.sendMessage({ name: 'vault.protect', request });
    });
    expect(protectedNow).toMatchObject({ ok: true });
    await options.waitForSelector('#copy input[type=checkbox]');
    await options.click('#copy input[type=checkbox]');
    await options.waitForSelector('#copy input[type=checkbox]:checked');
    await driver.inBackground(() => chrome.alarms.create('automatic-backup', { when: Date.now() + 200 }));

    let file: { filename: string; state: string } | undefined;
    for (let waited = 0; waited < 30 && file?.state !== 'complete'; waited++) {
      await pause(500);
      [file] = await driver.inBackground(async () =>
        (await chrome.downloads.search({})).map(({ filename, state }) => ({ filename, state })),
      );
    }
    expect(file).toMatchObject({ state: 'complete' });
    const path = file?.filename ?? '';
    expect(path).toMatch(/Seconde.seconde-backup-[1-7](\s*\(\d+\))?\.json$/);
    const text = await readFile(path, 'utf8');
    await rm(path);
    await rm(dirname(path), { recursive: true, force: true });
    expect(text).toContain('"fmt": "seconde-vault"');
    expect(text).not.toContain(`auto-${browser}`);
    await pause(500);
    expect(await options.evaluate(() => document.body.innerText)).not.toContain(says.fr.automaticFailed);
    await options.close();
  });
});
