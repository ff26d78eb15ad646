import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { account, tabId } from '@/tests/fakes/walk-ports';
import { emptyRecord } from '@/lib/walks/tab-record';

vi.mock('hash-wasm', () => import('@/tests/fakes/quick-argon2'));

const origin = 'https://id.example.org';
const frame = 'https://login.example.net';
let scripts: { id: string }[];
let held: Set<string>;

/** The background's own modules, as after its start, with a site on which codes are entered without a gesture. */
async function startBackground() {
  vi.resetModules();
  const { handlers } = await import('./handlers');
  const { tabRecords } = await import('@/lib/browser/session-records');
  const household = await import('./household');
  await household.vault.update((content) => ({
    ...content,
    accounts: [account({ sites: [origin] })],
    sites: { [origin]: { unattended: true, field: 'k1' } },
  }));
  await handlers['vault.protect']({ password: 'patate-frite-7' });
  const memory = async () => {
    const content = await household.vault.content();
    return content.ok ? content.value.sites?.[origin] : null;
  };
  return { handlers, household, tabRecords, memory };
}

beforeEach(() => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
  scripts = [];
  held = new Set([`${origin}/*`, `${frame}/*`]);
  Object.assign(browser.idle, { setDetectionInterval: vi.fn() });
  Object.assign(browser.scripting, {
    getRegisteredContentScripts: async () => scripts,
    unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
      scripts = scripts.filter(({ id }) => !ids.includes(id));
    },
    registerContentScripts: async (added: { id: string }[]) => void scripts.push(...added),
  });
  Object.assign(browser.permissions, {
    contains: async ({ origins = [] }: { origins?: string[] }) => origins.every((one) => held.has(one)),
    remove: async ({ origins = [] }: { origins?: string[] }) =>
      origins.map((one) => held.delete(one)).every(Boolean),
  });
});

it('does not enter codes by itself again where the permission was taken back and is given anew', async () => {
  const { handlers, memory } = await startBackground();
  expect((await handlers['sites.allowed']({ origin, allowed: true })).ok).toBe(true);
  expect(scripts).toMatchObject([{ id: `arrive ${origin}` }]);
  expect(await memory()).toEqual({ field: 'k1' });
});

it('leaves what is on as it is where the permission was there all the time', async () => {
  const { handlers, memory } = await startBackground();
  scripts = [{ id: `arrive ${origin}` }];
  await handlers['sites.allowed']({ origin, allowed: true });
  expect(await memory()).toEqual({ unattended: true, field: 'k1' });
});

it('gives back the permission for one gesture when the vault locks while something is asked', async () => {
  const { household, tabRecords } = await startBackground();
  await tabRecords.change(tabId, () => ({
    ...emptyRecord,
    frame: { origin: frame, topHost: 'id.example.org' },
  }));
  await household.lockNow();
  expect([...held]).toEqual([`${origin}/*`]);
});

it('leaves no permission and no script that tells of a site on a computer that is left', async () => {
  const { handlers, tabRecords } = await startBackground();
  await handlers['sites.allowed']({ origin, allowed: true });
  await tabRecords.change(tabId, () => ({
    ...emptyRecord,
    frame: { origin: frame, topHost: 'id.example.org' },
  }));
  expect((await handlers['leave.now']({ withoutBackup: true })).ok).toBe(true);
  expect(scripts).toEqual([]);
  expect([...held]).toEqual([]);
  expect(await browser.storage.local.get('siteScripts')).toEqual({});
});

it('registers again after an update what the browser forgot, where the permission still holds', async () => {
  const { handlers } = await startBackground();
  const { restoreSiteScripts } = await import('@/lib/browser/site-access');
  await handlers['sites.allowed']({ origin, allowed: true });
  await handlers['sites.links']({ origin, on: true });
  await handlers['sites.allowed']({ origin: frame, allowed: true });
  expect(scripts).toHaveLength(3);
  scripts = [];
  held.delete(`${frame}/*`);
  await restoreSiteScripts();
  expect(scripts.map(({ id }) => id)).toEqual([`arrive ${origin}`, `links ${origin}`]);
  await handlers['sites.allowed']({ origin, allowed: false });
  scripts = [];
  await restoreSiteScripts();
  expect(scripts).toEqual([]);
});
