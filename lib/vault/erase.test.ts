import { describe, expect, it, vi } from 'vitest';
import { createVault } from '@/lib/vault/vault';
import { adding, sampleAccount } from '@/tests/fakes/accounts';
import type { Disk, Step } from '@/tests/fakes/vault-ports';
import { copyOfDisk, createFailingVaultPorts, createVaultPorts, restarted } from '@/tests/fakes/vault-ports';
import { codeOf, diskWith, password, vaultOn, vaultOptions } from '@/tests/fakes/vault-worlds';

vi.mock('hash-wasm', () => import('@/tests/fakes/quick-argon2'));

const steps: readonly Step[] = ['sessions.clear', 'mirror.erase', 'deviceKeys.erase', 'store.erase'];
const isGone = (disk: Disk) => disk.local.size === 0 && disk.mirror.size === 0 && disk.keptKey === null;

describe.each([undefined, password])('leaving this computer (password: %s)', (word) => {
  it('leaves nothing, and a first run begins', async () => {
    const disk = await diskWith(3, word);
    const vault = vaultOn(disk);
    await vault.content();
    await vault.erase();
    expect(isGone(disk) && disk.session === null).toBe(true);
    for (const here of [vault, vaultOn(disk), vaultOn(restarted(disk))])
      expect(await here.state()).toEqual({ kind: 'empty' });
    expect(codeOf(await vault.update(adding(sampleAccount())))).toBe('ok');
  });

  it.each(steps)('stopped before %s never looks like a first run, and can be asked again', async (step) => {
    for (const how of ['fails', 'is killed']) {
      const disk = await diskWith(3, word);
      const reached = Promise.withResolvers<void>();
      const ports =
        how === 'fails'
          ? createFailingVaultPorts(disk, step)
          : createVaultPorts(disk, {
              before(name) {
                if (name !== step) return;
                reached.resolve();
                return new Promise<void>(() => {});
              },
            });
      const erasing = createVault(ports, vaultOptions).erase();
      if (how === 'fails') await expect(erasing).rejects.toThrow();
      else await reached.promise;
      expect(isGone(disk)).toBe(false);
      expect((await vaultOn(restarted(copyOfDisk(disk))).state()).kind).not.toBe('empty');
      const again = restarted(disk);
      await vaultOn(again).erase();
      expect(isGone(again)).toBe(true);
    }
  });
});
