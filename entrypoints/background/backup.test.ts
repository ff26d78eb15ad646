import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { adding, sampleAccount } from '@/tests/fakes/accounts';

vi.mock('hash-wasm', () => import('@/tests/fakes/quick-argon2'));

const password = 'patate-frite-7';
const download = vi.fn();
const removePermission = vi.fn(() => Promise.resolve(true));
const files = new Map<number, string>();

/** The background's own modules, as after its start, with a password and two accounts. */
async function startBackground() {
  vi.resetModules();
  const { handlers } = await import('./handlers');
  const { backUpIfDue } = await import('./backup-handlers');
  const { vault } = await import('./household');
  await vault.update(adding(sampleAccount(1), sampleAccount(2)));
  await handlers['vault.protect']({ password });
  const glance = async () => {
    const seen = await handlers.glance({ tabId: null, limit: 12 });
    if (!seen.ok) throw new TypeError('a glance expected');
    return seen.value;
  };
  return { handlers, backUpIfDue, vault, glance };
}

beforeEach(() => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
  files.clear();
  download.mockReset();
  download.mockImplementation(async ({ filename }: { filename: string }) => {
    files.set(files.size, filename);
    return files.size - 1;
  });
  Object.assign(browser.idle, { setDetectionInterval: vi.fn() });
  Object.assign(browser.scripting, { getRegisteredContentScripts: () => Promise.resolve([]) });
  Object.assign(browser.permissions, { contains: () => Promise.resolve(true), remove: removePermission });
  Object.assign(browser.downloads, {
    download,
    search: async ({ id }: { id: number }) => [{ state: files.has(id) ? 'complete' : 'interrupted' }],
  });
});

const idOf = (n: number) => sampleAccount(n).id;

it('an account that is removed is in no list, no search and no code, and comes back', async () => {
  const { handlers, glance } = await startBackground();
  expect(await handlers['accounts.remove']({ accountId: idOf(1) })).toEqual({ ok: true, value: null });
  const page = await handlers['accounts.page']({ tabId: null, query: 'papineau', offset: 0, limit: 50 });
  expect(page.ok && page.value.rows.map(({ id }) => id)).toEqual([idOf(2)]);
  expect((await glance()).vault).toMatchObject({ accounts: 1 });
  expect((await handlers['accounts.next']({ accountId: idOf(1) })).ok).toBe(false);
  await handlers['trash.restore']({ accountId: idOf(1) });
  expect((await glance()).vault).toMatchObject({ accounts: 2 });
});

it('the first look says that there is no copy yet, and keeps quiet for a week when asked', async () => {
  const { handlers, glance } = await startBackground();
  expect((await glance()).safety).toEqual({ reminder: 'first', automaticFailed: false, offerKit: true });
  await handlers['backup.not-now'](null);
  expect((await glance()).safety).toMatchObject({ reminder: 'none' });
  await handlers['vault.lock'](null);
  expect((await glance()).safety).toBeUndefined();
});

it('writes an encrypted file by itself, without blob: addresses as in a worker, over the one of a week ago', async () => {
  const { createObjectURL } = URL;
  Reflect.deleteProperty(URL, 'createObjectURL');
  onTestFinished(() => void Object.assign(URL, { createObjectURL }));
  const { handlers, backUpIfDue, glance } = await startBackground();
  await handlers['backup.automatic']({ on: true });
  expect(await browser.alarms.get('automatic-backup')).toBeDefined();
  await backUpIfDue();
  const [options] = download.mock.calls[0] as [{ url: string; filename: string }];
  expect(options).toMatchObject({ conflictAction: 'overwrite', saveAs: false });
  expect(options.filename).toMatch(/^Seconde\/seconde-backup-[1-7]\.json$/);
  const text = Buffer.from(options.url.split(',')[1] ?? '', 'base64').toString();
  expect(text).not.toContain('Papineau');
  expect(await handlers['backup.test']({ text, secret: { password } })).toMatchObject({
    value: { accounts: 2, missing: 0 },
  });
  expect((await glance()).safety).toMatchObject({ automaticFailed: false });
});

it('says that it could not, and takes the permission back when it is turned off', async () => {
  const { handlers, backUpIfDue, glance } = await startBackground();
  await handlers['backup.automatic']({ on: true });
  download.mockRejectedValue(new Error('USER_CANCELED'));
  await backUpIfDue();
  expect((await glance()).safety).toMatchObject({ automaticFailed: true });
  await handlers['backup.automatic']({ on: false });
  expect(removePermission).toHaveBeenCalled();
  expect((await glance()).safety).toMatchObject({ automaticFailed: false });
});

it('leaves no record of any kind, and only then says so', async () => {
  const { handlers, vault } = await startBackground();
  await handlers['settings.change']({ change: { practice: false } });
  const refused = await handlers['leave.now']({ withoutBackup: false });
  expect(refused).toEqual({ ok: false, failure: { code: 'backup-not-tested' } });
  expect(await vault.state()).toMatchObject({ accounts: 2 });

  await handlers['backup.write'](null);
  const left = await handlers['leave.now']({ withoutBackup: true });
  expect(left.ok && left.value.files).toHaveLength(1);
  expect(await browser.storage.local.get(null)).toEqual({});
  expect(await browser.storage.session.get(null)).toEqual({});
  expect(await browser.alarms.getAll()).toEqual([]);
});

it.each(['password', 'recovery'] as const)(
  'a vault restored by the %s is as one opened by it: who used the recovery code may choose a password',
  async (by) => {
    const { handlers } = await startBackground();
    const added = await handlers['vault.add-recovery-code'](null);
    if (!added.ok) throw new TypeError('a recovery code expected');
    const written = await handlers['backup.write'](null);
    if (!written.ok) throw new TypeError('a backup expected');
    const secret = by === 'password' ? { password } : { recoveryCode: added.value.code };
    await handlers['vault.lock'](null);
    const { text } = written.value;
    expect(await handlers['backup.restore']({ text, secret, mode: 'whole' })).toMatchObject({ ok: true });
    const asked = by === 'password' ? 'asks' : 'proved';
    expect(await handlers['vault.prove']({ proof: null })).toMatchObject({ value: { kind: asked } });
    const changed = await handlers['vault.protect']({ password: 'un nouveau 8 mots' });
    expect(changed.ok).toBe(by === 'recovery');
  },
);

it('a file takes the place of a vault that is open only for who shows that it is theirs', async () => {
  const { handlers, vault } = await startBackground();
  const written = await handlers['backup.write'](null);
  if (!written.ok) throw new TypeError('a backup expected');
  await handlers['vault.lock'](null);
  await handlers['vault.unlock']({ password });
  await vault.update(adding(sampleAccount(3)));
  const whole = { text: written.value.text, secret: { password }, mode: 'whole' } as const;
  expect(await handlers['backup.restore'](whole)).toEqual({ ok: false, failure: { code: 'proof-needed' } });
  expect(await vault.state()).toMatchObject({ accounts: 3 });
  await handlers['vault.prove']({ proof: { password } });
  expect(await handlers['backup.restore'](whole)).toMatchObject({ ok: true });
  expect(await vault.state()).toMatchObject({ accounts: 2 });
  // The word was given for the vault that was there.
  expect(await handlers['vault.prove']({ proof: null })).toMatchObject({ value: { kind: 'asks' } });
});
