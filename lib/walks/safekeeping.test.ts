import { beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultSettings } from '@/lib/settings/settings';
import { editAccount } from '@/lib/vault/history';
import type { Vault } from '@/lib/vault/vault';
import { adding, sampleAccount } from '@/tests/fakes/accounts';
import type { Disk } from '@/tests/fakes/vault-ports';
import { createDisk, createVaultPorts } from '@/tests/fakes/vault-ports';
import { codeOf, diskWith, password, valueOf, vaultOptions } from '@/tests/fakes/vault-worlds';
import { createVault } from '@/lib/vault/vault';
import { type AutomaticBackupPorts, automaticBackup } from './automatic-backup';
import { lookAtFile } from './backup-file';
import {
  backupState,
  emptySafekeeping,
  leave,
  leaveState,
  previewFile,
  removeAccount,
  restoreFile,
  safetyNotice,
  type SafekeepingPorts,
  testFile,
  trashRows,
  writeBackup,
} from './safekeeping';

vi.mock('hash-wasm', () => import('@/tests/fakes/quick-argon2'));

const dayMs = 86_400_000;
let nowMs = 0;
beforeEach(() => {
  nowMs = 1_790_000_000_000;
});

function worldOn(disk: Disk) {
  const vault: Vault = createVault(
    { ...createVaultPorts(disk), clock: { now: () => nowMs } },
    { ...vaultOptions, lockAfterMinutes: () => null },
  );
  let record = emptySafekeeping;
  const saved: { name: string; text: string }[] = [];
  const switches = { automaticBackup: true, maySave: true, saves: true };
  const ports: SafekeepingPorts & AutomaticBackupPorts = {
    vault,
    settings: {
      read: async () => ({ ...defaultSettings, automaticBackup: switches.automaticBackup }),
    },
    record: {
      read: async () => record,
      change: async (change) => {
        record = { ...record, ...change };
      },
    },
    now: () => nowMs,
    maySave: async () => switches.maySave,
    saveFile: async (name, text) => {
      if (!switches.saves) throw new Error('disk full');
      saved.push({ name, text });
    },
  };
  return { vault, ports, saved, switches, record: () => record };
}

/** An open vault of this password. */
async function world(accounts: number) {
  const made = worldOn(await diskWith(accounts, password));
  valueOf(await made.vault.unlock(password));
  return made;
}

const idOf = (n: number) => sampleAccount(n).id;

describe('a backup', () => {
  it('counts once it was tested, and no sooner', async () => {
    const { ports } = await world(3);
    const file = valueOf(await writeBackup(ports));
    expect(file).toMatchObject({ accounts: 3, fileName: 'seconde-2026-09-21.json' });
    expect(valueOf(await backupState(ports)).verifiedAtMs).toBeNull();
    expect(await safetyNotice(ports)).toMatchObject({ reminder: 'first' });

    expect(await testFile(ports, file.text, { password })).toEqual({
      ok: true,
      value: { accounts: 3, missing: 0, savedAt: nowMs },
    });
    expect(valueOf(await backupState(ports))).toMatchObject({ verifiedAtMs: nowMs, changesSince: 0 });
    expect(await safetyNotice(ports)).toMatchObject({ reminder: 'none' });
  });

  it('that lacks an account, or holds it as it was, opens and does not count', async () => {
    const { vault, ports } = await world(2);
    const file = valueOf(await writeBackup(ports));
    await vault.update(adding(sampleAccount(9)));
    expect(await testFile(ports, file.text, { password })).toMatchObject({ value: { missing: 1 } });
    expect(valueOf(await backupState(ports)).verifiedAtMs).toBeNull();
  });

  it('opens by the recovery code as well', async () => {
    const { vault, ports } = await world(1);
    const { code } = valueOf(await vault.addRecoveryCode());
    const file = valueOf(await writeBackup(ports));
    expect(lookAtFile(file.text)).toMatchObject({ value: { ways: ['password', 'recovery'] } });
    expect(await testFile(ports, file.text, { recoveryCode: code })).toMatchObject({ ok: true });
  });

  it('of another password changes nothing', async () => {
    const { vault, ports } = await world(1);
    const file = valueOf(await writeBackup(ports));
    const before = await vault.content();
    for (const run of [
      testFile(ports, file.text, { password: 'un autre' }),
      previewFile(ports, file.text, { password: 'un autre' }),
      restoreFile(ports, file.text, { password: 'un autre' }, 'replace'),
      restoreFile(ports, file.text, { password: 'un autre' }, 'whole'),
    ])
      expect(codeOf(await run)).toBe('password-wrong');
    expect(await vault.content()).toEqual(before);
  });

  it('is not spoken of for a week after “not this week”', async () => {
    const { ports } = await world(1);
    await ports.record.change({ quietUntilMs: nowMs + 7 * dayMs });
    expect(await safetyNotice(ports)).toMatchObject({ reminder: 'none' });
    nowMs += 7 * dayMs;
    expect(await safetyNotice(ports)).toMatchObject({ reminder: 'first' });
  });
});

