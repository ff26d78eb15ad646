import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readSeriesCode } from '@/lib/transfer/series-code';
import { aegis } from '@/lib/transfer/writers/aegis';
import { lossesOf } from '@/lib/transfer/writers/losses';
import { paper } from '@/lib/transfer/writers/paper';
import { bytesFromBase64Url } from '@/lib/crypto/bytes';
import { openFromSeries } from '@/lib/vault/sealed-series';
import { createVault, type Vault } from '@/lib/vault/vault';
import { adding, sampleAccount } from '@/tests/fakes/accounts';
import { createDisk, createVaultPorts } from '@/tests/fakes/vault-ports';
import { codeOf, diskWith, password, valueOf, vaultOptions } from '@/tests/fakes/vault-worlds';
import { type TakeOutPorts, exportState, sealSeries, takeOut } from './take-out';

vi.mock('hash-wasm', () => import('@/tests/fakes/quick-argon2'));

const kept = {
  kind: 'kept',
  secret: 'GEZDGNBVGY3TQOJQ',
  what: 'SHA384',
  address: 'otpauth://totp/K:k?secret=GEZDGNBVGY3TQOJQ&algorithm=SHA384',
  format: 'aegis',
  raw: '{"type":"totp","info":{"secret":"GEZDGNBVGY3TQOJQ"}}',
} as const;
const idOf = (n: number) => sampleAccount(n).id;
let vault: Vault;
let isForbidden: boolean;

function portsOf(given: Vault): TakeOutPorts {
  return {
    vault: given,
    isClearForbidden: () => Promise.resolve(isForbidden),
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
  };
}

beforeEach(async () => {
  isForbidden = false;
  vault = createVault(createVaultPorts(await diskWith(3, password)), vaultOptions);
  valueOf(await vault.unlock(password));
  const codes = [
    { value: 'usee-1111', usedAtMs: 1 },
    { value: 'libre-2222', usedAtMs: null },
  ];
  const more = sampleAccount(9, { otp: kept, note: 'Mot secret', recoveryCodes: codes, tags: ['Santé'] });
  valueOf(await vault.update(adding(more)));
});

describe('what can be taken out', () => {
  it('is outlined without anything that opens an account', async () => {
    const state = valueOf(await exportState(portsOf(vault)));
    const told = JSON.stringify(state);
    for (const secret of [kept.secret, 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', 'libre-2222', 'Mot secret'])
      expect(told).not.toContain(secret);
    expect(state.accounts.map(({ id }) => id)).toEqual([1, 2, 3, 9].map(idOf));
    expect(state.ways.map(({ type }) => type)).toEqual(['password']);
  });

  it('is outlined so that what each format leaves out is known before', async () => {
    const { accounts } = valueOf(await exportState(portsOf(vault)));
    const taken = valueOf(
      await takeOut(
        portsOf(vault),
        accounts.map(({ id }) => id),
        { proof: { password }, isClosed: false },
      ),
    );
    for (const format of [aegis, paper]) {
      const [outlined, real] = [lossesOf(format, accounts), lossesOf(format, taken)];
      expect(outlined.carried.map(({ issuer }) => issuer)).toEqual(real.carried.map(({ issuer }) => issuer));
      expect(outlined.lost).toEqual(real.lost);
    }
  });

  it('shows no way to prove while this browser alone opens the vault', async () => {
    const open = createVault(createVaultPorts(createDisk()), vaultOptions);
    valueOf(await open.update(adding(sampleAccount(1))));
    expect(valueOf(await exportState(portsOf(open))).ways).toEqual([]);
    const request = { proof: { password }, isClosed: false };
    expect(codeOf(await takeOut(portsOf(open), [idOf(1)], request))).toBe('vault-unprotected');
    expect(codeOf(await sealSeries(portsOf(open), [idOf(1)], { password }))).toBe('vault-unprotected');
  });
});

describe('taking out', () => {
  it('gives the chosen accounts in the order asked, with the codes that were not used', async () => {
    const request = { proof: { password }, isClosed: false };
    const taken = valueOf(await takeOut(portsOf(vault), [idOf(9), idOf(1)], request));
    expect(taken.map(({ otp }) => otp.kind)).toEqual(['kept', 'totp']);
    expect(taken[0]).toMatchObject({ note: 'Mot secret', recoveryCodes: ['libre-2222'], otp: kept });
  });

  it('gives nothing without the proof, nor for an account that is gone', async () => {
    const wrong = { proof: { password: 'pas le bon mot' }, isClosed: false };
    expect(codeOf(await takeOut(portsOf(vault), [idOf(1)], wrong))).toBe('password-wrong');
    const right = { proof: { password }, isClosed: false };
    expect(codeOf(await takeOut(portsOf(vault), [idOf(1), idOf(77)], right))).toBe('account-unknown');
    await vault.lock();
    expect(codeOf(await takeOut(portsOf(vault), [idOf(1)], right))).toBe('vault-locked');
  });

  it('gives only what will be closed where the organisation says so', async () => {
    isForbidden = true;
    const proof = { password };
    expect(codeOf(await takeOut(portsOf(vault), [idOf(1)], { proof, isClosed: false }))).toBe(
      'export-forbidden',
    );
    expect((await takeOut(portsOf(vault), [idOf(1)], { proof, isClosed: true })).ok).toBe(true);
  });
});

describe('a series for another computer', () => {
  it('is a copy of the chosen accounts that its code opens', async () => {
    const { sealed, code } = valueOf(await sealSeries(portsOf(vault), [idOf(9), idOf(2)], { password }));
    expect(valueOf(readSeriesCode(code.toLowerCase().replaceAll('-', ' ')))).toBe(code);
    const content = valueOf(await openFromSeries(bytesFromBase64Url(sealed) ?? new Uint8Array(), code));
    expect(content.accounts.map(({ id }) => id)).toEqual([9, 2].map(idOf));
    expect(content.accounts[0]?.otp).toEqual(kept);
    expect(content.trash).toBeUndefined();
  });

  it('asks who it is first', async () => {
    expect(codeOf(await sealSeries(portsOf(vault), [idOf(1)], { password: 'non' }))).toBe('password-wrong');
  });
});
