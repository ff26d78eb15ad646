/**
 * An account typed by a person: what the form holds, and the account it makes. `kind` may get more members; what a kind
 * does not use is left alone.
 */
import { fail, ok, type Result } from '@/lib/errors';
import { readSecret } from '@/lib/otp/base32';
import { displayText } from '@/lib/otp/display-text';
import { parseOtpauthUri, type ParsedAccount } from '@/lib/otp/otpauth-uri';
import type { OtpAlgorithm, OtpKind, OtpParameters } from '@/lib/otp/parameters';

export const handKinds = ['totp', 'hotp', 'steam', 'motp', 'yandex'] as const satisfies readonly OtpKind[];
export type HandKind = (typeof handKinds)[number];

export const handAlgorithms = ['SHA1', 'SHA256', 'SHA512'] as const satisfies readonly OtpAlgorithm[];

export interface HandFields {
  readonly kind: HandKind;
  /** As typed: any case, spaces and dashes. */
  readonly key: string;
  readonly issuer: string;
  readonly name: string;
  readonly algorithm: OtpAlgorithm;
  /** 5 to 10. */
  readonly digits: number;
  /** 1 to 3600. */
  readonly periodSeconds: number;
  /** A safe integer, 0 or more. */
  readonly counter: number;
  /** For the kinds that need one: 4 to 16 digits. */
  readonly pin: string;
}

export const emptyHand: HandFields = {
  kind: 'totp',
  key: '',
  issuer: '',
  name: '',
  algorithm: 'SHA1',
  digits: 6,
  periodSeconds: 30,
  counter: 0,
  pin: '',
};

/** More than any key with its separators, an address, or what a site writes around them. */
export const longestTypedKey = 20_000;

/**
 * Fails as `readSecret` does, with `pin-malformed`, or as `parseOtpauthUri` does for the kinds with a PIN.
 *
 * @throws RangeError when a number is out of its range: the form and the parser let none through
 */
export function accountByHand(fields: HandFields): Result<ParsedAccount> {
  assertNumber('digits', fields.digits, 5, 10);
  assertNumber('periodSeconds', fields.periodSeconds, 1, 3600);
  assertNumber('counter', fields.counter, 0, Number.MAX_SAFE_INTEGER);
  if (fields.key.trim() === '') return fail('secret-missing');
  const names = { issuer: displayText(fields.issuer), name: displayText(fields.name) };
  if (fields.kind === 'motp' || fields.kind === 'yandex') {
    const read = withPin(fields.kind, fields);
    return read.ok ? ok({ ...read.value, ...names }) : read;
  }
  const secret = readSecret(fields.key);
  if (!secret.ok) return secret;
  const { warnings } = secret.value;
  return ok({ ...names, otp: parameters(fields.kind, fields, secret.value.secret), warnings });
}

/** Their keys are written in ways of their own, which the reader of addresses knows. */
function withPin(kind: 'motp' | 'yandex', { key, pin }: HandFields): Result<ParsedAccount> {
  const scheme = kind === 'motp' ? 'motp://' : 'otpauth://yaotp/';
  const read = parseOtpauthUri(`${scheme}x?secret=${encodeURIComponent(key.trim())}`, pin);
  if (!read.ok) return read;
  return ok({ ...read.value, warnings: read.value.warnings.filter((one) => one.startsWith('secret-')) });
}

/** What an address holds, laid out in the form. */
export function handOfAddress(text: string): Result<HandFields> {
  const read = parseOtpauthUri(text);
  if (!read.ok) return read;
  const { issuer, name, otp } = read.value;
  const { secret: key, ...rest } = otp;
  return ok({ ...emptyHand, ...rest, key, issuer, name });
}

function parameters(
  kind: 'totp' | 'hotp' | 'steam',
  { algorithm, digits, periodSeconds, counter }: HandFields,
  secret: string,
): OtpParameters {
  switch (kind) {
    case 'steam':
      return { kind, secret };
    case 'hotp':
      return { kind, secret, algorithm, digits, counter };
    case 'totp':
      return { kind, secret, algorithm, digits, periodSeconds };
  }
}

function assertNumber(name: string, value: number, least: number, most: number): void {
  if (!Number.isSafeInteger(value) || value < least || value > most)
    throw new RangeError(`"${name}" expected an integer from ${least} to ${most}`);
}