describe('a file that is no backup', () => {
  it.each([
    ['nothing', '', 'backup-not-ours'],
    ['a page', '<html></html>', 'backup-not-ours'],
    ['another product’s', '{"encrypted":true,"data":"x"}', 'backup-not-ours'],
    ['a list', '[]', 'backup-not-ours'],
  ])('%s is said so', (_name, text, code) => {
    expect(codeOf(lookAtFile(text))).toBe(code);
  });

  it.each([
    ['cut', (text: string) => text.slice(0, -200), 'backup-truncated'],
    ['newer', (text: string) => text.replace('"v": 1', '"v": 2'), 'backup-newer'],
    ['of another shape', (text: string) => text.replace('"slots"', '"slotz"'), 'backup-damaged'],
    [
      'asking for the memory of ten computers',
      (text: string) => text.replace(/"memoryKiB": \d+/, '"memoryKiB": 999999999'),
      'backup-cost',
    ],
    ['weakened', (text: string) => text.replace(/"passes": \d+/, '"passes": 1'), 'backup-cost'],
  ])('one that is %s has its own sentence, before any password', async (_name, spoil, code) => {
    const { vault, ports } = await world(1);
    const { text } = valueOf(await writeBackup(ports));
    const before = await vault.content();
    expect(spoil(text)).not.toBe(text);
    expect(codeOf(lookAtFile(spoil(text)))).toBe(code);
    for (const mode of ['add', 'replace', 'whole'] as const)
      expect(codeOf(await restoreFile(ports, spoil(text), { password }, mode))).not.toBe('ok');
    expect(await vault.content()).toEqual(before);
  });

  it('of a body that was changed is damaged, not of a wrong password', async () => {
    const { ports } = await world(1);
    const { text } = valueOf(await writeBackup(ports));
    const spoiled = text.replace(/"savedAt": \d/, '"savedAt": 2');
    expect(codeOf(await previewFile(ports, spoiled, { password }))).toBe('backup-damaged');
  });
});

