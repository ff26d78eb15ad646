/** What a script in a page's process could reach of our storage, were that process taken over: V19 of the vault. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Driver } from '../browsers/driver.ts';
import { browsers, fieldValue, startSeconde } from '../journeys/seconde.ts';
import { type PracticeSite, startPracticeSite } from '../site/server.ts';

declare const chrome: typeof import('wxt/browser').browser;

describe.each(browsers)('a script injected in a page of %s', (browser) => {
  let site: PracticeSite;
  let driver: Driver;
  beforeAll(async () => {
    site = await startPracticeSite();
    driver = await startSeconde(browser);
    const page = await driver.newPage(`${site.url}/keycloak-v2/?user=zoe&enter=1`);
    await driver.rightClick(page, '#kc-totp-secret-qr-code');
    await fieldValue(page, '#totp');
  });
  afterAll(async () => {
    await driver?.close();
    await site?.close();
  });

  /** Keys that the isolated world of the enrolled page can read in an area, `refused` when it cannot. */
  const keysSeen = (area: 'local' | 'session') =>
    driver.inBackground(async (of) => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      const [answer] = await chrome.scripting.executeScript({
        target: { tabId: tab?.id ?? -1 },
        args: [of],
        func: async (name: 'local' | 'session') => {
          try {
            return Object.keys(await chrome.storage[name].get(null)).join() || 'nothing';
          } catch {
            return 'refused';
          }
        },
      });
      return answer?.result ?? 'nothing';
    }, area);

  it('reads nothing of the session, where cards and keys wait', async () => {
    expect(await keysSeen('session')).toBe('refused');
  });

  it('reads the vault nowhere but where the browser has no switch for it, and there it is encrypted', async () => {
    const seen = await keysSeen('local');
    if (browser === 'chromium') expect(seen).toBe('refused');
    else expect(seen.split(',')).toContain('vault');
  });

  it('causes, by writing, at most a damage that is seen', async () => {
    const state = await driver.inBackground(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      await chrome.scripting.executeScript({
        target: { tabId: tab?.id ?? -1 },
        func: () =>
          chrome.storage.local.set({ vault: { fmt: 'seconde-vault', v: 1 } }).catch(() => undefined),
      });
      const { vault } = await chrome.storage.local.get('vault');
      return Object.keys(vault as object).length;
    });
    await driver.stopBackground();
    const options = await driver.openPage('options.html');
    const answer = await options.evaluate(async () => {
      const reply = (await chrome.runtime.sendMessage({
        name: 'glance',
        request: { tabId: null, limit: 5 },
      })) as {
        value: { vault: { kind: string; accounts?: number } };
      };
      return reply.value.vault;
    });
    if (browser === 'chromium') {
      expect(state).toBeGreaterThan(2);
      expect(answer).toMatchObject({ kind: 'open', accounts: 1 });
    } else {
      expect(state).toBe(2);
      expect(answer.kind).toBe('unusable');
    }
  });
});
