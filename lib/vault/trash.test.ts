import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rehearsalSecret } from '@/lib/otp/rehearsal';
import type { Account, VaultContent } from '@/lib/vault/account';
import { editAccount, forgetHistory } from '@/lib/vault/history';
import { backedUp, backupReminder, missingFrom, withChangesCounted } from '@/lib/vault/reminder';
import { emptyTrash, moveToTrash, purge, restoreFromTrash } from '@/lib/vault/trash';
import { sampleAccount } from '@/tests/fakes/accounts';
import { createDisk } from '@/tests/fakes/vault-ports';
import { codeOf, valueOf, vaultOn } from '@/tests/fakes/vault-worlds';

const nowMs = 1_800_000_000_000;
const dayMs = 86_400_000;
const contentOf = (...accounts: readonly Account[]): VaultContent => ({ schema: 1, accounts });
const one = sampleAccount(1, { deviceName: 'Portable' });
const two = sampleAccount(2);

describe('the trash', () => {
  it('takes an account whole and gives it back whole', () => {
    const content = contentOf(one, two);
    const without = moveToTrash(content, one.id, nowMs);
    expect(without).toEqual({ ...contentOf(two), trash: [{ account: one, deletedAtMs: nowMs }] });
    expect(restoreFromTrash(without, one.id)).toEqual({ ...contentOf(two, one), trash: [] });
  });

  it('does nothing for an account that is not there, and gives the same content back', () => {
    const content = contentOf(one);
    expect(moveToTrash(content, two.id, nowMs)).toBe(content);
    expect(restoreFromTrash(content, one.id)).toBe(content);
    expect(emptyTrash(content)).toBe(content);
    expect(purge(content, nowMs)).toBe(content);
    const without = moveToTrash(content, one.id, nowMs);
    expect(emptyTrash(without, two.id)).toBe(without);
    expect(purge(without, nowMs + 30 * dayMs - 1)).toBe(without);
    expect(purge(without, nowMs - 400 * dayMs)).toBe(without);
  });

  it('does not double an account that came back by another way', () => {
    const both = { ...contentOf(one), trash: [{ account: one, deletedAtMs: nowMs }] };
    expect(restoreFromTrash(both, one.id)).toEqual({ ...contentOf(one), trash: [] });
    expect(moveToTrash(both, one.id, nowMs + 1).trash).toEqual([{ account: one, deletedAtMs: nowMs + 1 }]);
  });

  it('is emptied as asked, and by itself after 30 days', () => {
    const content = moveToTrash(moveToTrash(contentOf(one, two), one.id, nowMs), two.id, nowMs + dayMs);
    expect(emptyTrash(content, one.id).trash).toMatchObject([{ account: two }]);
    expect(emptyTrash(content).trash).toEqual([]);
    expect(purge(content, nowMs + 30 * dayMs).trash).toMatchObject([{ account: two }]);
  });

  it('lets go the earlier keys of an import when it can no longer be taken back', () => {
    const content = { ...contentOf(two), lastImport: { atMs: nowMs, added: [two.id], before: [one] } };
    expect(purge(content, nowMs + 30 * dayMs - 1)).toBe(content);
    expect(purge(content, nowMs - 400 * dayMs)).toBe(content);
    const after = purge(content, nowMs + 30 * dayMs);
    expect(after).toEqual({ ...contentOf(two), lastImport: { atMs: 0, added: [], before: [] } });
    expect(purge(after, nowMs + 60 * dayMs)).toBe(after);
  });

  it('loses no secret, whatever is moved in and out', () => {
    const ids = [1, 2, 3, 4].map((n) => sampleAccount(n).id);
    const step = fc.tuple(fc.boolean(), fc.constantFrom(...ids));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const start = contentOf(...[1, 2, 3, 4].map((n) => sampleAccount(n)));
        const end = steps.reduce<VaultContent>(
          (content, [out, id]) => (out ? moveToTrash(content, id, nowMs) : restoreFromTrash(content, id)),
          start,
        );
        const all = [...end.accounts, ...(end.trash ?? []).map(({ account }) => account)];
        expect(all.map(({ id }) => id).toSorted()).toEqual(ids);
      }),
    );
  });

  it('is purged by any write, and is no place where forgetting a field deletes', async () => {
    const disk = createDisk();
    const clock = { nowMs };
    const vault = vaultOn(disk, { nowMs: () => clock.nowMs });
    await vault.update(() => contentOf(one, two));
    await vault.update((content) => moveToTrash(content, one.id, clock.nowMs));
    expect(valueOf(await vault.content())).toMatchObject({ accounts: [{ id: two.id }], trash: [{}] });
    await vault.update(() => contentOf({ ...two, confirmed: true }));
    expect(valueOf(await vault.content()).trash).toHaveLength(1);
    clock.nowMs += 30 * dayMs;
    await vault.update(() => contentOf(two));
    expect(valueOf(await vault.content()).trash).toEqual([]);
    expect(codeOf(await vault.update((content) => moveToTrash(content, two.id, nowMs)))).toBe(
      'vault-smaller',
    );
  });
});

