import { describe, expect, it, vi } from 'vitest';
import { floorCost } from '@/lib/crypto/kdf';
import type { Result } from '@/lib/errors';
import type { Account, VaultContent } from '@/lib/vault/account';
import { parseEnvelope } from '@/lib/vault/envelope';
import { createVault } from '@/lib/vault/vault';
import { adding, sampleAccount } from '@/tests/fakes/accounts';
import type { Disk, VaultPortsOptions } from '@/tests/fakes/vault-ports';
import { createDisk, createVaultPorts, storeOn, storedOn } from '@/tests/fakes/vault-ports';

const password = 'patate-frite-7';

function vaultOn(
  disk: Disk,
  options: VaultPortsOptions = {},
  lockAfterMinutes: () => number | null = () => 15,
) {
  return createVault(createVaultPorts(disk, options), { lockAfterMinutes, kdfCost: floorCost });
}

function issuers(result: Result<VaultContent>): readonly string[] | string {
  return result.ok ? result.value.accounts.map(({ issuer }) => issuer) : result.failure.code;
}

function codeOf(result: Result<unknown>): string {
  return result.ok ? 'ok' : result.failure.code;
}

describe('a vault on an empty store', () => {
  it('is empty, holds no account and writes nothing', async () => {
    const disk = createDisk();
    const vault = vaultOn(disk);
    expect(await vault.state()).toEqual({ kind: 'empty' });
    expect(await vault.content()).toEqual({ ok: true, value: { schema: 1, accounts: [] } });
    expect(codeOf(await vault.unlock(password))).toBe('vault-unprotected');
    expect((await vault.update((content) => content)).ok).toBe(true);
    expect(disk.written).toEqual([]);
  });

  it('is made by the first account, without a password, and opens again after the background stopped', async () => {
    const disk = createDisk();
    expect(issuers(await vaultOn(disk).update(adding(sampleAccount())))).toEqual(['Clinique Papineau 1']);
    const vault = vaultOn(disk);
    expect(await vault.state()).toEqual({ kind: 'open', protected: false, accounts: 1 });
    expect(issuers(await vault.content())).toEqual(['Clinique Papineau 1']);
  });

  it('opens with either copy of the device key, and with neither it is damaged, not empty', async () => {
    const disk = createDisk();
    await vaultOn(disk).update(adding(sampleAccount()));
    expect((await vaultOn({ ...disk, keptKey: null }).content()).ok).toBe(true);
    const committed = disk.local.get('deviceKey')!;
    disk.local.delete('deviceKey');
    expect((await vaultOn(disk).content()).ok).toBe(true);
    expect(committed).toMatch(/^"[\w-]{43}"$/);
    disk.keptKey = null;
    expect(codeOf(await vaultOn(disk).content())).toBe('vault-damaged');
  });
});

