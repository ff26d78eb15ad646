import { beforeAll, describe, expect, it, vi } from 'vitest';
import { randomBytes } from '@/lib/crypto/random';
import { toBase64Url } from '@/lib/crypto/bytes';
import { importHkdfKey } from '@/lib/crypto/hkdf';
import { openBody, sealBody } from '@/lib/vault/body';
import { encodeContent } from '@/lib/vault/content';
import { headerOf } from '@/lib/vault/envelope';
import { rewrapSlot } from '@/lib/vault/slot-sealing';
import type { BoxedSlot } from '@/lib/vault/slots';
import type { Vault } from '@/lib/vault/vault';
import { adding, sampleAccount } from '@/tests/fakes/accounts';
import type { Disk } from '@/tests/fakes/vault-ports';
import { copyOfDisk, createDisk, mirrorOn, restarted, storedOn, storeOn } from '@/tests/fakes/vault-ports';
import {
  codeOf,
  diskWith,
  issuers,
  leaves,
  newPassword,
  otherValue,
  password,
  valueOf,
  vaultOn,
  withValue,
} from '@/tests/fakes/vault-worlds';

vi.mock('hash-wasm', () => import('@/tests/fakes/quick-argon2'));

const prf = randomBytes(32);
const passkey = {
  credentialId: toBase64Url(randomBytes(20)),
  rpId: 'abcdefghijklmnop',
  prfSalt: toBase64Url(randomBytes(32)),
  label: 'Clé bleue',
};

async function typesOf(vault: Vault): Promise<readonly string[]> {
  return valueOf(await vault.ways()).map(({ type }) => type);
}

async function wayId(vault: Vault, type: string): Promise<string> {
  return valueOf(await vault.ways()).find((way) => way.type === type)!.id;
}

/** A locked vault that opens in three ways. */
async function threeWays(): Promise<{ disk: Disk; code: string }> {
  const disk = await diskWith(2, password);
  const vault = vaultOn(disk);
  const { code } = valueOf(await vault.addRecoveryCode());
  valueOf(await vault.addPasskey({ ...passkey, prf }));
  await vault.lock();
  return { disk, code };
}

let locked: Disk;
let code: string;
beforeAll(async () => ({ disk: locked, code } = await threeWays()));

const start = () => {
  const disk = copyOfDisk(locked);
  return { disk, vault: vaultOn(disk) };
};

describe('a locked vault', () => {
  it('opens by password, by recovery code in any writing, and by passkey', async () => {
    const ways: ((vault: Vault) => Promise<unknown>)[] = [
      (vault) => vault.unlock(password),
      (vault) => vault.unlockWithRecoveryCode(code),
      (vault) => vault.unlockWithRecoveryCode(` ${code.toLowerCase().replaceAll('-', ' ')}.`),
      (vault) => vault.unlockWithPasskey({ credentialId: passkey.credentialId, prf }),
    ];
    for (const unlock of ways) {
      const { disk, vault } = start();
      expect(await unlock(vault)).toEqual({ ok: true });
      expect(issuers(await vaultOn(disk).content())).toHaveLength(2);
    }
  });

  it('does not open by another secret of each kind, and says which', async () => {
    const { disk, vault } = start();
    const before = [...disk.local];
    const other = valueOf(await vaultOn(await diskWith(1, password)).addRecoveryCode()).code;
    const wrongPrf = { credentialId: passkey.credentialId, prf: randomBytes(32) };
    expect(codeOf(await vault.unlock(newPassword))).toBe('password-wrong');
    expect(codeOf(await vault.unlockWithRecoveryCode(other))).toBe('recovery-code-wrong');
    expect(await vault.unlockWithRecoveryCode(code.slice(0, -1))).toEqual({
      ok: false,
      failure: { code: 'recovery-code-malformed', details: { position: '8' } },
    });
    expect(codeOf(await vault.unlockWithPasskey(wrongPrf))).toBe('passkey-unknown');
    expect(codeOf(await vault.unlockWithPasskey({ credentialId: 'AAAA', prf }))).toBe('passkey-unknown');
    expect(await vault.state()).toEqual({ kind: 'locked' });
    expect([...disk.local]).toEqual(before);
    await expect(vault.unlockWithPasskey({ credentialId: 'AAAA', prf: new Uint8Array(31) })).rejects.toThrow(
      '"prf"',
    );
  });

  it('tells what WebAuthn must be asked for, and its ways, and no more can be done to it', async () => {
    const { vault } = start();
    expect(await vault.passkeys()).toEqual([passkey]);
    expect(valueOf(await vault.ways())).toMatchObject([
      { type: 'password', label: '', createdAt: 1_800_000_000_000 },
      { type: 'recovery', label: '', createdAt: 1_800_000_000_000 },
      { type: 'prf', label: 'Clé bleue', createdAt: 1_800_000_000_000 },
    ]);
    expect(codeOf(await vault.addRecoveryCode())).toBe('vault-locked');
    expect(codeOf(await vault.addPasskey({ ...passkey, prf }))).toBe('vault-locked');
    expect(codeOf(await vault.removeWay(await wayId(vault, 'prf')))).toBe('vault-locked');
    expect(codeOf(await vault.backup())).toBe('vault-locked');
  });
});

