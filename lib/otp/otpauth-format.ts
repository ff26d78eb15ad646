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
  const parameters = [`secret=${otp.secret}`];
  if (issuer) parameters.push(`issuer=${encodeURIComponent(issuer)}`);
  if (otp.kind !== 'steam') parameters.push(`algorithm=${otp.algorithm}`, `digits=${otp.digits}`);
  if (otp.kind === 'totp') parameters.push(`period=${otp.periodSeconds}`);
  if (otp.kind === 'hotp') parameters.push(`counter=${otp.counter}`);
  return `otpauth://${otp.kind}/${formatLabel(issuer, name)}?${parameters.join('&')}`;
}

function formatLabel(issuer: string, name: string): string {
  if (issuer) return `${encodeURIComponent(issuer)}:${encodeURIComponent(name)}`;
  // The leading colon says that what stands before the name's own colon is no issuer.
  return (name.includes(':') ? ':' : '') + encodeURIComponent(name);
}