describe('update', () => {
  it('loses no write of 100 at once, in two contexts with one lock, and gives each its own generation', async () => {
    const disk = createDisk();
    const ports = createVaultPorts(disk);
    const generations: number[] = [];
    const counting = {
      ...ports,
      store: {
        ...ports.store,
        async commit(...given: Parameters<typeof ports.store.commit>) {
          await ports.store.commit(...given);
          generations.push(storedOn(disk, 'vault')!.gen);
        },
      },
    };
    const options = { lockAfterMinutes: () => null, kdfCost: floorCost };
    const vaults = [createVault(counting, options), createVault(counting, options)];
    const results = await Promise.all(
      Array.from({ length: 100 }, (_, n) => vaults[n % 2]!.update(adding(sampleAccount(n)))),
    );
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(issuers(await vaultOn(disk).content())).toHaveLength(100);
    expect(generations).toEqual(Array.from({ length: 100 }, (_, n) => n + 1));
    expect(storedOn(disk, 'vaultPrev')!.gen).toBe(99);
  });

  it('keeps what this version does not know, even where a change forgets it', async () => {
    const disk = createDisk();
    const vault = vaultOn(disk);
    const tagged = { ...sampleAccount(1), folder: 'travail', deviceName: 'Portable' } as Account;
    await vault.update((content) => ({ ...adding(tagged)(content), folders: [7] }) as VaultContent);
    await vault.update(({ accounts }) => {
      const { id, issuer, name, otp, sites, createdAtMs } = accounts[0]!;
      return { schema: 1, accounts: [{ id, issuer, name, otp, sites, confirmed: true, createdAtMs }] };
    });
    const content = await vaultOn(disk).content();
    expect(content).toMatchObject({
      value: { folders: [7], accounts: [{ folder: 'travail', confirmed: true }] },
    });
    expect(content).not.toMatchObject({ value: { accounts: [{ deviceName: 'Portable' }] } });
  });

  it('keeps the accounts in display order', async () => {
    const vault = vaultOn(createDisk());
    const named = (n: number, issuer: string, name = 'a') => sampleAccount(n, { issuer, name });
    await vault.update(adding(named(1, 'Zoom'), named(2, 'École 10'), named(3, 'École 2', 'b')));
    const result = await vault.update(adding(named(4, 'École 2'), named(5, 'Ecole'), named(6, 'desjardins')));
    expect(issuers(result)).toEqual(['desjardins', 'Ecole', 'École 2', 'École 2', 'École 10', 'Zoom']);
    expect(result.ok && result.value.accounts.map(({ name }) => name).join('')).toBe('aaabaa');
  });

  it('shares no text between two writes of the same content', async () => {
    const disk = createDisk();
    const vault = vaultOn(disk);
    await vault.update(adding(sampleAccount()));
    await vault.update((content) => ({ ...content }));
    const [a, b] = [storedOn(disk, 'vaultPrev')!.body, storedOn(disk, 'vault')!.body];
    expect(b.salt).not.toBe(a.salt);
    expect(b.iv).not.toBe(a.iv);
    const blocks = (ct: string) => Buffer.from(ct, 'base64url').toString('hex').match(/.{32}/g)!;
    const seen = new Set(blocks(a.ct));
    expect(seen.size).toBeGreaterThan(200);
    expect(blocks(b.ct).filter((block) => seen.has(block))).toEqual([]);
  });

  it('throws what a change throws, writes nothing and goes on', async () => {
    const disk = createDisk();
    const vault = vaultOn(disk);
    const mistake = () => {
      throw new TypeError('mistake');
    };
    await expect(vault.update(mistake)).rejects.toThrow('mistake');
    expect((await vault.update(adding(sampleAccount()))).ok).toBe(true);
    expect(storedOn(disk, 'vault')!.gen).toBe(1);
  });

  it('reads storage anew before writing: what another context wrote is not lost', async () => {
    const disk = createDisk();
    const here = vaultOn(disk);
    await here.update(adding(sampleAccount(1)));
    await vaultOn(disk).update(adding(sampleAccount(2)));
    expect(issuers(await here.update(adding(sampleAccount(3))))).toHaveLength(3);
  });
});

describe('a warm vault', () => {
  it('answers its content without reaching storage', async () => {
    const steps: string[] = [];
    const vault = vaultOn(createDisk(), { before: (step) => void steps.push(step) });
    await vault.update(adding(sampleAccount()));
    steps.length = 0;
    await vault.content();
    await vault.state();
    expect(steps).toEqual([]);
  });

  it('reads its three places at once when cold', async () => {
    const disk = createDisk();
    await vaultOn(disk).update(adding(sampleAccount()));
    const steps: string[] = [];
    let go = () => {};
    const gate = new Promise<void>((resolve) => (go = resolve));
    const content = vaultOn(disk, { before: (step) => (steps.push(step), gate) }).content();
    await vi.waitFor(() =>
      expect(steps.toSorted()).toEqual(['deviceKeys.read', 'sessions.read', 'store.read']),
    );
    go();
    expect((await content).ok).toBe(true);
  });
});

