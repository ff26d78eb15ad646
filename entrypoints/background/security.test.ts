import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { toBase64Url } from '@/lib/crypto/bytes';
import { randomBytes } from '@/lib/crypto/random';
import { adding, sampleAccount } from '@/tests/fakes/accounts';
import { fingerprintOf } from '@/lib/walks/clipboard';

vi.mock('@/lib/crypto/kdf', async (original) => {
  const kdf = await original<typeof import('@/lib/crypto/kdf')>();
  return { ...kdf, defaultCost: kdf.floorCost };
});

const password = 'patate-frite-7';
const setDetectionInterval = vi.fn();

/** The background's own modules, as after its start, with one account. */
async function startBackground() {
  vi.resetModules();
  const { securityHandlers: ask } = await import('./security-handlers');
  const { handlers } = await import('./handlers');
  const household = await import('./household');
  await household.vault.update(adding(sampleAccount()));
  const state = async () => (await household.vault.state()).kind;
  return { ask, handlers, household, state };
}

beforeEach(() => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
  setDetectionInterval.mockReset();
  Object.assign(browser.idle, { setDetectionInterval });
  Object.assign(browser.scripting, { getRegisteredContentScripts: () => Promise.resolve([]) });
  Object.assign(browser.permissions, { contains: () => Promise.resolve(true) });
});

describe('the handlers of ways to open', () => {
  it('open by password, recovery code and passkey, and by nothing that was removed', async () => {
    const { ask, handlers, household, state } = await startBackground();
    await ask['vault.change-password']({ current: null, password });
    const made = await ask['vault.add-recovery-code'](null);
    if (!made.ok) throw new TypeError('a code expected');
    const passkey = { credentialId: 'AQID', prf: toBase64Url(randomBytes(32)) };
    const way = { ...passkey, rpId: 'abc', prfSalt: toBase64Url(randomBytes(32)), label: 'Laptop' };
    expect(await ask['vault.add-passkey'](way)).toEqual({ ok: true, value: null });

    const openings = [
      () => handlers['vault.unlock']({ password }),
      () => ask['vault.unlock-code']({ code: made.value.code.toLowerCase() }),
      () => ask['vault.unlock-passkey'](passkey),
    ];
    for (const open of openings) {
      await household.lockNow();
      expect(await state()).toBe('locked');
      expect(await open()).toEqual({ ok: true, value: null });
      expect(await state()).toBe('open');
    }
    const listed = await ask['vault.ways'](null);
    if (!listed.ok) throw new TypeError('ways expected');
    expect(listed.value.asksPassword).toBe(false);
    const recovery = listed.value.ways.find(({ type }) => type === 'recovery');
    await ask['vault.remove-way']({ id: recovery?.id ?? '' });
    await household.lockNow();
    const refused = await ask['vault.unlock-code']({ code: made.value.code });
    expect(refused).toMatchObject({ failure: { code: 'recovery-code-wrong' } });
    expect(await state()).toBe('locked');
    const stored = { ...(await browser.storage.local.get()), ...(await browser.storage.session.get()) };
    expect(JSON.stringify(stored)).not.toContain(passkey.prf);
    expect(JSON.stringify(stored)).not.toContain(made.value.code);
  });

  it('change a password only after the current one, also by the older message', async () => {
    const { ask, handlers } = await startBackground();
    expect(await handlers['vault.protect']({ password })).toEqual({ ok: true, value: null });
    const wrong = { ok: false, failure: { code: 'password-wrong' } };
    expect(await handlers['vault.protect']({ password: 'another one 9' })).toEqual(wrong);
    expect(await ask['vault.change-password']({ current: 'no', password: 'another one 9' })).toEqual(wrong);
    const right = { current: password, password: 'another one 9' };
    expect(await ask['vault.change-password'](right)).toEqual({ ok: true, value: null });
    expect(await ask['vault.check-password']({ password })).toEqual(wrong);
  });
});

describe('locking when nobody is there', () => {
  it('is with the screen unless turned off, and by idleness only when turned on', async () => {
    const { ask, handlers, household, state } = await startBackground();
    await ask['vault.change-password']({ current: null, password });
    await household.lockWhenAway('idle');
    expect(await state()).toBe('open');
    await household.lockWhenAway('locked');
    expect(await state()).toBe('locked');

    await handlers['vault.unlock']({ password });
    await handlers['settings.change']({ change: { lockWithScreen: false, lockWhenIdleMinutes: 1 } });
    expect(setDetectionInterval).toHaveBeenLastCalledWith(60);
    await household.lockWhenAway('locked');
    expect(await state()).toBe('open');
    await household.lockWhenAway('idle');
    expect(await state()).toBe('locked');
  });

  it('takes over a new deadline at once', async () => {
    const { ask, handlers, household } = await startBackground();
    await ask['vault.change-password']({ current: null, password });
    await handlers['settings.change']({ change: { lockAfterMinutes: 1 } });
    await vi.waitFor(async () => {
      const { vaultDeadline } = await browser.storage.session.get('vaultDeadline');
      expect((vaultDeadline as number) - Date.now()).toBeLessThanOrEqual(60_000);
    });
    expect((await household.vault.state()).kind).toBe('open');
  });
});

it('says in the first answer of a popup that it is time to try the password', async () => {
  const { ask, handlers, household } = await startBackground();
  await ask['vault.change-password']({ current: null, password });
  const made = await ask['vault.add-recovery-code'](null);
  if (!made.ok) throw new TypeError('a code expected');
  await household.lockNow();
  await ask['vault.unlock-code']({ code: made.value.code });
  const glance = async () => {
    const answer = await handlers.glance({ tabId: null, limit: 0 });
    return answer.ok && answer.value.practice === true;
  };
  expect(await glance()).toBe(false);
  await browser.storage.local.set({ practice: { dueAtMs: Date.now() - 1, step: 0 } });
  expect(await glance()).toBe(true);
  await ask['practice.later'](null);
  expect(await glance()).toBe(false);
});

it('keeps a copied code in memory only until its deadline', async () => {
  const { ask } = await startBackground();
  expect(await ask['clipboard.copied']({ text: '123456' })).toEqual({ ok: true, value: { seconds: 30 } });
  expect(await browser.storage.session.get('clipboard')).toMatchObject({
    clipboard: { fingerprint: fingerprintOf('123456') },
  });
  expect(JSON.stringify(await browser.storage.local.get())).not.toContain('123456');
  expect(await browser.alarms.get('clipboard')).toBeDefined();
});