describe('an edited account', () => {
  const otp = { ...two.otp, secret: 'MFRGGZDF' } as Account['otp'];

  it('keeps what it was, field by field, oldest first', () => {
    const renamed = editAccount(contentOf(one), one.id, { issuer: 'Hôpital', name: one.name }, nowMs);
    const edited = editAccount(renamed, one.id, { otp, deviceName: null }, nowMs + 1);
    const { deviceName: _, ...rest } = one;
    expect(edited.accounts).toEqual([
      {
        ...rest,
        issuer: 'Hôpital',
        otp,
        history: [
          { changedAtMs: nowMs, before: { issuer: one.issuer } },
          { changedAtMs: nowMs + 1, before: { otp: one.otp, deviceName: 'Portable' } },
        ],
      },
    ]);
    const named = editAccount(contentOf(two), two.id, { deviceName: 'Bureau' }, nowMs);
    expect(named.accounts[0]).toMatchObject({
      deviceName: 'Bureau',
      history: [{ before: { deviceName: null } }],
    });
  });

  it('by nothing is the same content', () => {
    const content = contentOf(one);
    expect(editAccount(content, two.id, { issuer: 'x' }, nowMs)).toBe(content);
    expect(editAccount(content, one.id, { issuer: one.issuer, sites: [...one.sites] }, nowMs)).toBe(content);
  });

  it('forgets with a backup, in the trash too', () => {
    const edited = editAccount(contentOf(one, two), one.id, { name: 'x' }, nowMs);
    const forgotten = forgetHistory(moveToTrash(edited, one.id, nowMs));
    expect(forgotten.trash).toMatchObject([{ account: { name: 'x', history: [] } }]);
    expect(forgetHistory(edited).accounts).toMatchObject([{ history: [] }, {}]);
    expect(forgetHistory(contentOf(two))).toEqual(contentOf(two));
  });
});

describe('the reminder of a backup', () => {
  const changed = (content: VaultContent, n: number): VaultContent =>
    withChangesCounted(content, { ...content, accounts: [...content.accounts, sampleAccount(n)] });

  it('comes with the first account and goes with the first backup', () => {
    expect(backupReminder(contentOf(), nowMs)).toBe('none');
    const content = changed(contentOf(), 1);
    expect(backupReminder(content, nowMs)).toBe('first');
    expect(backupReminder(backedUp(content, nowMs), nowMs)).toBe('none');
  });

  it('comes back after five changes, or after thirty days with one', () => {
    let content = backedUp(contentOf(one), nowMs);
    expect(backupReminder(content, nowMs + 400 * dayMs)).toBe('none');
    content = changed(content, 2);
    expect(backupReminder(content, nowMs + 30 * dayMs - 1)).toBe('none');
    expect(backupReminder(content, nowMs + 30 * dayMs)).toBe('due');
    for (const n of [3, 4, 5]) content = changed(content, n);
    expect(backupReminder(content, nowMs)).toBe('none');
    content = changed(content, 6);
    expect(content.backup).toEqual({ lastBackupAtMs: nowMs, changesSince: 5 });
    expect(backupReminder(content, nowMs)).toBe('due');
  });

  it('counts what a lost account would take with it, not what codes and sites do', () => {
    const hotp = sampleAccount(3, {
      otp: { kind: 'hotp', secret: 'MFRGGZDF', algorithm: 'SHA1', digits: 6, counter: 1 },
    });
    const content = contentOf(one, two, hotp);
    const after = (...accounts: readonly Account[]) =>
      withChangesCounted(content, { ...content, accounts }).backup?.changesSince ?? 0;
    const counted = { ...hotp, otp: { ...hotp.otp, counter: 2 } as Account['otp'] };
    expect(after({ ...one, confirmed: true, sites: [] }, two, counted)).toBe(0);
    expect(after({ ...one, name: 'x' }, two, hotp)).toBe(1);
    expect(after(two, { ...hotp, otp: two.otp })).toBe(2);
    expect(after(one, two, hotp, sampleAccount(4), sampleAccount(5))).toBe(2);
  });

  it('says nothing of the practice account: it comes, changes and goes uncounted', () => {
    const practice = sampleAccount(9, {
      otp: {
        kind: 'totp',
        secret: rehearsalSecret(new Uint8Array(10)),
        algorithm: 'SHA1',
        digits: 6,
        periodSeconds: 30,
      },
    });
    const added = withChangesCounted(contentOf(), contentOf(practice));
    expect(added.backup).toBeUndefined();
    expect(backupReminder(added, nowMs)).toBe('none');
    const renamed = withChangesCounted(added, contentOf({ ...practice, name: 'x' }));
    expect(withChangesCounted(renamed, contentOf()).backup).toBeUndefined();
    expect(missingFrom(contentOf(one), contentOf(one, practice))).toBe(0);
    expect(backupReminder(contentOf(one, practice), nowMs)).toBe('first');
  });

  it('is counted by the vault itself', async () => {
    const vault = vaultOn(createDisk());
    await vault.update(() => contentOf(one, two));
    expect(valueOf(await vault.content()).backup).toEqual({ lastBackupAtMs: null, changesSince: 2 });
    await vault.update((content) => backedUp(content, nowMs));
    await vault.update((content) => editAccount(content, one.id, { name: 'x' }, nowMs));
    expect(valueOf(await vault.content()).backup).toEqual({ lastBackupAtMs: nowMs, changesSince: 1 });
    await vault.update((content) => backedUp(content, nowMs + 1));
    const content = valueOf(await vault.content());
    expect(content.backup).toEqual({ lastBackupAtMs: nowMs + 1, changesSince: 0 });
    expect(content.accounts.flatMap(({ history }) => history ?? [])).toEqual([]);
  });
});
