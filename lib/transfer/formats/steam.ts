/**
 * Steam Guard: the app's own file (old: one account; new: several), and the maFile of Steam Desktop Authenticator, which has
 * the same fields. Of the rest of them, only the code that takes the authenticator off the account is kept.
 */
import { type Result, fail, ok } from '@/lib/errors';
import { bytesFromBase64 } from '../bytes-text';
import { type FoundEntry, readEntries } from '../entries';
import type { FileFormat } from '../file-format';
import { readOtpFields } from '../otp-fields';
import { isObject, textIn } from '../shape';

export const steam: FileFormat = {
  id: 'steam',
  name: 'Steam',
  recognises: ({ json }) => accountsIn(json).length > 0,
  needs: () => ok({ secret: 'nothing' }),
  read: async ({ json }, _secret, tools) =>
    readEntries(accountsIn(json), readSteamAccount, tools, {
      where: (account) => textIn(account, 'account_name'),
    }),
};

function accountsIn(json: unknown): readonly unknown[] {
  if (!isObject(json)) return [];
  if (typeof json['shared_secret'] === 'string') return [json];
  const accounts = isObject(json['accounts']) ? Object.values(json['accounts']) : [];
  return accounts.some((account) => textIn(account, 'shared_secret') !== '') ? accounts : [];
}

export function readSteamAccount(account: unknown): Result<FoundEntry> {
  const name = textIn(account, 'account_name');
  const written = textIn(account, 'shared_secret');
  if (written === '') return fail('secret-missing');
  const secret = bytesFromBase64(written);
  if (secret === null) return fail('entry-malformed');
  const otp = readOtpFields(
    { kind: 'steam', secret },
    { issuer: 'Steam', name, format: steam.id, raw: undefined },
  );
  if (!otp.ok) return otp;
  const revocation = textIn(account, 'revocation_code');
  const recoveryCodes = revocation === '' ? [] : [{ value: revocation, usedAtMs: null }];
  return ok({ issuer: 'Steam', name, ...otp.value, recoveryCodes });
}
