import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { floorCost } from '@/lib/crypto/kdf';
import { gunzip, gzip } from '@/lib/vault/compression';
import type { VaultContent } from '@/lib/vault/account';
import type { OtpParameters } from '@/lib/otp/parameters';
import { parseOtpauthUri } from '@/lib/otp/otpauth-uri';
import type { Vault } from '@/lib/vault/vault';
import { createVault } from '@/lib/vault/vault';
import { adding, sampleAccount } from '@/tests/fakes/accounts';
import { createDisk, createVaultPorts, storeOn } from '@/tests/fakes/vault-ports';

/** Written once by version 1 of the format, for the password `patate-frite-7`. Must open for ever. */
const golden = readFileSync(join(import.meta.dirname, '../../tests/vectors/vault-1.json'), 'utf8');
const options = { lockAfterMinutes: () => null, kdfCost: floorCost };

/** docs/decrypt.mjs: docs/vault-format.md as a program, with nothing of ours. Its output, or what it complains of. */
function decrypt(text: string, secret: string, ...options: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'seconde-'));
  const file = join(folder, 'backup.json');
  writeFileSync(file, text);
  const program = join(import.meta.dirname, '../../docs/decrypt.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...options, file], {
    input: `${secret}\n`,
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true });
  return status === 0 ? stdout : stderr;
}

function openAsDocumented(text: string, secret: string): unknown {
  return JSON.parse(decrypt(text, secret, '--json'));
}

describe('the vault format', () => {
  it.each([1, 600])('is what its document says: %i accounts', async (count) => {
    const vault = createVault(createVaultPorts(createDisk()), options);
    const accounts = Array.from({ length: count }, (_, n) => sampleAccount(n));
    await vault.update((content) => ({ ...content, accounts }));
    await vault.protect('Éte\u0301 à l’ombre');
    const copy = await vault.backup();
    const text = copy.ok ? copy.value.text : '';
    expect(JSON.parse(text).body.comp).toBe(count === 1 ? 'none' : 'gzip');
    const content = await vault.content();
    // A copy has slots of its own, and so the keys of those.
    const { senderKeys, ...opened } = openAsDocumented(text, 'E\u0301té à l’ombre') as VaultContent;
    const { senderKeys: _, ...kept } = content.ok ? content.value : ({} as VaultContent);
    expect(opened).toEqual(kept);
    expect(Object.keys(senderKeys ?? {})).toEqual([JSON.parse(text).slots[0].id]);
  });

  it('of version 1 opens, by this code and by the document', async () => {
    const disk = createDisk();
    storeOn(disk, 'vault', JSON.parse(golden));
    const vault = createVault(createVaultPorts(disk), options);
    expect(await vault.unlock('patate-frite-7')).toEqual({ ok: true });
    const content = { schema: 1, accounts: [sampleAccount(1), sampleAccount(2, { deviceName: 'Portable' })] };
    expect(await vault.content()).toEqual({ ok: true, value: content });
    expect(openAsDocumented(golden, 'patate-frite-7')).toEqual(content);
  });
});

describe('a vault of three ways', () => {
  /** Written once by version 1 of the format. Must open for ever, by each of its ways. */
  const vector = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../tests/vectors/vault-1-ways.json'), 'utf8'),
  );

  it('of version 1 opens by each, by this code and by the document', async () => {
    const prf = Uint8Array.from(Buffer.from(vector.passkey.prf, 'base64url'));
    for (const unlock of [
      (vault: Vault) => vault.unlock(vector.password),
      (vault: Vault) => vault.unlockWithRecoveryCode(vector.recoveryCode),
      (vault: Vault) => vault.unlockWithPasskey({ credentialId: vector.passkey.credentialId, prf }),
    ]) {
      const disk = createDisk();
      storeOn(disk, 'vault', vector.envelope);
      const vault = createVault(createVaultPorts(disk), options);
      expect(await unlock(vault)).toEqual({ ok: true });
      expect(await vault.content()).toEqual({ ok: true, value: vector.content });
    }
    for (const secret of [vector.password, vector.recoveryCode])
      expect(openAsDocumented(JSON.stringify(vector.envelope), secret)).toEqual(vector.content);
  });
});

describe('a backup', () => {
  const password = 'patate-frite-7';

  it('opens outside the browser by each of its secrets, and every account comes out as an address', async () => {
    const vault = createVault(createVaultPorts(createDisk()), options);
    const accounts = [
      sampleAccount(1),
      sampleAccount(2, { issuer: '', name: 'a:b', otp: { kind: 'steam', secret: 'GEZDGNBV' } }),
      sampleAccount(4, { otp: { kind: 'motp', secret: '4MKSV7XGEWM4Q', pin: '0042' } }),
      sampleAccount(5, {
        issuer: '',
        otp: { kind: 'yandex', secret: 'LA2V6KMCGYMWWVEW64RNP3JA3I', pin: '5210481216086702' },
      }),
      sampleAccount(3, {
        issuer: 'Clinique & Cie: Québec',
        otp: { kind: 'hotp', secret: 'GEZDGNBV', algorithm: 'SHA512', digits: 8, counter: 2 ** 40 },
      }),
    ];
    await vault.update((content) => ({ ...content, accounts }));
    await vault.protect(password);
    const made = await vault.addRecoveryCode();
    const code = made.ok ? made.value.code : '';
    const backup = await vault.backup();
    if (!backup.ok) throw new TypeError('no backup');
    expect(backup.value.accounts).toBe(accounts.length);
    const content = await vault.content();
    for (const secret of [password, code, code.toLowerCase().replaceAll('-', ' ')]) {
      expect(openAsDocumented(backup.value.text, secret)).toEqual(content.ok && content.value);
      const lines = decrypt(backup.value.text, secret).trim().split('\n');
      const read = lines.map((line) => {
        const parsed = parseOtpauthUri(line);
        if (!parsed.ok) throw new TypeError(line);
        const { issuer, name, otp } = parsed.value;
        return { issuer, name, otp };
      });
      const written = content.ok ? content.value.accounts : [];
      expect(read).toEqual(written.map(({ issuer, name, otp }) => ({ issuer, name, otp })));
    }
    expect(decrypt(backup.value.text, 'another-password')).toMatch(/^Neither/);
    expect(decrypt('{"fmt":"other"}', password)).toMatch(/^This is not/);
  });

  it('keeps an account that this version cannot compute, unchanged', async () => {
    const disk = createDisk();
    const vault = createVault(createVaultPorts(disk), options);
    const otp = { kind: 'ocra', secret: 'GEZDGNBV', suite: 'OCRA-1' } as unknown as OtpParameters;
    await vault.update(adding(sampleAccount(1, { otp })));
    await vault.update(adding(sampleAccount(2)));
    await vault.protect(password);
    const backup = await vault.backup();
    const text = backup.ok ? backup.value.text : '';
    expect(await vault.readBackup(text, { password })).toMatchObject({ value: { accounts: [{ otp }, {}] } });
    expect(decrypt(text, password)).toContain('# {"issuer":"Clinique Papineau 1"');
  });
});

describe('gzip', () => {
  it('gives the bytes back, refuses what is not gzip, and stops at its limit', async () => {
    const bytes = new Uint8Array(500_000);
    const packed = await gzip(bytes);
    expect(packed.length).toBeLessThan(1000);
    expect(await gunzip(packed, bytes.length)).toEqual(bytes);
    expect(await gunzip(packed, bytes.length - 1)).toBeNull();
    expect(await gunzip(packed.subarray(0, 100), bytes.length)).toBeNull();
    expect(await gunzip(bytes, bytes.length)).toBeNull();
  });
});
