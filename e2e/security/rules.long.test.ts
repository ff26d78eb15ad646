/** What an organisation rules, set where the browser itself looks for it: managed policies, as an administrator sets them. */
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, it } from 'vitest';
import { poll } from '../browsers/surface.ts';
import { browsers, pageReads, says } from '../journeys/seconde.ts';
import { mayRule, type RuledBrowser, startRuled } from './ruled-build.ts';

declare const chrome: typeof import('wxt/browser').browser;

const say = says.fr;
const like = (text: string) => new RegExp(text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));

/** What the background answers to a page of ours. */
function ask(page: Page, name: string, request: object | null = null): Promise<unknown> {
  return page.evaluate(
    (message) => {
      const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
      return api.runtime.sendMessage(message);
    },
    { name, request },
  );
}

describe.runIf(browsers.some(mayRule)).each(browsers.filter(mayRule))('rules set in %s', (browser) => {
  let ruled: RuledBrowser | null = null;
  afterEach(async () => {
    await ruled?.close();
    ruled = null;
  });

  /** Chromium hands the rules of a new extension over a moment after it was installed. */
  const start = async (rules: Record<string, unknown>): Promise<Page> => {
    ruled = await startRuled(browser, rules);
    const page = await ruled.driver.openPage('options.html');
    const read = () => ask(page, 'policy.read') as Promise<{ value: Record<string, unknown> }>;
    const arrived = await poll(async () => {
      const { value } = await read();
      return Object.values(value).some((rule) => rule === true) ? true : null;
    }, 30_000);
    expect(arrived).toBe(true);
    return page;
  };

  it('turn Seconde off, which the settings and the popup say, and the background holds to', async () => {
    const options = await start({ disable: true });
    await pageReads(options, like(say.ruleDisable));
    expect(await ask(options, 'accounts.page', { tabId: null, query: '', offset: 0, limit: 5 })).toEqual({
      ok: false,
      failure: { code: 'organisation-disabled' },
    });
    expect(await ask(options, 'backup.state')).toMatchObject({ ok: true });
    const popup = await ruled?.driver.openPage('popup.html');
    if (popup) await pageReads(popup, like(say.organisationTitle));
  });

  it('require a password and forbid codes entered by themselves', async () => {
    const options = await start({ requirePassword: true, forbidUnattendedFill: true, disable: false });
    await pageReads(options, like(say.rulePassword));
    await pageReads(options, like(say.ruleUnattended));
    const change = { origin: 'https://id.example.org', change: { unattended: true } };
    expect(await ask(options, 'sites.change', change)).toEqual({
      ok: false,
      failure: { code: 'organisation-unattended' },
    });
  });

  // Chromium leaves out what does not fit the schema, and says so in chrome://policy: it never reaches an extension.
  if (browser === 'firefox')
    it('are the strictest where they cannot be read', async () => {
      const options = await start({ disable: 'no' });
      await pageReads(options, /disable/);
      expect(
        await ask(options, 'accounts.page', { tabId: null, query: '', offset: 0, limit: 5 }),
      ).toMatchObject({
        failure: { code: 'organisation-unreadable' },
      });
    });
});
