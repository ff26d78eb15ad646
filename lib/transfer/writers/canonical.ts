import { decodeBase32, encodeBase32 } from '@/lib/otp/base32';
import type { ComputedAccount } from './export-format';

/**
 * The same account with its secret written as whole bytes: some sites hand out Base32 whose length no number of bytes has,
 * and strict readers refuse what is left over, which no code is made with.
 */
export function canonical(account: ComputedAccount): ComputedAccount {
  return { ...account, otp: { ...account.otp, secret: encodeBase32(decodeBase32(account.otp.secret)) } };
}
