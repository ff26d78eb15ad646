import { decodeBase32, encodeBase32 } from '@/lib/otp/base32';
import { encodeHex } from '@/lib/otp/hex';
import type { OtpParameters } from '@/lib/otp/parameters';

/** The part of an account that its address carries. */
export interface AddressedAccount {
  readonly issuer: string;
  readonly name: string;
  readonly otp: OtpParameters;
}

/**
 * The `otpauth:` address of an account, every parameter written out so that no reader has to assume one.
 * `parseOtpauthUri` reads back the same issuer, name and parameters. Holds the secret: for an export the
 * person asked for, never for a log.
 */
export function formatOtpauthUri({ issuer, name, otp }: AddressedAccount): string {
  const label = formatLabel(issuer, name);
  const parameters = [`secret=${otp.kind === 'motp' ? encodeHex(decodeBase32(otp.secret)) : otp.secret}`];
  // Without one, a reader may put in what its kind is known by.
  if (issuer || otp.kind === 'yandex') parameters.push(`issuer=${encodeURIComponent(issuer)}`);
  if ('algorithm' in otp) parameters.push(`algorithm=${otp.algorithm}`, `digits=${otp.digits}`);
  if (otp.kind === 'totp') parameters.push(`period=${otp.periodSeconds}`);
  if (otp.kind === 'hotp') parameters.push(`counter=${otp.counter}`);
  // In Base32, as Aegis writes and reads it.
  if ('pin' in otp) parameters.push(`pin=${encodeBase32(new TextEncoder().encode(otp.pin))}`);
  const query = parameters.join('&');
  if (otp.kind === 'motp') return `motp://${label}?${query}`;
  return `otpauth://${otp.kind === 'yandex' ? 'yaotp' : otp.kind}/${label}?${query}`;
}

function formatLabel(issuer: string, name: string): string {
  if (issuer) return `${encodeURIComponent(issuer)}:${encodeURIComponent(name)}`;
  // The leading colon says that what stands before the name's own colon is no issuer.
  return (name.includes(':') ? ':' : '') + encodeURIComponent(name);
}
