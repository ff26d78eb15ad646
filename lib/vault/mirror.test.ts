import { describe, expect, it, vi } from 'vitest';
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
import { codeOf, diskWith, password, vaultOn, vaultOptions } from '@/tests/fakes/vault-worlds';

vi.mock('hash-wasm', () => import('@/tests/fakes/quick-argon2'));

const failing = (disk: Disk, ...steps: readonly Step[]) =>
  createVault(createFailingVaultPorts(disk, ...steps), vaultOptions);
const generations = (disk: Disk) => mirrorOn(disk).map(({ name }) => name.gen);

describe('the mirror', () => {
  it('holds every generation that was committed, as it was committed', async () => {
    const disk = await diskWith(3);
    expect(generations(disk)).toEqual([3, 2, 1]);
    expect(mirrorOn(disk)[0]!.envelope).toEqual(storedOn(disk, 'vault'));
    expect(mirrorOn(disk)[1]!.envelope).toEqual(storedOn(disk, 'vaultPrev'));
  });

  it('keeps the state before an import, a restore, a migration and a bulk delete', async () => {
    const disk = await diskWith(2);
    const vault = vaultOn(disk);
    await vault.update(adding(sampleAccount(3)), { reason: 'import' });
    await vault.update(({ accounts }) => ({ schema: 1, accounts: accounts.slice(2) }), { reason: 'delete' });
    expect(mirrorOn(disk).map(({ name: { gen, why } }) => [gen, why])).toEqual([
      [4, 'write'],
      [3, 'delete'],
      [2, 'import'],
      [1, 'write'],
    ]);
    for (let n = 10; n < 30; n++) await vault.update(adding(sampleAccount(n)));
    expect(generations(disk)).toEqual([24, 23, 22, 21, 20, 19, 18, 17, 16, 15, 3, 2]);
  });

  it('does not use up its places for accounts taken out one by one', async () => {
    const disk = await diskWith(3);
    await vaultOn(disk).update(({ accounts }) => ({ schema: 1, accounts: accounts.slice(1) }), {
      reason: 'delete',
    });
    expect(mirrorOn(disk).map(({ name }) => name.why)).toEqual(['write', 'write', 'write', 'write']);
  });

  it('that fails is said, but what was saved is saved; the next write makes up for it', async () => {
    const disk = await diskWith(1);
    const vault = failing(disk, 'mirror.write');
    expect(codeOf(await vault.update(adding(sampleAccount(2))))).toBe('ok');
    expect(await vault.state()).toEqual({ kind: 'open', protected: false, accounts: 2, mirrorFailed: true });
    expect(codeOf(await vault.protect(password))).toBe('ok');
    expect(await vault.state()).toMatchObject({ protected: true, mirrorFailed: true });
    expect(generations(disk)).toEqual([1]);
    const again = vaultOn(disk);
    expect(codeOf(await again.update(adding(sampleAccount(3))))).toBe('ok');
    expect(await again.state()).toEqual({ kind: 'open', protected: true, accounts: 3 });
    // What the device key had opened left with the rotation that could not take it away then.
    expect(generations(disk)).toEqual([4, 3]);
  });

  it('is not written when the commit failed', async () => {
    const disk = await diskWith(1);
    expect(codeOf(await failing(disk, 'store.commit').update(adding(sampleAccount(2))))).toBe(
      'vault-write-failed',
    );
    expect(generations(disk)).toEqual([1]);
  });
});