describe('restoring a file', () => {
  it('is seen first: what is in it, what is new, what is only here', async () => {
    const { vault, ports } = await world(3);
    const { text } = valueOf(await writeBackup(ports));
    await removeAccount(ports, idOf(1));
    await vault.update(adding(sampleAccount(9)));
    const preview = valueOf(await previewFile(ports, text, { password }));
    expect(preview.accounts.map(({ isNew }) => isNew)).toEqual([true, false, false]);
    expect(preview.onlyHere).toBe(1);
  });

  it('adds what is missing and leaves the rest as it is', async () => {
    const { vault, ports } = await world(3);
    const { text } = valueOf(await writeBackup(ports));
    await removeAccount(ports, idOf(1));
    await vault.update(adding(sampleAccount(9)));
    expect(await restoreFile(ports, text, { password }, 'add')).toEqual({ ok: true, value: { accounts: 4 } });
    expect(valueOf(await trashRows(ports))).toEqual([]);
  });

  it('replaces, with what was only here in the trash, and the state before among the candidates', async () => {
    const { vault, ports } = await world(2);
    const { text } = valueOf(await writeBackup(ports));
    await vault.update(adding(sampleAccount(9)));
    expect(await restoreFile(ports, text, { password }, 'replace')).toMatchObject({ value: { accounts: 2 } });
    expect(valueOf(await trashRows(ports)).map(({ id }) => id)).toEqual([idOf(9)]);

    const { candidates } = await vault.findings();
    expect(await vault.restore(candidates[1]?.id ?? '', { password })).toMatchObject({
      value: { accounts: 3 },
    });
  });

  it('replaces, with what an account was here in its history, as changed by the copy', async () => {
    const { vault, ports } = await world(1);
    const { text } = valueOf(await writeBackup(ports));
    await vault.update((content) => editAccount(content, idOf(1), { note: 'plus récente' }, 5));
    await restoreFile(ports, text, { password }, 'replace');
    const [account] = valueOf(await vault.content()).accounts;
    expect(account?.note).toBeUndefined();
    expect(account?.history).toMatchObject([
      { before: { note: null } },
      { before: { note: 'plus récente' }, by: 'restore' },
    ]);
    await restoreFile(ports, text, { password }, 'replace');
    expect(valueOf(await vault.content()).accounts[0]?.history).toHaveLength(2);
  });

  it('never sets a counter back', async () => {
    const counted = (counter: number) =>
      sampleAccount(5, {
        otp: { kind: 'hotp', secret: 'GEZDGNBVGY3TQOJQ', algorithm: 'SHA1', digits: 6, counter },
      });
    const { vault, ports } = await world(1);
    await vault.update(adding(counted(4)));
    const { text } = valueOf(await writeBackup(ports));
    await vault.update((content) => ({
      ...content,
      accounts: content.accounts.map((one) => (one.id === idOf(5) ? counted(7) : one)),
    }));
    await restoreFile(ports, text, { password }, 'replace');
    const { accounts } = valueOf(await vault.content());
    expect(accounts.find(({ id }) => id === idOf(5))?.otp).toMatchObject({ counter: 7 });
  });

  it('on a computer that never had an account brings the vault with its password', async () => {
    const { ports } = await world(3);
    const { text } = valueOf(await writeBackup(ports));
    const disk = createDisk();
    const fresh = worldOn(disk);
    expect(await restoreFile(fresh.ports, text, { password }, 'whole')).toMatchObject({
      value: { accounts: 3 },
    });
    await fresh.vault.lock();
    expect(await fresh.vault.state()).toEqual({ kind: 'locked' });
    expect(codeOf(await fresh.vault.unlock(password))).toBe('ok');
    await fresh.vault.update(adding(sampleAccount(9)));
    expect(valueOf(await fresh.vault.content()).accounts).toHaveLength(4);
  });

  it('brings back a vault that is damaged', async () => {
    const disk = await diskWith(2, password);
    const { ports, vault } = worldOn(disk);
    valueOf(await vault.unlock(password));
    const { text } = valueOf(await writeBackup(ports));
    disk.local.set('vault', '{"fmt":"seconde-vault"}');
    const after = worldOn(disk);
    expect(await after.vault.state()).toMatchObject({ kind: 'unusable' });
    expect(await restoreFile(after.ports, text, { password }, 'whole')).toMatchObject({ ok: true });
    expect(await worldOn(disk).vault.state()).toMatchObject({ kind: 'open', accounts: 2 });
  });

  it('writes nothing over a vault of a newer version', async () => {
    const disk = await diskWith(2, password);
    const { ports, vault } = worldOn(disk);
    valueOf(await vault.unlock(password));
    const { text } = valueOf(await writeBackup(ports));
    const newer = disk.local.get('vault')?.replace('"v":1', '"v":2') ?? '';
    disk.local.set('vault', newer);
    const after = worldOn(disk);
    expect(codeOf(await restoreFile(after.ports, text, { password }, 'whole'))).toBe('vault-newer');
    expect(disk.local.get('vault')).toBe(newer);
  });
});

