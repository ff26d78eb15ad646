import { describe, expect, it, vi } from 'vitest';
import { floorCost } from '@/lib/crypto/kdf';
import type { Result } from '@/lib/errors';
import type { VaultContent } from '@/lib/vault/account';
import type { VaultPorts } from '@/lib/vault/ports';
import type { Vault } from '@/lib/vault/vault';
import { createVault } from '@/lib/vault/vault';
import { adding, sampleAccount } from '@/tests/fakes/accounts';
import type { Disk, Step } from '@/tests/fakes/vault-ports';
import {
  copyOfDisk,
  createDisk,
  createFailingVaultPorts,
  createVaultPorts,
  mirrorOn,
  restarted,
  storedOn,
} from '@/tests/fakes/vault-ports';

vi.mock('hash-wasm', () => import('@/tests/fakes/quick-argon2'));

const options = { lockAfterMinutes: () => 15, kdfCost: floorCost };
const password = 'patate-frite-7';
const newPassword = 'radis-beurre-9';
const vaultOn = (disk: Disk) => createVault(createVaultPorts(disk), options);

async function diskWith(accounts: number, ...passwords: string[]): Promise<Disk> {
  const disk = createDisk();
  const vault = vaultOn(disk);
  for (let n = 1; n <= accounts; n++) await vault.update(adding(sampleAccount(n)));
  for (const word of passwords) await vault.protect(word);
  return disk;
}

function codeOf(result: Result<unknown>): string {
  return result.ok ? 'ok' : result.failure.code;
}

/** The accounts after a restart, by whatever opens the vault. */
async function accountsOf(disk: Disk, passwords: readonly string[]): Promise<number> {
  const vault = vaultOn(disk);
  const state = await vault.state();
  if (state.kind === 'empty') return 0;
  for (const word of passwords) if (state.kind === 'locked') await vault.unlock(word);
  const content: Result<VaultContent> = await vault.content();
  return content.ok ? content.value.accounts.length : -1;
}

/**
 * Runs `act` as often as it takes steps on the disk, stopped before each step in turn: by a kill (nothing after it
 * happens) or by storage that fails from there on.
 */
async function stoppedEverywhere(
  start: Disk,
  how: 'killed' | 'failing',
  act: (vault: Vault) => Promise<unknown>,
  check: (disk: Disk, stoppedBefore: Step | null) => Promise<void>,
): Promise<readonly (Step | null)[]> {
  const stops: (Step | null)[] = [];
  for (let limit = 0; stops.at(-1) !== null; limit++) {
    const disk = copyOfDisk(start);
    let left = limit;
    let stoppedBefore: Step | null = null;
    let stop = () => {};
    const stopped = new Promise<void>((resolve) => (stop = resolve));
    const ports = createVaultPorts(disk, {
      before(step) {
        if (left-- > 0) return;
        stoppedBefore ??= step;
        stop();
        if (how === 'failing') throw new Error('An unexpected error occurred');
        return new Promise<void>(() => {});
      },
    });
    const done = act(createVault(ports, options)).catch(() => undefined);
    await (how === 'killed' ? Promise.race([done, stopped]) : done);
    stops.push(stoppedBefore);
    await check(copyOfDisk(disk), stoppedBefore);
  }
  return stops;
}

describe.each(['killed', 'failing'] as const)('%s between any two steps', (how) => {
  it('the first write leaves nothing or the account', async () => {
    const stops = await stoppedEverywhere(
      createDisk(),
      how,
      (vault) => vault.update(adding(sampleAccount())),
      async (disk, stop) =>
        expect(await accountsOf(disk, [])).toBe(disk.local.has('vault') ? 1 : stop === null ? 1 : 0),
    );
    expect(stops).toContain('store.commit');
    expect(stops).toContain('deviceKeys.keep');
  });

  it('a write leaves what was there or what was meant', async () => {
    const start = await diskWith(2);
    const stops = await stoppedEverywhere(
      start,
      how,
      (vault) => vault.update(adding(sampleAccount(3))),
      async (disk) => {
        const { gen } = storedOn(disk, 'vault')!;
        expect(await accountsOf(disk, [])).toBe(gen);
      },
    );
    expect(stops).toContain('store.commit');
  });

  it('the first password never loses the vault, with the browser closed or not', async () => {
    const start = await diskWith(2);
    const stops = await stoppedEverywhere(
      start,
      how,
      (vault) => vault.protect(password),
      async (disk, stop) => {
        expect(await accountsOf(disk, [password])).toBe(2);
        const closed = restarted(disk);
        expect(await accountsOf(closed, [password])).toBe(2);
        const isProtected = storedOn(closed, 'vault')!.slots.every(({ type }) => type === 'password');
        // Looking at it once was enough to end a device key that the stop had left.
        expect({ stop, kept: closed.keptKey !== null || closed.local.has('deviceKey') }).toEqual({
          stop,
          kept: !isProtected,
        });
      },
    );
    expect(stops).toContain('store.commit');
    expect(stops).toContain('sessions.write');
    expect(stops).toContain('deviceKeys.destroyCommitted');
    expect(stops).toContain('deviceKeys.destroyKept');
  });

  it('another password never loses the vault: the old one or the new one opens it', async () => {
    const start = await diskWith(2, password);
    await stoppedEverywhere(
      start,
      how,
      (vault) => vault.protect(newPassword),
      async (disk) => {
        expect(await accountsOf(restarted(disk), [password, newPassword])).toBe(2);
        expect(await accountsOf(disk, [password, newPassword])).toBe(2);
      },
    );
  });

  it('another recovery code never loses the vault, nor the password', async () => {
    const start = await diskWith(2, password);
    await vaultOn(start).addRecoveryCode();
    const stops = await stoppedEverywhere(
      start,
      how,
      (vault) => vault.addRecoveryCode(),
      async (disk) => {
        expect(await accountsOf(restarted(disk), [password])).toBe(2);
        expect(await accountsOf(disk, [password])).toBe(2);
      },
    );
    expect(stops).toContain('mirror.read');
    expect(stops).toContain('mirror.write');
  });

  it('a great change leaves what was there or what was meant, and the mirror no further than the vault', async () => {
    const start = await diskWith(3);
    const stops = await stoppedEverywhere(
      start,
      how,
      (vault) => vault.update(() => ({ schema: 1, accounts: [] }), { reason: 'restore' }),
      async (disk) => {
        const { gen } = storedOn(disk, 'vault')!;
        expect(await accountsOf(restarted(disk), [])).toBe(gen === 3 ? 3 : 0);
        expect(mirrorOn(disk)[0]!.name.gen).toBeLessThanOrEqual(gen);
        expect(mirrorOn(disk).map(({ name }) => name.gen)).toContain(3);
      },
    );
    expect(stops).toContain('mirror.write');
  });

  it('a restore leaves what was there or what was meant, and every candidate', async () => {
    const start = await diskWith(3, password);
    const { candidates } = await vaultOn(restarted(start)).findings();
    const oldest = candidates.at(-1)!;
    const stops = await stoppedEverywhere(
      restarted(start),
      how,
      (vault) => vault.restore(oldest.id, { password }),
      async (disk) => {
        const isRestored = storedOn(disk, 'vault')!.gen > 4;
        expect(await accountsOf(restarted(disk), [password])).toBe(isRestored ? 1 : 3);
        const left = (await vaultOn(restarted(disk)).findings()).candidates.map(({ gen }) => gen);
        expect(left).toEqual(expect.arrayContaining([1, 2, 3, 4]));
      },
    );
    expect(stops).toContain('store.commit');
  });
});

