import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createVault } from '@/lib/vault/vault';
import type { Findings } from '@/lib/vault/findings';
import { adding, sampleAccount } from '@/tests/fakes/accounts';
import type { Disk, Step } from '@/tests/fakes/vault-ports';
import {
  createDisk,
  createFailingVaultPorts,
  mirrorOn,
  restarted,
  storedOn,
  storeOn,
} from '@/tests/fakes/vault-ports';
import {
  codeOf,
  diskWith,
  issuers,
  newPassword,
  password,
  valueOf,
  vaultOn,
  vaultOptions,
} from '@/tests/fakes/vault-worlds';

vi.mock('hash-wasm', () => import('@/tests/fakes/quick-argon2'));

const storeSteps: readonly Step[] = ['store.read', 'store.readPrevious', 'store.commit', 'store.erase'];
let made: Disk;
beforeAll(async () => (made = await diskWith(3, password)));

/** After a restart of the browser, with something done to the disk. */
function after(change: (disk: Disk) => void): Disk {
  const disk = restarted(made);
  change(disk);
  return disk;
}

const summary = ({ condition, candidates, unread }: Findings) => ({
  condition,
  found: candidates.map(({ source, gen, failure }) => `${source} ${gen ?? failure?.code}`),
  unread,
});
const ring = ['ring 3', 'ring 2', 'ring 1'];

describe('what a start finds', () => {
  it.each<[string, (disk: Disk) => void, ReturnType<typeof summary>]>([
    ['a locked vault', () => {}, { condition: 'locked', found: ['vault 4', ...ring], unread: [] }],
    [
      'damage beyond reading',
      (disk) => storeOn(disk, 'vault', 'not an envelope'),
      {
        condition: 'damaged',
        // `vaultPrev` is the same as the mirror: a rotation leaves nothing older beside the vault.
        found: ['previous 4', ...ring, 'vault vault-damaged'],
        unread: [],
      },
    ],
    [
      'an empty store with a mirror',
      (disk) => disk.local.clear(),
      { condition: 'lost', found: ['mirror 4', ...ring], unread: [] },
    ],
    [
      'a store that went back',
      (disk) => storeOn(disk, 'vault', mirrorOn(disk)[1]!.envelope),
      { condition: 'rolled-back', found: ['previous 4', 'vault 3', 'ring 2', 'ring 1'], unread: [] },
    ],
    [
      'a newer version',
      (disk) => storeOn(disk, 'vault', { ...storedOn(disk, 'vault'), v: 2 }),
      { condition: 'newer', found: ['previous 4', ...ring, 'vault vault-newer'], unread: [] },
    ],
    [
      'an older envelope only',
      (disk) => {
        disk.local.delete('vault');
        disk.mirror.clear();
      },
      { condition: 'lost', found: ['previous 4'], unread: [] },
    ],
    [
      'nothing at all',
      (disk) => {
        disk.local.clear();
        disk.mirror.clear();
      },
      { condition: 'first-run', found: [], unread: [] },
    ],
  ])('%s', async (_, change, expected) => {
    expect(summary(await vaultOn(after(change)).findings())).toEqual(expected);
  });

  it('a store that fails on every call: the mirror is all there is, and is there', async () => {
    const vault = createVault(createFailingVaultPorts(restarted(made), ...storeSteps), vaultOptions);
    expect(await vault.state()).toEqual({ kind: 'unusable', failure: { code: 'vault-unreadable' } });
    expect(summary(await vault.findings())).toEqual({
      condition: 'unreadable',
      found: ['mirror 4', ...ring],
      unread: ['vault', 'previous'],
    });
  });

  it('tells of each candidate when it was saved and how it opens', async () => {
    const [newest] = (await vaultOn(after((disk) => disk.local.clear())).findings()).candidates;
    expect(newest).toMatchObject({
      source: 'mirror',
      savedAt: 1_800_000_000_000,
      ways: [{ type: 'password' }],
      passkeys: [],
    });
  });

  it('holds a snapshot that is damaged, beside the others', async () => {
    const disk = after((disk) => {
      disk.local.clear();
      const [name] = [...disk.mirror.keys()];
      disk.mirror.set(name!, '"gone"');
    });
    const { candidates } = await vaultOn(disk).findings();
    expect(candidates).toHaveLength(4);
    expect(candidates.filter(({ failure }) => failure?.code === 'vault-damaged')).toHaveLength(1);
  });
});