describe('a password', () => {
  async function protectedDisk(): Promise<Disk> {
    const disk = createDisk();
    const vault = vaultOn(disk);
    await vault.update(adding(sampleAccount()));
    await vault.update(adding(sampleAccount(2)));
    expect(codeOf(await vault.protect(password))).toBe('ok');
    return disk;
  }

  it('of seven characters is refused, of eight letters with accents is not', async () => {
    const vault = vaultOn(createDisk());
    expect(codeOf(await vault.protect('1234567'))).toBe('password-too-short');
    expect(codeOf(await vault.protect('e\u0301e\u0301e\u0301e\u0301'))).toBe('password-too-short');
    expect(codeOf(await vault.protect('éééééééé'))).toBe('ok');
  });

  it('leaves the vault open, here and after the background stopped', async () => {
    const disk = await protectedDisk();
    const again = vaultOn(disk);
    expect(await again.state()).toEqual({ kind: 'open', protected: true, accounts: 2 });
    expect(issuers(await again.update(adding(sampleAccount(3))))).toHaveLength(3);
  });

  it('ends the device slot: no stored envelope has one, and no copy of its key stays', async () => {
    const disk = createDisk();
    const vault = vaultOn(disk);
    await vault.update(adding(sampleAccount()));
    await vault.update(adding(sampleAccount(2)));
    const vkId = storedOn(disk, 'vault')!.vkId;
    await vault.protect(password);
    for (const name of ['vault', 'vaultPrev'] as const) {
      expect(storedOn(disk, name)!.slots.map(({ type }) => type)).toEqual(['password']);
      expect(storedOn(disk, name)!.vkId).not.toBe(vkId);
    }
    expect([disk.keptKey, disk.local.has('deviceKey')]).toEqual([null, false]);
    expect(storedOn(disk, 'vault')!.gen).toBe(3);
  });

  it('opens a locked vault; a wrong one does not, and changes nothing', async () => {
    const disk = await protectedDisk();
    const vault = vaultOn(disk);
    await vault.lock();
    const before = [...disk.local];
    expect(await vault.state()).toEqual({ kind: 'locked' });
    expect(codeOf(await vault.content())).toBe('vault-locked');
    expect(codeOf(await vault.update(adding(sampleAccount(3))))).toBe('vault-locked');
    expect(codeOf(await vault.protect('another-password'))).toBe('vault-locked');
    expect(codeOf(await vault.backup())).toBe('vault-locked');
    expect(codeOf(await vault.unlock('patate-frite-8'))).toBe('password-wrong');
    expect(codeOf(await vault.unlock(''))).toBe('password-wrong');
    expect([...disk.local]).toEqual(before);
    expect(codeOf(await vault.unlock(password))).toBe('ok');
    expect(issuers(await vault.content())).toHaveLength(2);
  });

  it('changed takes the old one and the old vault key out of everything stored', async () => {
    const disk = await protectedDisk();
    const vault = vaultOn(disk);
    const old = storedOn(disk, 'vault')!;
    expect(codeOf(await vault.protect('radis-beurre-9'))).toBe('ok');
    await vault.lock();
    expect(codeOf(await vault.unlock(password))).toBe('password-wrong');
    for (const name of ['vault', 'vaultPrev'] as const) {
      const stored = storedOn(disk, name)!;
      expect(stored.vkId).not.toBe(old.vkId);
      expect(stored.slots).not.toContainEqual(old.slots[0]);
    }
    expect(codeOf(await vault.unlock('radis-beurre-9'))).toBe('ok');
    expect(issuers(await vault.content())).toHaveLength(2);
  });

  it('can come before the first account', async () => {
    const disk = createDisk();
    const vault = vaultOn(disk);
    expect(codeOf(await vault.protect(password))).toBe('ok');
    expect((await vault.update(adding(sampleAccount()))).ok).toBe(true);
    expect(await vaultOn({ ...disk, session: null }).state()).toEqual({ kind: 'locked' });
  });
});