describe('a write that storage refuses', () => {
  it('is said, and the old vault stays, here and on disk', async () => {
    const disk = await diskWith(2);
    const before = [...disk.local];
    const vault = createVault(createFailingVaultPorts(disk, 'store.commit'), options);
    expect(codeOf(await vault.update(adding(sampleAccount(3))))).toBe('vault-write-failed');
    expect(codeOf(await vault.protect(password))).toBe('vault-write-failed');
    expect([...disk.local]).toEqual(before);
    expect(disk.keptKey).not.toBeNull();
    expect(await vault.state()).toEqual({ kind: 'open', protected: false, accounts: 2 });
  });

  it('is found although storage says that all is well', async () => {
    const disk = await diskWith(2);
    const ports = createVaultPorts(disk);
    const vault = createVault({ ...ports, store: { ...ports.store, commit: async () => {} } }, options);
    expect(codeOf(await vault.update(adding(sampleAccount(3))))).toBe('vault-write-failed');
    expect(codeOf(await vault.protect(password))).toBe('vault-write-failed');
    expect(disk.keptKey).not.toBeNull();
    expect(await vault.state()).toMatchObject({ accounts: 2 });
  });

  it('on an empty store leaves it empty', async () => {
    const disk = createDisk();
    const vault = createVault(createFailingVaultPorts(disk, 'store.commit'), options);
    expect(codeOf(await vault.update(adding(sampleAccount())))).toBe('vault-write-failed');
    expect(await vaultOn(disk).state()).toEqual({ kind: 'empty' });
    expect(disk.keptKey).toBeNull();
  });

  it('is not tried when the envelope does not open again', async () => {
    const disk = await diskWith(1);
    const vault = vaultOn(disk);
    await vault.content();
    const real = crypto.subtle.encrypt.bind(crypto.subtle);
    const broken = vi.spyOn(crypto.subtle, 'encrypt').mockImplementation(async (...given) => {
      const ct = new Uint8Array(await real(...given));
      ct[0]! ^= 1;
      return ct.buffer;
    });
    const before = [...disk.local];
    expect(codeOf(await vault.update(adding(sampleAccount(2))))).toBe('vault-write-failed');
    expect(codeOf(await vault.protect(password))).toBe('vault-write-failed');
    broken.mockRestore();
    expect([...disk.local]).toEqual(before);
    expect((await vault.update(adding(sampleAccount(2)))).ok).toBe(true);
  });
});

describe('a session that cannot be kept', () => {
  const failing: readonly (keyof VaultPorts['sessions'])[] = ['write', 'setDeadline'];

  it('costs a password after the next stop, nothing else', async () => {
    const disk = await diskWith(1, password);
    disk.session = null;
    const steps = failing.map((name) => `sessions.${name}` as Step);
    const vault = createVault(createFailingVaultPorts(disk, ...steps), options);
    expect(codeOf(await vault.unlock(password))).toBe('ok');
    vault.touch();
    expect(await vault.state()).toMatchObject({ kind: 'open' });
    expect(await vaultOn(disk).state()).toEqual({ kind: 'locked' });
  });

  it('and one that cannot be ended is not called locked', async () => {
    const disk = await diskWith(1, password);
    const vault = createVault(createFailingVaultPorts(disk, 'sessions.clear'), options);
    await expect(vault.lock()).rejects.toThrow();
  });
});
