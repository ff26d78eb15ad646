import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { floorCost } from '@/lib/crypto/kdf';
import { randomBytes } from '@/lib/crypto/random';
import { adding, sampleAccount } from '@/tests/fakes/accounts';

const password = 'patate-frite-7';

/** The modules as a background that just started has them: no connection, no open vault. */
async function startBackground() {
  vi.resetModules();
  const { createBrowserVault } = await import('@/lib/browser/vault');
  const { deviceKeyStore, sessionStore } = await import('@/lib/browser/key-store');
  const vault = createBrowserVault({ lockAfterMinutes: () => 15, kdfCost: floorCost });
  return { vault, deviceKeyStore, sessionStore };
}

beforeEach(() => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
});

describe('the vault of a browser', () => {
  it('is kept over a stop of the background, without a password', async () => {
    const { vault } = await startBackground();
    await vault.update(adding(sampleAccount()));
    const again = await startBackground();
    expect(await again.vault.state()).toEqual({ kind: 'open', protected: false, accounts: 1 });
    expect(Object.keys(await browser.storage.local.get()).toSorted()).toEqual(['vault', 'vaultDeviceKey']);
  });

  it('holds one record and one older record, all of it what JSON can hold', async () => {
    const { vault } = await startBackground();
    await vault.update(adding(sampleAccount(1)));
    await vault.update(adding(sampleAccount(2)));
    const stored = await browser.storage.local.get();
    expect(stored).toMatchObject({ vault: { gen: 2 }, vaultPrev: { gen: 1 } });
    expect(JSON.parse(JSON.stringify(stored))).toEqual(stored);
  });

  it('opens with the device key of either place', async () => {
    const { vault } = await startBackground();
    await vault.update(adding(sampleAccount()));
    const kept = globalThis.indexedDB;
    globalThis.indexedDB = new IDBFactory();
    expect((await (await startBackground()).vault.content()).ok).toBe(true);
    globalThis.indexedDB = kept;
    await browser.storage.local.remove('vaultDeviceKey');
    expect((await (await startBackground()).vault.content()).ok).toBe(true);
    globalThis.indexedDB = new IDBFactory();
    expect((await (await startBackground()).vault.content()).ok).toBe(false);
  });

  it('with a password stays open over a stop of the background and locks with the browser', async () => {
    const { vault, deviceKeyStore } = await startBackground();
    await vault.update(adding(sampleAccount()));
    await vault.protect(password);
    expect(await deviceKeyStore.read()).toEqual([]);
    expect(Object.keys(await browser.storage.local.get()).toSorted()).toEqual(['vault', 'vaultPrev']);
    expect(await (await startBackground()).vault.state()).toMatchObject({ kind: 'open', protected: true });
    await browser.storage.session.clear();
    const restarted = await startBackground();
    await restarted.vault.sweep();
    expect(await restarted.vault.state()).toEqual({ kind: 'locked' });
    expect(await restarted.vault.unlock(password)).toEqual({ ok: true });
    expect(await (await startBackground()).vault.state()).toMatchObject({ kind: 'open' });
  });

  it('writes one after the other, whoever asks', async () => {
    const { vault } = await startBackground();
    const { vault: other } = await startBackground();
    await Promise.all(
      [1, 2, 3, 4, 5, 6].map((n) => (n % 2 ? vault : other).update(adding(sampleAccount(n)))),
    );
    expect(await (await startBackground()).vault.state()).toMatchObject({ accounts: 6 });
  });
});

