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

/**
 * Mobile-OTP (motp.sourceforge.net): every ten seconds the first six characters of an MD5, made with a PIN that only the
 * person knows. The secret is written in hexadecimal everywhere else.
 */
export interface MotpParameters {
  readonly kind: 'motp';
  readonly secret: string;
  /** 4 to 16 digits. */
  readonly pin: string;
}

/** Yandex Key: every thirty seconds eight letters, made with SHA-256 and a PIN. */
export interface YandexParameters {
  readonly kind: 'yandex';
  /** Of 16 bytes. */
  readonly secret: string;
  /** 4 to 16 digits. */
  readonly pin: string;
}

export type OtpParameters =
  TotpParameters | HotpParameters | SteamParameters | MotpParameters | YandexParameters;

/** An entry that only reminds of something: its codes are made elsewhere, so it is never filled and never exported. */
export interface NoCode {
  readonly kind: 'none';
  readonly secret?: never;
}

/**
 * What a file held and Seconde cannot compute (a hash it does not know, twelve digits…): kept as it was, shown as such,
 * never filled, and given back unchanged by an export.
 */
export interface KeptOtp {
  readonly kind: 'kept';
  /** Base32; '' where not even the key could be read. */
  readonly secret: string;
  /** What is not computed, in the words of the file: `SHA384`, `period 0`. Never the secret. */
  readonly what: string;
  /** An `otpauth:` address that says all of it, as the file wrote it. Holds the secret. */
  readonly address: string;
  /** The format that it came from (`FileFormat.id`), and its entry there as JSON, where that is no address. */
  readonly format: string;
  readonly raw?: string;
}

/** Kinds whose codes change with the time. */
export type TimedParameters = Exclude<OtpParameters, HotpParameters>;

export type OtpKind = OtpParameters['kind'];

/** What a vault holds may come from a later version: a kind that is not in this list is kept, and never computed. */
const kinds: ReadonlySet<string> = new Set<OtpKind>(['totp', 'hotp', 'steam', 'motp', 'yandex']);

export function isKnownKind(otp: OtpParameters | KeptOtp): otp is OtpParameters {
  return kinds.has(otp.kind);
}

const pinShape = /^\d{4,16}$/;

/** Kinds that need a PIN take 4 to 16 digits. */
export function isPin(text: string): boolean {
  return pinShape.test(text);
}
