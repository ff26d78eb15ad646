/** Duo Mobile, as taken from a rooted phone: JSON. Accounts of Duo's own pushes hold no key that works elsewhere. */
import { ok } from '@/lib/errors';
import type { Attention } from '../attention';
import { type EntryReader, readEntries } from '../entries';
import type { FileFormat } from '../file-format';
import { withoutCode } from '../left-out';
import { allDefined, readOtpFields } from '../otp-fields';
import { isObject, textIn, valueIn } from '../shape';

export const duo: FileFormat = {
  id: 'duo',
  name: 'Duo Mobile',
  recognises: ({ json }) =>
    Array.isArray(json) &&
    json.some(
      (account) =>
        isObject(account) && ('otpGenerator' in account || 'pkey' in account) && 'accountType' in account,
    ),
  needs: () => ok({ secret: 'nothing' }),
  read: async ({ json }, _secret, tools) => {
    const accounts = Array.isArray(json) ? json : [];
    const pushes = accounts.filter((account) => !isObject(valueIn(account, 'otpGenerator'))).length;
    return readEntries(accounts, readAccount, tools, { notes: withoutCode(pushes) });
  },
};

const readAccount: EntryReader = (account) => {
  if (!isObject(valueIn(account, 'otpGenerator'))) return ok(null);
  const name = textIn(account, 'name');
  const counter = valueIn(account, 'otpGenerator', 'counter');
  const isCounted = counter !== undefined && counter !== null;
  const otp = readOtpFields(
    {
      kind: isCounted ? 'hotp' : 'totp',
      secret: textIn(account, 'otpGenerator', 'otpSecret'),
      counter,
    },
    { issuer: '', name, format: duo.id, raw: account, defined: allDefined },
  );
  if (!otp.ok) return otp;
  const unsure: readonly Attention[] = isCounted
    ? [{ code: 'counter-unsure', details: { counter: `${Number(counter)}` } }]
    : [];
  return ok({ issuer: '', name, otp: otp.value.otp, attention: [...otp.value.attention, ...unsure] });
};
