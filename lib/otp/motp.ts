/** Mobile-OTP, as its reference programs and Aegis compute it (motp.sourceforge.net). */
import { md5 } from '@/lib/crypto/digest';
import { decodeBase32 } from '@/lib/otp/base32';
import { encodeHex } from '@/lib/otp/hex';
import type { MotpParameters } from '@/lib/otp/parameters';

export const motpPeriodSeconds = 10;
export const motpLength = 6;

/** The code of a step: MD5 of step, secret and PIN, one after the other as text; its first six characters. */
export function motpCode({ secret, pin }: MotpParameters, step: number): string {
  const text = `${step}${encodeHex(decodeBase32(secret))}${pin}`;
  return encodeHex(md5(new TextEncoder().encode(text))).slice(0, motpLength);
}
