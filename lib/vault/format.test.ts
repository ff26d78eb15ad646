import { argon2Sync, createDecipheriv, hkdfSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { floorCost } from '@/lib/crypto/kdf';
import { gunzip, gzip } from '@/lib/vault/compression';
import { createVault } from '@/lib/vault/vault';
import { sampleAccount } from '@/tests/fakes/accounts';
import { createDisk, createVaultPorts, storeOn } from '@/tests/fakes/vault-ports';

/** Written once by version 1 of the format, for the password `patate-frite-7`. Must open for ever. */
const golden = readFileSync(join(import.meta.dirname, '../../tests/vectors/vault-1.json'), 'utf8');
const options = { lockAfterMinutes: () => null, kdfCost: floorCost };

/** docs/vault-format.md, "Opening a vault by its password", with nothing of ours: Node's own crypto and zlib. */
function openAsDocumented(text: string, password: string): unknown {
  const { body, ...header } = JSON.parse(text);
  const bytes = (value: string) => Buffer.from(value, 'base64url');
  const canonical = (value: unknown): string => {
    if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
    if (value === null || typeof value !== 'object') return JSON.stringify(value);
    const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join()}}`;
  };
  const open = (key: Buffer, iv: string, sealed: string, aad: unknown) => {
    const ct = bytes(sealed);
    const gcm = createDecipheriv('aes-256-gcm', key, bytes(iv));
    gcm.setAAD(Buffer.from(canonical(aad))).setAuthTag(ct.subarray(-16));
    return Buffer.concat([gcm.update(ct.subarray(0, -16)), gcm.final()]);
  };
  const hkdf = (key: Buffer, salt: Buffer, info: string, length: number) =>
    Buffer.from(hkdfSync('sha256', key, salt, info, length));

  const { iv, ct, ...slot } = header.slots.find(({ type }: { type: string }) => type === 'password');
  const derived = argon2Sync('argon2id', {
    message: Buffer.from(password.normalize('NFKC')),
    nonce: bytes(slot.kdf.salt),
    memory: slot.kdf.memoryKiB,
    passes: slot.kdf.passes,
    parallelism: slot.kdf.lanes,
    tagLength: 32,
  });
  const none = Buffer.alloc(0);
  expect(hkdf(derived, none, `seconde/1/slot/${slot.id}/check`, 16)).toEqual(bytes(slot.check));
  const slotKey = hkdf(derived, none, `seconde/1/slot/${slot.id}/key`, 32);
  const { fmt, v, vaultId, vkId } = header;
  const vaultKey = open(slotKey, iv, ct, { part: 'slot', fmt, v, vaultId, vkId, slot });
  const { alg, salt, comp, len } = body;
  const bodyKey = hkdf(vaultKey, bytes(salt), 'seconde/1/body', 32);
  const aad = { part: 'body', ...header, body: { alg, salt, comp, len } };
  const padded = open(bodyKey, body.iv, body.ct, aad);
  expect([padded.length, padded.length % 4096]).toEqual([len, 0]);
  const packed = padded.subarray(4, 4 + padded.readUInt32BE(0));
  return JSON.parse((comp === 'gzip' ? gunzipSync(packed) : packed).toString());
}

describe('the vault format', () => {
  it.each([1, 600])('is what its document says: %i accounts', async (count) => {
    const vault = createVault(createVaultPorts(createDisk()), options);
    const accounts = Array.from({ length: count }, (_, n) => sampleAccount(n));
    await vault.update((content) => ({ ...content, accounts }));
    const copy = await vault.copy('Éte\u0301 à l’ombre');
    const text = copy.ok ? copy.value : '';
    expect(JSON.parse(text).body.comp).toBe(count === 1 ? 'none' : 'gzip');
    const content = await vault.content();
    expect(openAsDocumented(text, 'E\u0301té à l’ombre')).toEqual(content.ok && content.value);
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
