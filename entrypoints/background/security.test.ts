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
    await ask['vault.protect']({ password });
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
    const recovery = listed.value.ways.find(({ type }) => type === 'recovery');
    await ask['vault.prove']({ proof: { passkey } });
    await ask['vault.remove-way']({ id: recovery?.id ?? '' });
    await household.lockNow();
    const refused = await ask['vault.unlock-code']({ code: made.value.code });
    expect(refused).toMatchObject({ failure: { code: 'recovery-code-wrong' } });
    expect(await state()).toBe('locked');
    const stored = { ...(await browser.storage.local.get()), ...(await browser.storage.session.get()) };
    expect(JSON.stringify(stored)).not.toContain(passkey.prf);
    expect(JSON.stringify(stored)).not.toContain(made.value.code);
  });

  it('are not asked twice by who sets a password, prints a kit and adds a passkey one after the other', async () => {
    const { ask } = await startBackground();
    expect(await ask['vault.prove']({ proof: null })).toMatchObject({ value: { kind: 'proved' } });
    await ask['vault.protect']({ password });
    expect(await ask['vault.add-recovery-code'](null)).toMatchObject({ ok: true });
    expect(await ask['vault.add-passkey'](newPasskey())).toMatchObject({ ok: true });
  });
});

const newPasskey = () => ({
  credentialId: 'AQID',
  prf: toBase64Url(randomBytes(32)),
  rpId: 'abc',
  prfSalt: toBase64Url(randomBytes(32)),
  label: 'Laptop',
});

describe('a protected vault that was left open', () => {
  const dangerous = [
    'vault.protect',
    'vault.add-recovery-code',
    'vault.add-passkey',
    'vault.remove-way',
  ] as const;

  async function leftOpen() {
    const background = await startBackground();
    const { ask, handlers, household } = background;
    await ask['vault.protect']({ password });
    const code = await ask['vault.add-recovery-code'](null);
    if (!code.ok) throw new TypeError('a code expected');
    await household.lockNow();
    await handlers['vault.unlock']({ password });
    const ways = await household.vault.ways();
    const recovery = ways.ok ? ways.value.find(({ type }) => type === 'recovery') : undefined;
    const requests = {
      'vault.protect': () => ask['vault.protect']({ password: 'another one 9' }),
      'vault.add-recovery-code': () => ask['vault.add-recovery-code'](null),
      'vault.add-passkey': () => ask['vault.add-passkey'](newPasskey()),
      'vault.remove-way': () => ask['vault.remove-way']({ id: recovery?.id ?? '' }),
    };
    const stored = async () => JSON.stringify((await browser.storage.local.get('vault'))['vault']);
    return { ...background, requests, stored, recoveryCode: code.value.code };
  }

  it.each(dangerous)(
    'refuses “%s” without a proof and after a wrong one, and stays as it is',
    async (name) => {
      const { ask, requests, stored } = await leftOpen();
      const before = await stored();
      expect(await requests[name]()).toEqual({ ok: false, failure: { code: 'proof-needed' } });
      const wrong = await ask['vault.prove']({ proof: { password: 'not it at all' } });
      expect(wrong).toEqual({ ok: false, failure: { code: 'password-wrong' } });
      expect(await requests[name]()).toEqual({ ok: false, failure: { code: 'proof-needed' } });
      expect(await stored()).toBe(before);
    },
  );

  it.each(dangerous)(
    'does “%s” for who gave the password, and no longer after five minutes',
    async (name) => {
      const { ask, requests, stored } = await leftOpen();
      const before = await stored();
      await ask['vault.prove']({ proof: { password } });
      const { presence } = (await browser.storage.session.get('presence')) as { presence: { atMs: number } };
      const fiveMinutesAgo = { ...presence, atMs: presence.atMs - 5 * 60_000 };
      await browser.storage.session.set({ presence: fiveMinutesAgo });
      expect(await requests[name]()).toEqual({ ok: false, failure: { code: 'proof-needed' } });
      expect(await stored()).toBe(before);
      await browser.storage.session.set({ presence });
      expect(await requests[name]()).toMatchObject({ ok: true });
      expect(await stored()).not.toBe(before);
    },
  );

  it('forgets a proof with the lock, and does not take a daily unlock for one', async () => {
    const { ask, handlers, household, requests } = await leftOpen();
    await ask['vault.prove']({ proof: { password } });
    await household.lockNow();
    expect(await browser.storage.session.get('presence')).toEqual({});
    expect(await requests['vault.protect']()).toEqual({ ok: false, failure: { code: 'vault-locked' } });
    expect(await ask['vault.prove']({ proof: { password } })).toMatchObject({
      failure: { code: 'vault-locked' },
    });
    await handlers['vault.unlock']({ password });
    expect(await requests['vault.protect']()).toMatchObject({ failure: { code: 'proof-needed' } });
  });

  it('lets who came in by the recovery code choose a new password', async () => {
    const { ask, household, requests, recoveryCode } = await leftOpen();
    await household.lockNow();
    await ask['vault.unlock-code']({ code: recoveryCode });
    expect(await requests['vault.protect']()).toEqual({ ok: true, value: null });
  });

  it.each([{ atMs: 'now', ways: [] }, { atMs: Date.now() }, 'yes', 7, []])(
    'takes no other record for a proof: %o',
    async (presence) => {
      const { requests } = await leftOpen();
      await browser.storage.session.set({ presence });
      expect(await requests['vault.protect']()).toMatchObject({ failure: { code: 'proof-needed' } });
    },
  );
});

describe('locking when nobody is there', () => {
  it('is with the screen unless turned off, and by idleness only when turned on', async () => {
    const { ask, handlers, household, state } = await startBackground();
    await ask['vault.protect']({ password });
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
    await ask['vault.protect']({ password });
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
  await ask['vault.protect']({ password });
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