describe('an account that is taken out', () => {
  it('is in the trash for 30 days, also when it was the last one', async () => {
    const { vault, ports } = await world(1);
    expect(codeOf(await removeAccount(ports, idOf(1)))).toBe('ok');
    expect(valueOf(await vault.content()).accounts).toEqual([]);
    expect(valueOf(await trashRows(ports))).toMatchObject([{ id: idOf(1), daysLeft: 30 }]);
    nowMs += 29.5 * dayMs;
    expect(valueOf(await trashRows(ports))).toMatchObject([{ daysLeft: 1 }]);
    nowMs += dayMs;
    expect(valueOf(await trashRows(ports))).toEqual([]);
  });

  it('that is not there any more is said so', async () => {
    const { ports } = await world(1);
    expect(codeOf(await removeAccount(ports, 'nobody'))).toBe('account-unknown');
  });
});

describe('the automatic copy', () => {
  it('is written after a change, at most once a day, and only when something changed', async () => {
    const { vault, ports, saved } = await world(1);
    expect(await automaticBackup(ports)).toBeNull();
    expect(saved.map(({ name }) => name)).toEqual(['Seconde/seconde-backup-1.json']);
    expect(codeOf(await testFile(ports, saved[0]?.text ?? '', { password }))).toBe('ok');

    await vault.update(adding(sampleAccount(9)));
    expect(await automaticBackup(ports)).toBe(nowMs + dayMs);
    nowMs += dayMs;
    expect(await automaticBackup(ports)).toBeNull();
    nowMs += dayMs;
    await automaticBackup(ports);
    expect(saved.map(({ name }) => name.at(-6))).toEqual(['1', '2']);
  });

  it('is not written when it is off, or while the vault is locked', async () => {
    const { vault, ports, saved, switches, record } = await world(1);
    switches.automaticBackup = false;
    await automaticBackup(ports);
    switches.automaticBackup = true;
    await vault.lock();
    await automaticBackup(ports);
    expect(saved).toEqual([]);
    expect(record().automaticFailed).toBe(false);
  });

  it.each(['maySave', 'saves'] as const)('that fails (%s) is said, and tried again', async (what) => {
    const { ports, saved, switches } = await world(1);
    switches[what] = false;
    await automaticBackup(ports);
    expect(await safetyNotice(ports)).toMatchObject({ automaticFailed: true });
    switches[what] = true;
    await automaticBackup(ports);
    expect(saved).toHaveLength(1);
    expect(await safetyNotice(ports)).toMatchObject({ automaticFailed: false });
  });
});

describe('leaving this computer', () => {
  it('needs a copy tested in the last day, with everything in it', async () => {
    const { vault, ports } = await world(2);
    expect(codeOf(await leave(ports, false))).toBe('backup-not-tested');
    const { text } = valueOf(await writeBackup(ports));
    expect(codeOf(await leave(ports, false))).toBe('backup-not-tested');
    await testFile(ports, text, { password });
    expect(valueOf(await leaveState(ports)).isBackedUp).toBe(true);
    nowMs += dayMs;
    expect(codeOf(await leave(ports, false))).toBe('backup-not-tested');
    nowMs -= dayMs;
    await vault.update(adding(sampleAccount(9)));
    expect(codeOf(await leave(ports, false))).toBe('backup-not-tested');
    expect(await vault.state()).toMatchObject({ kind: 'open', accounts: 3 });
  });

  it('erases everything, and says which files remain', async () => {
    const disk = await diskWith(2, password);
    const { vault, ports } = worldOn(disk);
    valueOf(await vault.unlock(password));
    await writeBackup(ports);
    expect(await leave(ports, true)).toEqual({ ok: true, value: { files: ['seconde-2026-09-21.json'] } });
    expect([...disk.local.keys()]).toEqual([]);
    expect([...disk.mirror.keys()]).toEqual([]);
    expect(await worldOn(disk).vault.state()).toEqual({ kind: 'empty' });
  });
});
