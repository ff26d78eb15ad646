/** Codes that the quick reader cannot read: the heavy one, in a worker, with its WebAssembly, under the policy of the package. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Driver } from '../browsers/driver.ts';
import { type PracticeSite, startPracticeSite } from '../site/server.ts';
import { accountRows, browsers, cardOf, pause, reads, says, startSeconde } from './seconde.ts';

declare const chrome: {
  readonly runtime: {
    getContexts(filter: { contextTypes: readonly string[] }): Promise<readonly unknown[]>;
  };
};

const say = says.fr;

describe.each(browsers)('in %s', (browser) => {
  let site: PracticeSite;
  let driver: Driver;
  beforeAll(async () => {
    site = await startPracticeSite();
    driver = await startSeconde(browser);
  });
  afterAll(async () => {
    await driver?.close();
    await site?.close();
  });

  it('reads a code photographed from the side, and leaves no document behind', async () => {
    const page = await driver.newPage(`${site.url}/photo/?lang=fr`);
    await driver.rightClick(page, '#qr');
    await reads(await cardOf(driver), say.enrolledTitle);
    expect((await accountRows(driver)).join()).toContain('Photo');
    await page.close();
    if (browser === 'firefox') return;
    const unseen = () =>
      driver.inBackground(
        async () => (await chrome.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] })).length,
      );
    for (const end = Date.now() + 15_000; (await unseen()) > 0 && Date.now() < end;) await pause(200);
    expect(await unseen()).toBe(0);
  });

  it('gives noise up, and says so', async () => {
    const page = await driver.newPage(`${site.url}/photo/noise?lang=fr`);
    await driver.shortcut('alt+shift+q');
    await reads(await cardOf(driver), say.failures['qr-none']);
    await page.close();
  });
});