describe('at the first load after the browser started', () => {
  async function rolledBack(word?: string): Promise<Disk> {
    const disk = await diskWith(2, word);
    const before = new Map(disk.local);
    await vaultOn(disk).update(adding(sampleAccount(3)));
    return { ...restarted(disk), local: before };
  }

  it.each([undefined, password])(
    'a vault older than its mirror is not opened (password: %s)',
    async (word) => {
      const disk = await rolledBack(word);
      const vault = vaultOn(disk);
      const failure = { code: 'vault-rolled-back' };
      expect(await vault.state()).toEqual({ kind: 'unusable', failure });
      expect(codeOf(await vault.update(adding(sampleAccount(4))))).toBe('vault-rolled-back');
      expect(codeOf(await vault.unlock(password))).toBe('vault-rolled-back');
      expect(await vaultOn(disk).state()).toEqual({ kind: 'unusable', failure });
      expect(disk.compared).toBeNull();
    },
  );

  it('the older vault of the device key, come back after the first password, is not opened', async () => {
    const disk = await diskWith(2);
    const before = new Map(disk.local);
    await vaultOn(disk).protect(password);
    const old = { ...restarted(disk), local: before };
    expect(await vaultOn(old).state()).toMatchObject({ failure: { code: 'vault-rolled-back' } });
  });

  it('a mirror that was left behind is brought up', async () => {
    const disk = await diskWith(1);
    await failing(disk, 'mirror.write').update(adding(sampleAccount(2)));
    expect(generations(disk)).toEqual([1]);
    const started = restarted(disk);
    await vaultOn(started).sweep();
    expect(generations(started)).toEqual([2, 1]);

    const locked = await diskWith(1, password);
    await failing(locked, 'mirror.write').update(adding(sampleAccount(2)));
    const closed = restarted(locked);
    const vault = vaultOn(closed);
    await vault.sweep();
    expect(generations(closed)).toEqual([2, 1]);
    await vault.unlock(password);
    expect(generations(closed)).toEqual([3, 2, 1]);
  });

  it('a mirror that cannot be read is said, and is asked again', async () => {
    const disk = restarted(await diskWith(1));
    const vault = failing(disk, 'mirror.names');
    expect(await vault.state()).toMatchObject({ kind: 'open', mirrorFailed: true });
    expect(disk.compared).toBeNull();
    expect(await vaultOn(disk).state()).toEqual({ kind: 'open', protected: false, accounts: 1 });
    expect(disk.compared).not.toBeNull();
  });

  it('or in its midst, another vault put in the place of the protected one is not opened', async () => {
    const disk = await diskWith(2, password);
    await vaultOn(disk).content();
    const foreign = await diskWith(1);
    const { vaultId } = storedOn(disk, 'vault')!;
    // As who can write to `storage.local` would do it: a vault that opens without the person, its key beside; of another
    // name, or made for the name that can be read there.
    const named = createDisk();
    const ports = createVaultPorts(named);
    let first = true;
    const newId = () => (first ? ((first = false), vaultId) : crypto.randomUUID());
    const forging = createVault({ ...ports, newId }, vaultOptions);
    for (let n = 0; n < 9; n++) await forging.update(adding(sampleAccount(n)));
    expect(storedOn(named, 'vault')).toMatchObject({ vaultId, gen: 9 });
    for (const theirs of [foreign, named]) {
      for (const now of [copyOfDisk(disk), restarted(disk)]) {
        now.local.set('vault', theirs.local.get('vault')!);
        now.local.set('deviceKey', theirs.local.get('deviceKey')!);
        expect(await vaultOn(now).state()).toEqual({ kind: 'unusable', failure: { code: 'vault-damaged' } });
        expect(await vaultOn(now).restore('previous', { password })).toMatchObject({
          value: { accounts: 2 },
        });
        expect(await vaultOn(restarted(now)).state()).toEqual({ kind: 'locked' });
      }
    }
  });

  it('and only then, the mirror is asked, and of a vault with a password only for its names', async () => {
    const disk = restarted(await diskWith(1, password));
    const steps: Step[] = [];
    await vaultOn(disk, { before: (step) => void steps.push(step) }).content();
    expect(steps).toContain('mirror.names');
    expect(steps).not.toContain('mirror.read');
    steps.length = 0;
    await vaultOn(disk, { before: (step) => void steps.push(step) }).content();
    expect(steps.toSorted()).toEqual(['deviceKeys.read', 'sessions.read', 'store.read']);
  });

  it('a newer mirror that could not be compared is not written over', async () => {
    const disk = await rolledBack();
    const vault = createVault(createFailingVaultPorts(disk, 'mirror.names'), vaultOptions);
    await vault.content();
    const before = copyOfDisk(disk).mirror;
    expect(codeOf(await vault.update(adding(sampleAccount(4))))).toBe('ok');
    expect(await vault.state()).toMatchObject({ mirrorFailed: true });
    expect(disk.mirror).toEqual(before);
  });
});

describe('a change that drops accounts', () => {
  const keep = (count: number) => (content: { accounts: readonly unknown[] }) =>
    ({ ...content, accounts: content.accounts.slice(0, count) }) as never;

  it('is refused without a reason when it is more than one, or the last', async () => {
    const disk = await diskWith(3);
    const vault = vaultOn(disk);
    const before = [...disk.local];
    expect(codeOf(await vault.update(keep(1)))).toBe('vault-smaller');
    expect(codeOf(await vault.update(keep(0)))).toBe('vault-smaller');
    const other = Array.from({ length: 5 }, (_, n) => sampleAccount(n + 10));
    expect(codeOf(await vault.update((content) => ({ ...content, accounts: other })))).toBe('vault-smaller');
    expect([...disk.local]).toEqual(before);
    expect(codeOf(await vault.update(keep(2)))).toBe('ok');
    expect(codeOf(await vault.update(keep(1)))).toBe('ok');
    expect(codeOf(await vault.update(keep(0)))).toBe('vault-smaller');
    expect(codeOf(await vault.update(keep(0), { reason: 'delete' }))).toBe('ok');
    expect(await vault.state()).toMatchObject({ accounts: 0 });
  });

  it('may be all of them with a reason, and what was there can be brought back', async () => {
    const disk = await diskWith(3);
    const vault = vaultOn(disk);
    expect(codeOf(await vault.update(keep(0), { reason: 'restore' }))).toBe('ok');
    const [candidate] = (await vault.findings()).candidates.filter(({ gen }) => gen === 3);
    expect(await vault.restore(candidate!.id, { device: true })).toMatchObject({ value: { accounts: 3 } });
    expect(await vaultOn(disk).state()).toMatchObject({ accounts: 3 });
  });

  it('of an empty vault is none', async () => {
    expect(codeOf(await vaultOn(createDisk()).update(keep(0)))).toBe('ok');
  });
});
