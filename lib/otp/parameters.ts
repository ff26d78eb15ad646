/**
 * lib/otp: what a one-time code is. Pure: time is an argument, nothing here knows a browser, a page or a vault.
 */

export type OtpAlgorithm = 'SHA1' | 'SHA256' | 'SHA512';

/** RFC 6238: a code for each `periodSeconds` since the Unix epoch. */
export interface TotpParameters {
  readonly kind: 'totp';
  /** Base32 (RFC 4648), upper case, without padding or separators. */
  readonly secret: string;
  readonly algorithm: OtpAlgorithm;
  /** 5 to 10. */
  readonly digits: number;
  /** 1 to 3600. */
  readonly periodSeconds: number;
}

/** RFC 4226: a code for each value of `counter`, the moving factor of the next code. */
export interface HotpParameters {
  readonly kind: 'hotp';
  readonly secret: string;
  readonly algorithm: OtpAlgorithm;
  readonly digits: number;
  /** A safe integer, 0 or more. */
  readonly counter: number;
}

/** Steam Guard: TOTP SHA-1, 30 s, written as five characters of Steam's own alphabet. */
export interface SteamParameters {
  readonly kind: 'steam';
  readonly secret: string;
}

export type OtpParameters = TotpParameters | HotpParameters | SteamParameters;