describe('a change of ways', () => {
  it('of the password leaves the printed code and the passkey as they are', async () => {
    const { disk, vault } = start();
    await vault.unlock(password);
    const ids = valueOf(await vault.ways()).map(({ id }) => id);
    valueOf(await vault.protect(newPassword));
    expect(
      valueOf(await vault.ways())
        .map(({ id }) => id)
        .slice(0, 2),
    ).toEqual(ids.slice(1));
    for (const unlock of [
      (closed: Vault) => closed.unlock(newPassword),
      (closed: Vault) => closed.unlockWithRecoveryCode(code),
      (closed: Vault) => closed.unlockWithPasskey({ credentialId: passkey.credentialId, prf }),
    ]) {
      expect(codeOf(await unlock(vaultOn(restarted(disk))))).toBe('ok');
    }
    expect(codeOf(await vaultOn(restarted(disk)).unlock(password))).toBe('password-wrong');
  });

  it('to another recovery code ends the first, and nobody types the password', async () => {
    const { disk, vault } = start();
    await vault.unlockWithRecoveryCode(code);
    const vkId = storedOn(disk, 'vault')!.vkId;
    const again = valueOf(await vault.addRecoveryCode()).code;
    expect(storedOn(disk, 'vault')!.vkId).not.toBe(vkId);
    expect(await typesOf(vault)).toEqual(['password', 'prf', 'recovery']);
    expect(codeOf(await vaultOn(restarted(disk)).unlockWithRecoveryCode(code))).toBe('recovery-code-wrong');
    expect(codeOf(await vaultOn(restarted(disk)).unlockWithRecoveryCode(again))).toBe('ok');
    expect(codeOf(await vaultOn(restarted(disk)).unlock(password))).toBe('ok');
  });

  it('takes away what is taken away: a lost passkey opens nothing any more, the password still does', async () => {
    const { disk, vault } = start();
    await vault.unlock(password);
    valueOf(await vault.removeWay(await wayId(vault, 'prf')));
    expect(await vault.passkeys()).toEqual([]);
    const answer = { credentialId: passkey.credentialId, prf };
    expect(codeOf(await vaultOn(restarted(disk)).unlockWithPasskey(answer))).toBe('passkey-unknown');
    expect(codeOf(await vaultOn(restarted(disk)).unlock(password))).toBe('ok');
    expect(codeOf(await vault.removeWay('gone-already'))).toBe('ok');
  });

  it('never takes the last password or recovery code, whatever passkeys there are', async () => {
    const { disk, vault } = start();
    await vault.unlock(password);
    valueOf(await vault.removeWay(await wayId(vault, 'password')));
    const before = [...disk.local];
    expect(codeOf(await vault.removeWay(await wayId(vault, 'recovery')))).toBe('way-last');
    expect([...disk.local]).toEqual(before);
    expect(await vault.state()).toMatchObject({ kind: 'open', protected: true });
    expect(codeOf(await vaultOn(restarted(disk)).unlockWithRecoveryCode(code))).toBe('ok');
  });

  it('has one slot for one passkey', async () => {
    const { vault } = start();
    await vault.unlock(password);
    valueOf(await vault.addPasskey({ ...passkey, label: 'Clé verte', prf }));
    expect(await vault.passkeys()).toEqual([{ ...passkey, label: 'Clé verte' }]);
    valueOf(await vault.addPasskey({ ...passkey, label: `${'x'.repeat(99)}🔑`, prf }));
    expect((await vault.passkeys())[0]?.label).toBe(`${'x'.repeat(99)}\uFFFD`);
  });

  it('ends the device key with a recovery code as with a password; a passkey comes only after', async () => {
    const disk = await diskWith(2);
    const vault = vaultOn(disk);
    expect(await typesOf(vault)).toEqual(['device']);
    expect(codeOf(await vault.addPasskey({ ...passkey, prf }))).toBe('vault-unprotected');
    expect(codeOf(await vault.removeWay(await wayId(vault, 'device')))).toBe('way-last');
    expect(codeOf(await vault.backup())).toBe('vault-unprotected');
    const { code } = valueOf(await vault.addRecoveryCode());
    expect([disk.keptKey, disk.local.has('deviceKey')]).toEqual([null, false]);
    expect(await typesOf(vault)).toEqual(['recovery']);
    const closed = vaultOn(restarted(disk));
    expect(await closed.state()).toEqual({ kind: 'locked' });
    expect(codeOf(await closed.unlockWithRecoveryCode(code))).toBe('ok');
    expect(issuers(await closed.content())).toHaveLength(2);
  });

  it('can come before the first account', async () => {
    const disk = createDisk();
    const { code } = valueOf(await vaultOn(disk).addRecoveryCode());
    const closed = vaultOn(restarted(disk));
    expect(codeOf(await closed.unlockWithRecoveryCode(code))).toBe('ok');
    expect(issuers(await closed.content())).toEqual([]);
  });
});

