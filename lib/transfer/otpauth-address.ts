import { parseOtpauthUri } from '@/lib/otp/otpauth-uri';
import type { ImportFormat } from '@/lib/transfer/format';

/** One `otpauth:` address: what nearly every enrolment QR code holds. */
export const otpauthAddress: ImportFormat = {
  id: 'otpauth-address',
  recognises: (text) => /^(?:apple-)?otpauth:[^\r\n]*$/i.test(text.trim()),
  read: (text) => {
    const account = parseOtpauthUri(text);
    return account.ok
      ? { entries: [account.value], problems: [] }
      : { entries: [], problems: [account.failure] };
  },
};