describe('a candidate', () => {
  it('is exported while the store fails on every call, and the file opens', async () => {
    const disk = restarted(made);
    const vault = createVault(createFailingVaultPorts(disk, ...storeSteps), vaultOptions);
    const [newest] = (await vault.findings()).candidates;
    const writes = disk.written.length;
    const text = valueOf(await vault.exportCandidate(newest!.id));
    expect(disk.written).toHaveLength(writes);
    expect(text).not.toContain('Papineau');
    expect(issuers(await vault.readBackup(text, { password }))).toHaveLength(3);
    expect(await vault.previewCandidate(newest!.id, { password })).toMatchObject({ value: { accounts: 3 } });
    expect(codeOf(await vault.restore(newest!.id, { password }))).toBe('vault-unreadable');
  });

  it('becomes the vault again from an empty store, opened, and stays so', async () => {
    const disk = after((disk) => disk.local.clear());
    const vault = vaultOn(disk);
    const { candidates } = await vault.findings();
    expect(codeOf(await vault.restore(candidates[0]!.id, { password: newPassword }))).toBe('password-wrong');
    expect(disk.local.size).toBe(0);
    expect(valueOf(await vault.restore(candidates[0]!.id, { password })).accounts).toBe(3);
    expect(await vault.state()).toEqual({ kind: 'open', protected: true, accounts: 3 });
    expect(await vaultOn(disk).state()).toMatchObject({ kind: 'open' });
    const closed = vaultOn(restarted(disk));
    expect(await closed.state()).toEqual({ kind: 'locked' });
    expect(codeOf(await closed.unlock(password))).toBe('ok');
    expect(codeOf(await closed.update(adding(sampleAccount(9))))).toBe('ok');
    expect(storedOn(disk, 'vault')!.gen).toBe(5);
  });

  it('newer than a store that went back is brought back; what stood there is kept', async () => {
    const disk = after((disk) => {
      storeOn(disk, 'vault', mirrorOn(disk)[3]!.envelope);
      disk.local.delete('vaultPrev');
    });
    const vault = vaultOn(disk);
    const [newest] = (await vault.findings()).candidates;
    expect(newest).toMatchObject({ source: 'mirror', gen: 4 });
    expect(valueOf(await vault.restore(newest!.id, { password })).accounts).toBe(3);
    expect(storedOn(disk, 'vault')!.gen).toBe(5);
    expect(storedOn(disk, 'vaultPrev')!.gen).toBe(1);
    expect(await vaultOn(restarted(disk)).state()).toEqual({ kind: 'locked' });
    expect(mirrorOn(disk).map(({ name: { gen, why } }) => `${gen} ${why}`)).toContain('1 restore');
  });

  it('that is older may be chosen, too: it is then the newest', async () => {
    const disk = restarted(made);
    const vault = vaultOn(disk);
    const { candidates } = await vault.findings();
    expect(valueOf(await vault.previewCandidate(candidates[3]!.id, { password })).accounts).toBe(1);
    expect(valueOf(await vault.restore(candidates[3]!.id, { password })).accounts).toBe(1);
    const closed = vaultOn(restarted(disk));
    await closed.unlock(password);
    expect(await closed.state()).toMatchObject({ accounts: 1 });
    const again = await closed.findings();
    expect(again.candidates.map(({ gen }) => gen)).toEqual([5, 4, 3, 2, 1]);
  });

  it('is brought back whatever generation somebody wrote in its place', async () => {
    for (const gen of [Number.MAX_SAFE_INTEGER, 2 ** 48, 7]) {
      const disk = after((disk) => storeOn(disk, 'vault', { ...storedOn(disk, 'vault')!, gen }));
      const vault = vaultOn(disk);
      expect(codeOf(await vault.unlock(password))).toBe('vault-damaged');
      expect(valueOf(await vault.restore('previous', { password })).accounts).toBe(3);
      expect(storedOn(disk, 'vault')!.gen).toBe(gen === 7 ? 8 : 5);
      const closed = vaultOn(restarted(disk));
      expect(codeOf(await closed.unlock(password))).toBe('ok');
      expect(codeOf(await closed.update(adding(sampleAccount(4))))).toBe('ok');
      expect(await closed.state()).toEqual({ kind: 'open', protected: true, accounts: 4 });
    }
  });

  it('of another vault key takes nothing of the newer one away', async () => {
    const disk = await diskWith(2, password);
    const old = storedOn(disk, 'vault')!;
    await vaultOn(disk).protect(newPassword);
    storeOn(disk, 'vaultPrev', old);
    const vault = vaultOn(restarted(disk));
    expect(valueOf(await vault.restore('previous', { password })).accounts).toBe(2);
    const opened = await vault.findings();
    const newer = opened.candidates.find(({ gen }) => gen === 4);
    expect(await vault.previewCandidate(newer!.id, { password: newPassword })).toMatchObject({ ok: true });
  });

  it('of a vault without a password opens by this browser alone', async () => {
    const disk = restarted(await diskWith(2));
    storeOn(disk, 'vault', { damaged: true });
    const vault = vaultOn(disk);
    const [newest] = (await vault.findings()).candidates;
    expect(valueOf(await vault.restore(newest!.id, { device: true })).accounts).toBe(2);
    expect(await vaultOn(restarted(disk)).state()).toEqual({ kind: 'open', protected: false, accounts: 2 });
    disk.local.delete('deviceKey');
    disk.keptKey = null;
    expect(codeOf(await vaultOn(disk).restore('vault', { device: true }))).toBe('vault-damaged');
  });

  it('opens by the recovery code', async () => {
    const disk = await diskWith(2, password);
    const { code } = valueOf(await vaultOn(disk).addRecoveryCode());
    const closed = restarted(disk);
    closed.local.clear();
    const vault = vaultOn(closed);
    const [newest] = (await vault.findings()).candidates;
    expect(valueOf(await vault.restore(newest!.id, { recoveryCode: code })).accounts).toBe(2);
    expect(codeOf(await vaultOn(restarted(closed)).unlock(password))).toBe('ok');
  });

  it('is never put over a vault of a newer version, nor is one that is gone', async () => {
    const disk = after((disk) => storeOn(disk, 'vault', { ...storedOn(disk, 'vault'), v: 2 }));
    const before = [...disk.local];
    const vault = vaultOn(disk);
    const { candidates } = await vault.findings();
    expect(codeOf(await vault.restore(candidates[0]!.id, { password }))).toBe('vault-newer');
    expect([...disk.local]).toEqual(before);
    expect(codeOf(await vault.restore('gone', { password }))).toBe('vault-unreadable');
    expect(codeOf(await vault.exportCandidate('gone'))).toBe('vault-unreadable');
    expect(codeOf(await vaultOn(createDisk()).restore('vault', { password }))).toBe('vault-unreadable');
  });

  it('whose restore the store refuses changes nothing', async () => {
    const disk = after((disk) => storeOn(disk, 'vault', 'damaged'));
    const before = [...disk.local];
    const vault = createVault(createFailingVaultPorts(disk, 'store.commit'), vaultOptions);
    expect(codeOf(await vault.restore('previous', { password }))).toBe('vault-write-failed');
    expect([...disk.local]).toEqual(before);
    expect(disk.session).toBeNull();
  });
});
