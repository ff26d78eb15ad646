import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Vault } from '@/lib/vault/vault';
import { adding, sampleAccount } from '@/tests/fakes/accounts';
import type { Disk } from '@/tests/fakes/vault-ports';
import { createDisk, storedOn } from '@/tests/fakes/vault-ports';
import {
  codeOf,
  diskWith,
  issuers,
  newPassword,
  password,
  valueOf,
  vaultOn,
} from '@/tests/fakes/vault-worlds';

vi.mock('hash-wasm', () => import('@/tests/fakes/quick-argon2'));

let disk: Disk;
let vault: Vault;
let code: string;
let text: string;
beforeAll(async () => {
  disk = await diskWith(3, password);
  vault = vaultOn(disk);
  code = valueOf(await vault.addRecoveryCode()).code;
  const prf = new Uint8Array(32).fill(7);
  const prfSalt = 'A'.repeat(43);
  valueOf(await vault.addPasskey({ credentialId: 'QUJD', rpId: 'x', prfSalt, label: 'Clé', prf }));
  const backup = valueOf(await vault.backup());
  expect(backup.accounts).toBe(3);
  text = backup.text;
});

describe('a backup', () => {
  it('needs nothing typed, and opens by the password and by the recovery code', async () => {
    for (const secret of [{ password }, { recoveryCode: code }]) {
      expect(await vault.testBackup(text, secret)).toEqual({
        ok: true,
        value: { accounts: 3, savedAt: 1_800_000_000_000 },
      });
      expect(issuers(await vaultOn(createDisk()).readBackup(text, secret))).toHaveLength(3);
    }
    expect(codeOf(await vault.testBackup(text, { password: newPassword }))).toBe('password-wrong');
    expect(codeOf(await vault.testBackup(text, { password: '' }))).toBe('password-wrong');
    const other = valueOf(await vaultOn(createDisk()).addRecoveryCode()).code;
    expect(codeOf(await vault.testBackup(text, { recoveryCode: other }))).toBe('recovery-code-wrong');
  });

  it('has a vault key of its own, no passkey, and says how it opens', () => {
    const envelope = JSON.parse(text);
    expect(envelope.slots.map(({ type }: { type: string }) => type)).toEqual(['password', 'recovery']);
    expect(envelope.vkId).not.toBe(storedOn(disk, 'vault')!.vkId);
    expect(envelope.note).toContain('the password or the recovery code of the vault');
    expect(text).toMatch(/^\{\n {2}"fmt": "seconde-vault",\n/);
    expect(text).not.toContain('Papineau');
  });

  it('is read and changes nothing; it is not taken for damage of the vault', async () => {
    const before = [...disk.local];
    await vault.readBackup(text, { password });
    expect([...disk.local]).toEqual(before);
    expect(await vault.state()).toMatchObject({ kind: 'open' });
  });

  it('still opens by what opened the vault that day', async () => {
    const later = await diskWith(1, password);
    const laterVault = vaultOn(later);
    const { text } = valueOf(await laterVault.backup());
    await laterVault.protect(newPassword);
    expect(codeOf(await laterVault.testBackup(text, { password }))).toBe('ok');
    expect(codeOf(await laterVault.testBackup(text, { password: newPassword }))).toBe('password-wrong');
  });

  it('that was cut is told from one of somebody else’s, at every length', async () => {
    for (let length = 0; length < text.length - 2; length += length < 60 ? 1 : 997) {
      const result = codeOf(await vault.testBackup(text.slice(0, length), { password }));
      expect({ length, result }).toEqual({
        length,
        result: length === 0 ? 'backup-not-ours' : 'backup-truncated',
      });
    }
  });

  it.each([
    '',
    'otpauth://totp/a?secret=GEZDGNBV',
    '{"db":{},"version":1}',
    '{"broken":',
    '[]',
    'null',
    '"seconde-vault"',
    '\u0000\u0001',
  ])('is not: %j', async (other) => {
    expect(codeOf(await vault.testBackup(other, { password }))).toBe('backup-not-ours');
  });

  it('is read with what editors and mail add to a file', async () => {
    const mailed = `\uFEFF${text.replaceAll('\n', '\r\n')}\r\n\r\n`;
    expect(codeOf(await vault.testBackup(mailed, { password }))).toBe('ok');
  });

  it('that was changed is damaged, and one of a newer version is newer', async () => {
    expect(codeOf(await vault.testBackup(text.replace('"gen": ', '"gen": 1'), { password }))).toBe(
      'vault-damaged',
    );
    expect(codeOf(await vault.testBackup(text.replace('"v": 1', '"v": 2'), { password }))).toBe(
      'vault-newer',
    );
  });

  it('brings everything back on an empty computer', async () => {
    const elsewhere = vaultOn(createDisk());
    const content = valueOf(await elsewhere.readBackup(text, { recoveryCode: code }));
    await elsewhere.update(adding(...content.accounts), { reason: 'restore' });
    expect(issuers(await elsewhere.content())).toEqual(issuers(await vault.content()));
    await elsewhere.update(adding(sampleAccount(9)));
    expect(issuers(await elsewhere.content())).toHaveLength(4);
  });
});
