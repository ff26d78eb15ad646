import { expect, test } from 'vitest';
import { ok } from '@/lib/errors';
import type { VaultState } from '@/lib/messages/protocol';
import { noPolicy } from '@/lib/settings/policy';
import { defaultSettings } from '@/lib/settings/settings';
import type { VaultContent } from '@/lib/vault/account';
import type { Way } from '@/lib/vault/ways';
import { sampleAccount } from '@/tests/fakes/accounts';
import { supportFacts } from './support';
import { emptyRecord } from './tab-record';

const ways: Way[] = [
  { id: 'w1', type: 'password', label: 'Nom de la personne', createdAt: 1 },
  { id: 'w2', type: 'prf', label: 'Portable de Rosalie', createdAt: 1 },
];
const content: VaultContent = {
  schema: 1,
  accounts: [sampleAccount(1), sampleAccount(2, { recoveryCodes: [{ value: 'aaaa-bbbb', usedAtMs: null }] })],
  backup: { lastBackupAtMs: 5, changesSince: 3 },
  clockOffsets: { 'https://vieux.exemple.test': { offsetMs: 9000, errorMs: 500, measuredAtMs: 10 } },
};
const factsOf = (state: VaultState) =>
  supportFacts({
    vault: { state: async () => state, content: async () => ok(content), ways: async () => ok(ways) },
    settings: { read: async () => defaultSettings },
    policy: { read: async () => noPolicy },
    records: async () => [
      {
        ...emptyRecord,
        clock: {
          origin: 'https://neuf.exemple.test',
          offset: { offsetMs: -47_000, errorMs: 1, measuredAtMs: 20 },
        },
      },
    ],
  });

test('counts, moments and kinds, the last clock that was read', async () => {
  expect(await factsOf({ kind: 'open', protected: true, accounts: 2 })).toEqual({
    vault: { kind: 'open', protected: true },
    accounts: 2,
    ways: { password: true, recovery: false, passkeys: 1 },
    backup: { verifiedAtMs: 5, changesSince: 3 },
    automaticBackup: false,
    clock: { offsetMs: -47_000, measuredAtMs: 20 },
    policy: noPolicy,
  });
});

test('nothing in it comes from an account, a site, or what a person wrote', async () => {
  const text = JSON.stringify(await factsOf({ kind: 'open', protected: true, accounts: 2 }));
  const { issuer, name, otp, sites, id } = sampleAccount(1);
  const secrets = ['secret' in otp ? String(otp.secret) : '', 'aaaa-bbbb'];
  for (const word of [issuer, name, id, ...sites, ...secrets, 'exemple.test', 'Rosalie', 'Nom de', 'https'])
    expect(text).not.toContain(word);
});

test('a locked vault is not asked for what is in it', async () => {
  expect(await factsOf({ kind: 'locked' })).toMatchObject({
    vault: { kind: 'locked' },
    accounts: null,
    backup: null,
    clock: { offsetMs: -47_000 },
  });
});

test('a vault with nothing in it yet has no account and no copy, which is known', async () => {
  expect(await factsOf({ kind: 'empty' })).toMatchObject({
    vault: { kind: 'empty' },
    accounts: 0,
    backup: { verifiedAtMs: null, changesSince: 0 },
  });
});

test('of a vault that cannot be used, the failure is said by its code', async () => {
  expect(await factsOf({ kind: 'unusable', failure: { code: 'vault-damaged' } })).toMatchObject({
    vault: { kind: 'unusable', code: 'vault-damaged' },
  });
});
