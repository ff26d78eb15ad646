/** Hostile pages, one for each way to do harm; `npm run bench -- hostile` tries them all. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Driver } from '../browsers/driver.ts';
import { browsers, extensionDirs, says, startSeconde } from '../journeys/seconde.ts';
import { type PracticeSite, startPracticeSite } from '../site/server.ts';
import { fewAttempts } from './attempts.ts';
import { askFromOutside, enrolOnOwnHost, tryOnce } from './run.ts';

const other = fileURLToPath(new URL('../browsers/other-extension', import.meta.url));

describe.each(browsers)('in %s', (browser) => {
  let site: PracticeSite;
  let second: PracticeSite;
  let driver: Driver;
  beforeAll(async () => {
    [site, second] = await Promise.all([startPracticeSite(), startPracticeSite()]);
    driver = await startSeconde(browser, 'en', { otherExtensions: [other] });
    await enrolOnOwnHost({ driver, site, second });
  });
  afterAll(async () => {
    await driver?.close();
    await Promise.all([site?.close(), second?.close()]);
  });

  it.each(fewAttempts)('gives nothing to $id ($requirement)', async (attempt) => {
    const tried = await tryOnce({ driver, site, second }, attempt);
    expect(tried.leaks).toEqual([]);
    if (attempt.gesture === 'none') expect(tried.said).toBe('');
    else if (attempt.refused) expect(tried.isRefused, tried.said).toBe(true);
    else expect(tried.filled !== '' || tried.said !== '', 'filled, or said').toBe(true);
    if (attempt.requirement === 'S-05') expect(tried.said).toContain(says.en.askSiteTitle);
  });

  it('has no code of its own in the page’s world, nothing that a page can load, and no host from the start', () => {
    const folder = extensionDirs[browser];
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<
      string,
      unknown
    >;
    for (const key of [
      'host_permissions',
      'content_scripts',
      'web_accessible_resources',
      'externally_connectable',
    ])
      expect(manifest).not.toHaveProperty(key);
    expect(manifest['optional_host_permissions']).toEqual(['https://*/*', 'http://*/*']);
    const forbidden = /wrappedJSObject|world:\s*["'`]MAIN|\.onMessageExternal\.addListener|onConnectExternal/;
    const scripts = ['background.js', 'fill.js', 'capture.js', 'arrive.js', 'links.js', 'point.js'];
    const found = scripts.filter((file) => forbidden.test(readFileSync(join(folder, file), 'utf8')));
    expect(found).toEqual([]);
  });

  it('gives no answer to another extension, by message or port', async () => {
    const { asked, heard } = await askFromOutside(driver);
    expect(asked).toBeGreaterThan(5);
    expect(heard).toEqual([]);
  });
});