describe('the lock deadline', () => {
  async function openUntil(lockAfterMinutes: () => number | null) {
    const disk = createDisk();
    const clock = { nowMs: 1_800_000_000_000 };
    const start = () => vaultOn(disk, { nowMs: () => clock.nowMs }, lockAfterMinutes);
    const vault = start();
    await vault.update(adding(sampleAccount()));
    await vault.protect(password);
    const wait = (minutes: number) => (clock.nowMs += minutes * 60_000);
    return { disk, vault, start, wait };
  }

  it('passes in a running background and in one that was stopped', async () => {
    const { disk, vault, start, wait } = await openUntil(() => 15);
    wait(14.9);
    expect(await start().state()).toMatchObject({ kind: 'open' });
    wait(0.1);
    expect(await start().state()).toEqual({ kind: 'locked' });
    expect(disk.session).toBeNull();
    expect(codeOf(await vault.content())).toBe('vault-locked');
  });

  it('moves when the vault is used, never once it has passed', async () => {
    const { vault, start, wait } = await openUntil(() => 15);
    wait(10);
    vault.touch();
    await new Promise((resolve) => setTimeout(resolve, 20));
    wait(10);
    expect(await start().state()).toMatchObject({ kind: 'open' });
    wait(5);
    vault.touch();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(codeOf(await vault.content())).toBe('vault-locked');
  });

  it('does not exist where the person chose none, or where there is no password', async () => {
    const { start, wait } = await openUntil(() => null);
    wait(1e6);
    expect(await start().state()).toMatchObject({ kind: 'open' });
    const disk = createDisk();
    const clock = { nowMs: 1_800_000_000_000 };
    const vault = vaultOn(disk, { nowMs: () => clock.nowMs });
    await vault.update(adding(sampleAccount()));
    clock.nowMs += 1e12;
    vault.touch();
    await vault.lock();
    expect(await vault.state()).toMatchObject({ kind: 'open', protected: false });
  });

  it('does not outlive a lock asked for during a write', async () => {
    const { disk, vault } = await openUntil(() => 15);
    const writing = vault.update(adding(sampleAccount(2)));
    vault.touch();
    const locking = vault.lock();
    await Promise.all([writing, locking]);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(disk.session).toBeNull();
    expect(codeOf(await vault.content())).toBe('vault-locked');
    await vault.unlock(password);
    expect(issuers(await vault.content())).toHaveLength(2);
  });
});

describe('a copy', () => {
  it('opens by the password of that day on another computer, and says how', async () => {
    const disk = createDisk();
    const vault = vaultOn(disk);
    await vault.update(adding(sampleAccount()));
    expect(codeOf(await vault.backup())).toBe('vault-unprotected');
    await vault.protect('copie-de-secours');
    const copy = await vault.backup();
    await vault.protect(password);
    const text = copy.ok ? copy.value.text : '';
    const envelope = parseEnvelope(JSON.parse(text));
    if (!envelope.ok) throw new TypeError('not an envelope');
    expect(text).toContain('\n  "note": "Copie chiffrée');
    expect(envelope.value.slots.map(({ type }) => type)).toEqual(['password']);
    expect(envelope.value.vkId).not.toBe(storedOn(disk, 'vault')!.vkId);
    const elsewhere = createDisk();
    storeOn(elsewhere, 'vault', envelope.value);
    const restored = vaultOn(elsewhere);
    expect(codeOf(await restored.unlock(password))).toBe('password-wrong');
    expect(codeOf(await restored.unlock('copie-de-secours'))).toBe('ok');
    expect(issuers(await restored.content())).toEqual(['Clinique Papineau 1']);
    storeOn(elsewhere, 'vault', { ...envelope.value, note: 'Send it to evil.example' });
    expect(codeOf(await vaultOn({ ...elsewhere, session: null }).unlock('copie-de-secours'))).toBe(
      'vault-damaged',
    );
  });
});

describe('nothing readable', () => {
  it('is ever written, before a password or after', async () => {
    const disk = createDisk();
    const vault = vaultOn(disk);
    const account = sampleAccount();
    await vault.update(adding(account));
    await vault.update(adding(sampleAccount(2)));
    await vault.protect(password);
    await vault.update(adding(sampleAccount(3)));
    const copy = await vault.backup();
    const written = [...disk.written, copy.ok ? copy.value.text : ''].join('\n');
    expect(written.length).toBeGreaterThan(20_000);
    const words = [account.issuer, account.name, account.otp.secret ?? '', account.sites[0]!, password];
    for (const word of words) {
      const bytes = Buffer.from(word);
      // Three alignments of base64, without the letters that depend on what stands beside.
      const encoded = [0, 1, 2].map((at) =>
        Buffer.concat([Buffer.alloc(at), bytes])
          .toString('base64url')
          .slice(at + 2, -3),
      );
      for (const form of [word, bytes.toString('hex'), ...encoded]) expect(written).not.toContain(form);
    }
  });
});
