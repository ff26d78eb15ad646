import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { account } from '@/tests/fakes/walk-ports';

vi.mock('hash-wasm', () => import('@/tests/fakes/quick-argon2'));

const origin = 'https://id.example.org';
const password = 'patate-frite-7';

/** The background's own modules under the rules that the browser gives. */
async function startUnder(managed: unknown) {
  vi.resetModules();
  Object.assign(browser.storage, { managed: { get: () => Promise.resolve(managed) } });
  const { handlers } = await import('./handlers');
  const { vault, rules } = await import('./household');
  const { refusalOf } = await import('@/lib/walks/message-rules');
  return { handlers, vault, refusal: (name: keyof typeof handlers) => refusalOf(name, vault, rules) };
}

const saveOne = async ({ vault }: Awaited<ReturnType<typeof startUnder>>) =>
  vault.update((content) => ({ ...content, accounts: [account({ sites: [origin], confirmed: true })] }));
const look = { tabId: null, limit: 12 };

beforeEach(() => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
  Object.assign(browser.idle, { setDetectionInterval: vi.fn() });
  Object.assign(browser.scripting, { getRegisteredContentScripts: async () => [] });
});

it('turned off, nothing is shown, and the vault can still be opened and taken out', async () => {
  const background = await startUnder({ disable: true });
  const { handlers, refusal } = background;
  await saveOne(background);
  await handlers['vault.protect']({ password });
  const glance = await handlers.glance(look);
  expect(glance).toMatchObject({
    value: { page: null, vault: { kind: 'unusable', failure: { code: 'organisation-disabled' } } },
  });
  expect(await refusal('accounts.page')).toEqual({ code: 'organisation-disabled' });
  expect(await refusal('backup.write')).toBeNull();
  expect(await handlers['backup.write'](null)).toMatchObject({ ok: true, value: { accounts: 1 } });
});

it('where a password is required, it comes first and stays', async () => {
  const background = await startUnder({ requirePassword: true });
  const { handlers, refusal } = background;
  await saveOne(background);
  const before = await handlers.glance(look);
  expect(before).toMatchObject({ value: { vault: { mustProtect: true }, page: { rows: [] } } });
  expect(await refusal('accounts.next')).toEqual({ code: 'organisation-password' });
  expect(await handlers['vault.add-recovery-code'](null)).toMatchObject({ ok: true });
  // Another way protects the vault; the rule asks for a password.
  expect(await handlers.glance(look)).toMatchObject({ value: { vault: { mustProtect: true } } });
  await handlers['vault.protect']({ password });
  const after = await handlers.glance(look);
  expect(after).toMatchObject({ value: { vault: { kind: 'open' }, page: { total: 1 } } });
  expect(await refusal('accounts.next')).toBeNull();
  const ways = await handlers['vault.ways'](null);
  const id = ways.ok ? ways.value.ways.find(({ type }) => type === 'password')?.id : undefined;
  expect(await handlers['vault.remove-way']({ id: id ?? '' })).toMatchObject({
    failure: { code: 'organisation-password' },
  });
});

it('where codes may not be entered by themselves, it cannot be turned on', async () => {
  const background = await startUnder({ forbidUnattendedFill: true });
  const { handlers } = background;
  await saveOne(background);
  expect(await handlers['sites.change']({ origin, change: { unattended: true } })).toMatchObject({
    failure: { code: 'organisation-unattended' },
  });
  expect(await handlers['sites.change']({ origin, change: { unattended: false } })).toMatchObject({
    ok: true,
  });
});

it('where nothing may leave in clear, what is closed still leaves, for who proves that it is them', async () => {
  const background = await startUnder({ forbidClearExport: 'yes' });
  const { handlers } = background;
  await saveOne(background);
  await handlers['vault.protect']({ password });
  const state = await handlers['export.state'](null);
  expect(state).toMatchObject({ value: { isClearForbidden: true } });
  const accountIds = state.ok ? state.value.accounts.map(({ id }) => id) : [];
  const take = (isClosed: boolean, typed: string) =>
    handlers['export.take']({ accountIds, proof: { password: typed }, isClosed });
  expect(await take(false, password)).toMatchObject({ failure: { code: 'export-forbidden' } });
  expect(await take(true, 'not it at all')).toMatchObject({ failure: { code: 'password-wrong' } });
  expect(await take(true, password)).toMatchObject({ ok: true });
});

it('rules that cannot be read turn everything off, and are named to the settings', async () => {
  const { handlers, refusal } = await startUnder({ Disable: false });
  expect(await handlers['policy.read'](null)).toMatchObject({
    value: { disable: true, unreadable: ['Disable'] },
  });
  expect(await refusal('enrol.scan')).toMatchObject({ code: 'organisation-unreadable' });
});