describe('after another password', () => {
  it('neither the old one nor the old vault key opens anything kept, the ring included', async () => {
    const { disk, vault } = start();
    await vault.unlock(password);
    for (let n = 3; n < 8; n++) await vault.update(adding(sampleAccount(n)));
    const old = storedOn(disk, 'vault')!;
    const oldVk = disk.session!.vk;
    expect(mirrorOn(disk).length).toBeGreaterThan(5);
    valueOf(await vault.protect(newPassword));
    const kept = [
      storedOn(disk, 'vault')!,
      storedOn(disk, 'vaultPrev')!,
      ...mirrorOn(disk).map(({ envelope }) => envelope),
    ];
    expect(kept.length).toBeGreaterThan(7);
    for (const envelope of kept) {
      expect(envelope.vkId).not.toBe(old.vkId);
      expect(envelope.slots.map(({ id }) => id)).not.toContain(old.slots[0]!.id);
      expect(await openBody(envelope, oldVk)).toBeNull();
      const elsewhere = createDisk();
      storeOn(elsewhere, 'vault', envelope);
      expect(codeOf(await vaultOn(elsewhere).unlock(password))).toBe('password-wrong');
      expect(codeOf(await vaultOn(elsewhere).unlock(newPassword))).toBe('ok');
    }
    // Every generation is still there, with what it held then.
    expect(mirrorOn(disk).map(({ name }) => name.gen)).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
    expect(mirrorOn(disk)[1]!.name.why).toBe('rotation');
  });
});

describe('one changed value in a vault of three ways', () => {
  it('is damage by every way, unless it decides whose slot is opened', async () => {
    const envelope = storedOn(locked, 'vault')!;
    const unlocks = {
      password: (vault: Vault) => vault.unlock(password),
      recovery: (vault: Vault) => vault.unlockWithRecoveryCode(code),
      prf: (vault: Vault) => vault.unlockWithPasskey({ credentialId: passkey.credentialId, prf }),
    };
    const deciding = /^(id|check|kdf\.(salt|memoryKiB|passes|lanes)|credentialId)$/;
    let tried = 0;
    for (const { path, value } of leaves(envelope)) {
      const name = path.join('.');
      if (name === 'v' || name === 'minReader') continue;
      const [, at, field] = /^slots\.(\d)\.(.*)$/.exec(name) ?? [];
      for (const [type, unlock] of Object.entries(unlocks)) {
        // Of another slot one field is enough: they are all in the same header.
        if (at !== undefined && envelope.slots[Number(at)]!.type !== type && field !== 'pub') continue;
        const disk = copyOfDisk(locked);
        storeOn(disk, 'vault', withValue(envelope, path, otherValue(value)));
        const code = codeOf(await unlock(vaultOn(disk)));
        const isOwn = at !== undefined && envelope.slots[Number(at)]!.type === type;
        const isWrong = isOwn && deciding.test(field!);
        expect({ name, type, code }).toEqual({
          name,
          type,
          code: isWrong ? expect.stringMatching(/wrong|unknown/) : 'vault-damaged',
        });
        tried++;
      }
    }
    expect(tried).toBeGreaterThan(80);
  });

  it('is never sealed to: a public key put in storage is found before a new vault key is made', async () => {
    const { disk, vault } = start();
    await vault.unlock(password);
    const stored = storedOn(disk, 'vault')!;
    const foreign = storedOn(await diskWith(1, password), 'vault')!.slots[0] as { pub: string };
    storeOn(disk, 'vault', withValue(stored, ['slots', 1, 'pub'], foreign.pub));
    expect(codeOf(await vault.protect(newPassword))).toBe('vault-damaged');
    expect(codeOf(await vault.backup())).toBe('vault-damaged');
  });
});

