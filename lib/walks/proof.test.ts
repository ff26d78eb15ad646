import { beforeEach, expect, it } from 'vitest';
import { fail, ok } from '@/lib/errors';
import type { VaultState } from '@/lib/messages/protocol';
import { toBase64Url } from '@/lib/crypto/bytes';
import { type ProvingVault, prove } from './proof';

const open: VaultState = { kind: 'open', protected: true, accounts: 1 };
let state: VaultState;
let tried: string[];
const prf = new Uint8Array(32).fill(7);

const vault: ProvingVault = {
  state: () => Promise.resolve(state),
  unlock: (password) => answer(password),
  unlockWithRecoveryCode: (code) => answer(code),
  unlockWithPasskey: ({ credentialId, prf: given }) => answer(`${credentialId} ${given.join()}`),
};

function answer(given: string) {
  tried.push(given);
  return Promise.resolve(given === 'wrong' ? fail('password-wrong') : ok());
}

beforeEach(() => {
  state = open;
  tried = [];
});

it('takes each way a person can open the vault by', async () => {
  expect(await prove(vault, { password: 'right' })).toEqual(ok());
  expect(await prove(vault, { recoveryCode: 'CODE' })).toEqual(ok());
  expect(await prove(vault, { passkey: { credentialId: 'id', prf: toBase64Url(prf) } })).toEqual(ok());
  expect(tried).toEqual(['right', 'CODE', `id ${prf.join()}`]);
});

it('says what the vault says of a wrong one', async () => {
  expect(await prove(vault, { password: 'wrong' })).toEqual(fail('password-wrong'));
});

it.each([
  ['locked', { kind: 'locked' }, 'vault-locked'],
  ['opened by this browser alone', { kind: 'open', protected: false, accounts: 2 }, 'vault-unprotected'],
  ['empty', { kind: 'empty' }, 'vault-unprotected'],
  ['unusable', { kind: 'unusable', failure: { code: 'vault-damaged' } }, 'vault-damaged'],
] as const)('tries nothing on a vault that is %s', async (_, given, code) => {
  state = given;
  expect(await prove(vault, { password: 'right' })).toMatchObject({ failure: { code } });
  expect(tried).toEqual([]);
});
