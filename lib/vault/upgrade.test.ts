import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { defaultCost, floorCost } from '@/lib/crypto/kdf';
import { createVault } from '@/lib/vault/vault';
import { adding, sampleAccount } from '@/tests/fakes/accounts';
import type { Disk } from '@/tests/fakes/vault-ports';
import { createDisk, createVaultPorts, restarted, storedOn, storeOn } from '@/tests/fakes/vault-ports';
import {
  codeOf,
  diskWith,
  newPassword,
  password,
  valueOf,
  vaultOn,
  vaultOptions,
} from '@/tests/fakes/vault-worlds';

vi.mock('hash-wasm', () => import('@/tests/fakes/quick-argon2'));

describe('a password slot of an older make', () => {
  const golden = readFileSync(join(import.meta.dirname, '../../tests/vectors/vault-1.json'), 'utf8');
  const withCost = (disk: Disk, kdfCost: typeof defaultCost) =>
    createVault(createVaultPorts(disk), { ...vaultOptions, kdfCost });

  it('cheaper than today’s is made anew at the next save, for the same password', async () => {
    const disk = restarted(await diskWith(1, password));
    const vault = withCost(disk, defaultCost);
    await vault.unlock(password);
    expect(storedOn(disk, 'vault')!.slots).toMatchObject([{ kdf: { memoryKiB: floorCost.memoryKiB } }]);
    await vault.update(adding(sampleAccount(2)));
    const { slots } = storedOn(disk, 'vault')!;
    expect(slots).toMatchObject([{ kdf: { memoryKiB: 65536, passes: 3 } }]);
    await vault.lock();
    expect(codeOf(await vault.unlock(newPassword))).toBe('password-wrong');
    expect(codeOf(await vault.unlock(password))).toBe('ok');
    await vault.update(adding(sampleAccount(3)));
    expect(storedOn(disk, 'vault')!.slots).toEqual(slots);
  });

  it('dearer than today’s stays', async () => {
    const disk = createDisk();
    await withCost(disk, defaultCost).protect(password);
    const { slots } = storedOn(disk, 'vault')!;
    const vault = vaultOn(disk);
    await vault.lock();
    await vault.unlock(password);
    await vault.update(adding(sampleAccount()));
    expect(storedOn(disk, 'vault')!.slots).toEqual(slots);
  });

  it('without a box gets one after an unlock by its password; a change of ways waits for that', async () => {
    const { argon2id } = await vi.importActual<typeof import('hash-wasm')>('hash-wasm');
    const quick = await import('@/tests/fakes/quick-argon2');
    vi.spyOn(quick, 'argon2id').mockImplementation(argon2id as never);
    const disk = createDisk();
    storeOn(disk, 'vault', JSON.parse(golden));
    await vaultOn(disk).unlock(password);
    // The background stopped: the session is there, what was made at the unlock is not.
    const again = vaultOn(disk);
    expect(codeOf(await again.content())).toBe('ok');
    expect(codeOf(await again.addRecoveryCode())).toBe('vault-locked');
    expect(await again.state()).toEqual({ kind: 'locked' });
    expect(codeOf(await again.unlock(password))).toBe('ok');
    expect(codeOf(await again.addRecoveryCode())).toBe('ok');
    expect(valueOf(await again.ways()).map(({ type }) => type)).toEqual(['password', 'recovery']);
    expect(codeOf(await vaultOn(restarted(disk)).unlock(password))).toBe('ok');
    vi.restoreAllMocks();
  });
});
