import { parseOtpauthUri } from '@/lib/otp/otpauth-uri';
import type { ImportFormat } from '@/lib/transfer/format';

/** `steam://` also starts games: only with a secret behind it is it an account. */
const address = /^(?:(?:apple-)?otpauth:|motp:|steam:\/\/[a-z2-7=-]{16,}\/?(?:\?|$))[^\r\n]*$/i;

/** One address of one account: what nearly every enrolment QR code holds. */
export const otpauthAddress: ImportFormat = {
  id: 'otpauth-address',
  recognises: (text) => address.test(text.trim()),
  read: (text, pin = null) => {
    const account = parseOtpauthUri(text, pin);
    return account.ok
      ? { entries: [account.value], problems: [] }
      : { entries: [], problems: [account.failure] };
  },
};