describe('the mirror of a browser', () => {
  const clearLocal = () => browser.storage.local.clear();

  it('gives the vault back after `storage.local` was emptied, in a browser that started again', async () => {
    const { vault } = await startBackground();
    await vault.update(adding(sampleAccount(1)));
    await vault.update(adding(sampleAccount(2)));
    await vault.protect(password);
    await clearLocal();
    await browser.storage.session.clear();
    const again = await startBackground();
    await again.vault.sweep();
    expect(await again.vault.state()).toEqual({ kind: 'unusable', failure: { code: 'vault-damaged' } });
    const { condition, candidates } = await again.vault.findings();
    expect(condition).toBe('lost');
    expect(candidates.map(({ source, gen }) => `${source} ${gen}`)).toEqual(['mirror 3', 'ring 2', 'ring 1']);
    const restored = await again.vault.restore(candidates[0]!.id, { password });
    expect(restored).toMatchObject({ ok: true, value: { accounts: 2 } });
    expect(await (await startBackground()).vault.state()).toMatchObject({ kind: 'open', accounts: 2 });
  });

  it('finds that `storage.local` went back, once the browser started again', async () => {
    const { vault } = await startBackground();
    await vault.update(adding(sampleAccount(1)));
    const before = await browser.storage.local.get();
    await vault.update(adding(sampleAccount(2)));
    await browser.storage.local.set(before);
    await browser.storage.session.clear();
    const { vault: again } = await startBackground();
    expect(await again.state()).toEqual({ kind: 'unusable', failure: { code: 'vault-rolled-back' } });
    const [newest] = (await again.findings()).candidates;
    expect(await again.restore(newest!.id, { device: true })).toMatchObject({ value: { accounts: 2 } });
    await browser.storage.session.clear();
    expect(await (await startBackground()).vault.state()).toMatchObject({ kind: 'open', accounts: 2 });
  });

  it('is encrypted like the vault, and nothing of ours stays when the person leaves', async () => {
    const { vault } = await startBackground();
    await vault.update(adding(sampleAccount(1)));
    await vault.protect(password);
    const { mirrorStore } = await import('@/lib/browser/mirror-store');
    const names = await mirrorStore.names();
    const kept = await Promise.all(names.map((name) => mirrorStore.read(name)));
    expect(kept).toHaveLength(2);
    expect(JSON.stringify(kept)).not.toContain('Papineau');
    await browser.storage.local.set({ settings: { schema: 1 } });
    await (await startBackground()).vault.findings();
    await vault.erase();
    expect(await indexedDB.databases()).toEqual([]);
    expect([
      await browser.storage.local.get(),
      (await browser.storage.session.get())['vaultSession'],
    ]).toEqual([{}, undefined]);
    expect(await (await startBackground()).vault.state()).toEqual({ kind: 'empty' });
    expect((await vault.update(adding(sampleAccount(2)))).ok).toBe(true);
    expect(await (await startBackground()).vault.state()).toMatchObject({ accounts: 1 });
  });

  it('is replaced, not added to, beyond its places', async () => {
    const { vault } = await startBackground();
    for (let n = 0; n < 14; n++) await vault.update(adding(sampleAccount(n)));
    const { mirrorStore } = await import('@/lib/browser/mirror-store');
    const generations = (await mirrorStore.names()).map(({ gen }) => gen);
    expect(generations.toSorted((a, b) => a - b)).toEqual([5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
  });
});

describe('the session', () => {
  const vaultKey = randomBytes(32);

  it('gives back a key that cannot be read, its name and its deadline', async () => {
    const { sessionStore } = await startBackground();
    await sessionStore.write(vaultKey, 'vk-1', 1234);
    const { session } = await (await startBackground()).sessionStore.read();
    expect(session).toMatchObject({ vkId: 'vk-1', deadlineMs: 1234 });
    expect(session!.vk.extractable).toBe(false);
    await sessionStore.setDeadline(null);
    expect(await sessionStore.read()).toMatchObject({ session: { deadlineMs: null } });
  });

  it('opens by neither half alone, nor under another name', async () => {
    const { sessionStore } = await startBackground();
    await sessionStore.write(vaultKey, 'vk-1', null);
    const record = await browser.storage.session.get();
    expect(JSON.stringify(record)).not.toContain(Buffer.from(vaultKey).toString('base64url'));
    await browser.storage.session.set({
      vaultSession: { ...(record['vaultSession'] as object), vkId: 'vk-2' },
    });
    expect((await sessionStore.read()).session).toBeNull();
    await browser.storage.session.set(record);
    expect((await sessionStore.read()).session).not.toBeNull();
    await browser.storage.session.clear();
    expect((await sessionStore.read()).session).toBeNull();
    await browser.storage.session.set(record);
    globalThis.indexedDB = new IDBFactory();
    expect((await (await startBackground()).sessionStore.read()).session).toBeNull();
  });

  it('is over when cleared, and swept when the browser closed on it', async () => {
    const { sessionStore } = await startBackground();
    const { keptKey } = await import('@/lib/browser/key-database');
    await sessionStore.write(vaultKey, 'vk-1', null);
    await sessionStore.sweep();
    expect((await sessionStore.read()).session).not.toBeNull();
    await browser.storage.session.clear();
    await sessionStore.sweep();
    expect(await keptKey('session')).toBeNull();
    await sessionStore.write(vaultKey, 'vk-1', null);
    await sessionStore.clear();
    expect([(await sessionStore.read()).session, await keptKey('session')]).toEqual([null, null]);
    expect(await browser.storage.session.get()).toEqual({});
  });

  it('without a readable deadline has passed', async () => {
    const { sessionStore } = await startBackground();
    await sessionStore.write(vaultKey, 'vk-1', 1234);
    await browser.storage.session.remove('vaultDeadline');
    expect(await sessionStore.read()).toMatchObject({ session: { deadlineMs: 0 } });
  });
});

describe('a damaged device key', () => {
  it('is a trace of a vault, not the absence of one', async () => {
    await browser.storage.local.set({ vaultDeviceKey: 'not a key' });
    const { vault } = await startBackground();
    expect(await vault.state()).toEqual({ kind: 'unusable', failure: { code: 'vault-unreadable' } });
  });
});
