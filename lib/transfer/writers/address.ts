import { formatOtpauthUri } from '@/lib/otp/otpauth-format';
import { canonical } from './canonical';
import type { WritableAccount } from './export-format';
import { isComputed } from './losses';

/** Its `otpauth:` address; of what is only kept, as it was written where it came from. */
export function addressOf(account: WritableAccount): string {
  return isComputed(account) ? formatOtpauthUri(canonical(account)) : account.otp.address;
}