describe('who can write to storage but open nothing', () => {
  it('cannot put a vault there that the person’s own secrets open', async () => {
    const real = storedOn(locked, 'vault')!;
    const vaultKey = randomBytes(32);
    const place = { ...headerOf(real), vkId: 'another', gen: real.gen + 1 };
    // All that is in clear is used as it is, and the public keys as anybody can.
    const senderKey = toBase64Url(randomBytes(32));
    const slots = await Promise.all(
      real.slots.map((slot) => rewrapSlot(place, { slot: slot as BoxedSlot, senderKey }, vaultKey)),
    );
    const theirs = encodeContent({ schema: 1, accounts: [sampleAccount(66)] });
    const forged = await sealBody({ ...place, slots }, await importHkdfKey(vaultKey), theirs);
    const disk = copyOfDisk(locked);
    storeOn(disk, 'vault', forged);
    const vault = vaultOn(disk);
    const answer = { credentialId: passkey.credentialId, prf };
    expect(codeOf(await vault.unlock(password))).toBe('vault-damaged');
    expect(codeOf(await vault.unlockWithRecoveryCode(code))).toBe('vault-damaged');
    expect(codeOf(await vault.unlockWithPasskey(answer))).toBe('vault-damaged');
    expect(codeOf(await vault.testBackup(JSON.stringify(forged), { password }))).toBe('vault-damaged');
    const [newest] = (await vault.findings()).candidates.filter(({ source }) => source !== 'vault');
    expect(await vault.previewCandidate(newest!.id, { password })).toMatchObject({ value: { accounts: 2 } });
  });
});

describe('the sender’s keys', () => {
  it('follow the slots, whatever a change of the content does to them', async () => {
    const { disk, vault } = start();
    await vault.unlock(password);
    const ids = (names: object | undefined) => Object.keys(names ?? {}).toSorted();
    const slotIds = () =>
      storedOn(disk, 'vault')!
        .slots.map(({ id }) => id)
        .toSorted();
    await vault.update((content) => ({
      ...content,
      senderKeys: { other: 'x' },
      accounts: [...content.accounts],
    }));
    expect(ids(valueOf(await vault.content()).senderKeys)).toEqual(slotIds());
    valueOf(await vault.removeWay(await wayId(vault, 'prf')));
    valueOf(await vault.protect(newPassword));
    expect(ids(valueOf(await vault.content()).senderKeys)).toEqual(slotIds());
    const { text } = valueOf(await vault.backup());
    const read = valueOf(await vault.readBackup(text, { password: newPassword }));
    expect(ids(read.senderKeys)).toEqual(slotIds());
  });

  it('of now are in every older generation: after a restore the ways can still be changed', async () => {
    const { disk, vault } = start();
    await vault.unlock(password);
    const { code: newest } = valueOf(await vault.addRecoveryCode());
    const { candidates } = await vault.findings();
    const oldest = candidates.at(-1)!;
    expect(oldest.gen).toBe(1);
    valueOf(await vault.restore(oldest.id, { recoveryCode: newest }));
    valueOf(await vault.protect(newPassword));
    expect(codeOf(await vaultOn(restarted(disk)).unlockWithRecoveryCode(newest))).toBe('ok');
    const answer = { credentialId: passkey.credentialId, prf };
    expect(codeOf(await vaultOn(restarted(disk)).unlockWithPasskey(answer))).toBe('ok');
  });
});
