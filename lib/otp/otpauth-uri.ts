/**
 * Reads `otpauth:` addresses the way they are met, not only the way they should be written: Key Uri Format
 * (Google, 2018) and every deviation listed in deviations.cases.ts. Never throws, takes linear time, and
 * never guesses silently: what was assumed is in `warnings`.
 */
import { fail, ok, type Result } from '@/lib/errors';
import type { EnrolWarning } from '@/lib/messages/protocol';
import { type Address, decodeLabel, parameterText, parseIssuer, splitAddress } from '@/lib/otp/address';
import { type ReadSecret, decodeBase32, readHexSecret, readSecret } from '@/lib/otp/base32';
import { namesFromLabel } from '@/lib/otp/label';
import { type OtpAlgorithm, type OtpKind, type OtpParameters, isPin } from '@/lib/otp/parameters';
import { yandexSecret } from '@/lib/otp/yandex';

/** One account as read from outside, before it has an id and a place in the vault. */
export interface ParsedAccount {
  /** '' when the source names none. */
  readonly issuer: string;
  /** '' when the source names none; `warnings` then has `name-missing`. */
  readonly name: string;
  readonly otp: OtpParameters;
  readonly warnings: readonly EnrolWarning[];
}

/**
 * Several times the most a QR code can hold (7089 digits), to leave room for the notes and icons of exported
 * lists.
 */
export const longestUri = 16_384;

type Read<T> = { readonly value: T; readonly warning?: EnrolWarning };

/**
 * `otpauth://TYPE/LABEL?PARAMETERS`, TYPE being totp, hotp, steam or yaotp; `apple-otpauth:` is the same thing;
 * `motp://LABEL?secret=HEX`; `steam://SECRET`. `pin` is what the person typed for a kind that needs one; an address
 * that holds its own is read without.
 *
 * Fails with uri-too-long, uri-malformed, uri-kind-unsupported {kind}, uri-two-step and
 * pin-needed {issuer, name}, pin-malformed, algorithm-unknown {algorithm}, secret-incomplete, or what `readSecret` says.
 */
export function parseOtpauthUri(text: string, pin: string | null = null): Result<ParsedAccount> {
  if (text.length > longestUri) return fail('uri-too-long');
  const address = splitAddress(steamAddress(text));
  if (!address) return fail('uri-malformed');
  // The secret of a two-step enrolment (privacyIDEA) is only half of the key: its codes would all be wrong.
  if (!isTwoStep(address)) return parseAddress(address, pin);
  const half = parseAddress(address, pin);
  return half.ok ? fail('uri-two-step', { issuer: half.value.issuer, name: half.value.name }) : half;
}

/** Of an address that leaves a part of the key to be made here: see two-step.ts. */
export function isTwoStep({ parameters }: Address): boolean {
  return [...parameters.keys()].some((name) => name.startsWith('2step'));
}

/** `parseOtpauthUri`, of an address already taken apart, whatever stands beside its secret. */
export function parseAddress(address: Address, pin: string | null): Result<ParsedAccount> {
  const { parameters } = address;
  const names = namesFromLabel(labelOf(address), parseIssuer(parameters));
  const kind = parseKind(address, names.issuer);
  if (!kind.ok) return kind;
  const algorithm = parseAlgorithm(parameters, kind.value);
  if (!algorithm.ok) return algorithm;
  const secret = readSecretOf(kind.value, parameterText(parameters, 'secret'));
  if (!secret.ok) return secret;

  const issuer = names.issuer || (kind.value === 'yandex' && !parameters.has('issuer') ? 'Yandex' : '');
  const who = { issuer, name: names.name };
  const otp = parseOtp(kind.value, secret.value.secret, algorithm.value, parameters, pin);
  if (!otp.ok) return otp.failure.code === 'pin-needed' ? fail('pin-needed', who) : otp;
  const warnings = [...secret.value.warnings, ...otp.value.warnings, ...names.warnings];
  return ok({ ...who, otp: otp.value.value, warnings });
}

/** Bitwarden's and others' way to write a Steam secret, nothing but the secret. */
function steamAddress(text: string): string {
  const [, secret, rest] = /^\s*steam:\/\/([^/?#]+)\/?(\?.*)?$/is.exec(text) ?? [];
  return secret === undefined
    ? text
    : `otpauth://steam/?secret=${secret}&issuer=Steam&${rest?.slice(1) ?? ''}`;
}

/** Between `motp:` and its label there is no type. */
function labelOf({ kind, label }: Address): string {
  return decodeLabel(kind === 'motp' ? label.replace(/^\/+/, '') : label);
}

function parseKind({ kind, parameters }: Address, issuer: string): Result<OtpKind> {
  switch (kind) {
    case 'totp':
      return ok(isSteam(parameters, issuer) ? 'steam' : kind);
    case 'hotp':
    case 'steam':
    case 'motp':
      return ok(kind);
    case 'yaotp':
      return ok('yandex');
  }
  return fail('uri-kind-unsupported', { kind });
}

/** KeePassXC says it with `encoder`, FreeOTP by the issuer; what is written out as another kind of code stays that. */
function isSteam(parameters: ReadonlyMap<string, string>, issuer: string): boolean {
  if (parameterText(parameters, 'encoder').toLowerCase() === 'steam') return true;
  const isOr = (name: string, value: string) =>
    !parameters.has(name) || parameterText(parameters, name).toUpperCase() === value;
  return issuer === 'Steam' && !parameters.has('period') && isOr('digits', '5') && isOr('algorithm', 'SHA1');
}

/** Mobile-OTP writes its secret in hexadecimal; Yandex’s has one length, and a checksum where it was exported. */
function readSecretOf(kind: OtpKind, text: string): Result<ReadSecret> {
  if (kind === 'motp') return readHexSecret(text);
  const read = readSecret(text);
  if (kind !== 'yandex' || !read.ok) return read;
  const secret = yandexSecret(read.value.secret);
  return secret === null ? fail('secret-incomplete') : ok({ secret, warnings: [] });
}

interface ReadOtp {
  readonly value: OtpParameters;
  readonly warnings: readonly EnrolWarning[];
}

function parseOtp(
  kind: OtpKind,
  secret: string,
  algorithm: Read<OtpAlgorithm>,
  parameters: ReadonlyMap<string, string>,
  pinGiven: string | null,
): Result<ReadOtp> {
  if (kind === 'steam') return ok({ value: { kind, secret }, warnings: [] });
  if (kind === 'motp' || kind === 'yandex') {
    const pin = parsePin(parameters, pinGiven);
    return pin.ok ? ok({ value: { kind, secret, pin: pin.value }, warnings: [] }) : pin;
  }

  const digits = parseDigits(parameters);
  const common = { secret, algorithm: algorithm.value, digits: digits.value };
  if (kind === 'hotp') {
    const counter = parseCounter(parameters);
    const value = { kind, ...common, counter: counter.value };
    return ok({ value, warnings: warningsOf(algorithm, digits, counter) });
  }
  const period = parsePeriod(parameters);
  const value = { kind, ...common, periodSeconds: period.value };
  return ok({ value, warnings: warningsOf(algorithm, digits, period) });
}

/** Aegis writes the PIN in Base32, whose first letter is then G or H: digits alone are the PIN itself. */
function parsePin(parameters: ReadonlyMap<string, string>, given: string | null): Result<string> {
  const written = parameterText(parameters, 'pin');
  const read = given === null && !isPin(written) ? readSecret(written) : null;
  const pin = given ?? (read?.ok ? new TextDecoder().decode(decodeBase32(read.value.secret)) : written);
  if (isPin(pin)) return ok(pin);
  return fail(given === null ? 'pin-needed' : 'pin-malformed');
}

function warningsOf(...reads: readonly Read<unknown>[]): EnrolWarning[] {
  return reads.flatMap((read) => read.warning ?? []);
}

/** A wrong hash gives wrong codes without a word, so an unknown one is refused, and one that the kind never uses. */
function parseAlgorithm(parameters: ReadonlyMap<string, string>, kind: OtpKind): Result<Read<OtpAlgorithm>> {
  const written = parameterText(parameters, 'algorithm');
  const fixed = fixedAlgorithms[kind];
  if (written === '') {
    // `algo=` is no parameter of the format, and the apps that its users compare with take SHA-1.
    const foreign = parameters.get('algo');
    const assumed =
      parameters.has('algorithm') || (foreign !== undefined && algorithmNamed(foreign) !== 'SHA1');
    return ok(assumed ? { value: 'SHA1', warning: 'algorithm-assumed' } : { value: 'SHA1' });
  }
  const value = algorithmNamed(written);
  if (value && (fixed === undefined || fixed === value)) return ok({ value });
  if (kind === 'motp' && /^(?:hmac)?md5$/i.test(written)) return ok({ value: 'SHA1' });
  // Only what looks like a name is repeated: anything may stand here, a mangled secret too.
  return fail('algorithm-unknown', {
    algorithm: /^[\w.-]{1,16}$/.test(written) ? written.toUpperCase() : '?',
  });
}

/** Kinds that have no choice; `null`: none of ours. */
const fixedAlgorithms: { readonly [K in OtpKind]?: OtpAlgorithm | null } = {
  steam: 'SHA1',
  yandex: 'SHA256',
  motp: null,
};

/** SHA1, sha-256, HmacSHA512, Algorithm.sha256, SHA2-256. */
function algorithmNamed(text: string): OtpAlgorithm | null {
  const bits = /^(?:algorithm)?(?:hmac)?sha(?:2(?=256|512))?(1|256|512)$/.exec(
    text.toLowerCase().replace(/[^a-z0-9]/g, ''),
  )?.[1];
  return bits === '1' ? 'SHA1' : bits === '256' ? 'SHA256' : bits === '512' ? 'SHA512' : null;
}

function parseDigits(parameters: ReadonlyMap<string, string>): Read<number> {
  return parseNumber(parameters, 'digits', {
    lowest: 5,
    highest: 10,
    otherwise: 6,
    warning: 'digits-assumed',
  });
}

function parsePeriod(parameters: ReadonlyMap<string, string>): Read<number> {
  return parseNumber(parameters, 'period', {
    lowest: 1,
    highest: 3600,
    otherwise: 30,
    warning: 'period-assumed',
  });
}

/** The only number that must be there. */
function parseCounter(parameters: ReadonlyMap<string, string>): Read<number> {
  const range = {
    lowest: 0,
    highest: Number.MAX_SAFE_INTEGER,
    otherwise: 0,
    warning: 'counter-assumed',
  } as const;
  return parameters.has('counter')
    ? parseNumber(parameters, 'counter', range)
    : { value: range.otherwise, warning: range.warning };
}

interface NumberRange {
  readonly lowest: number;
  readonly highest: number;
  readonly otherwise: number;
  readonly warning: EnrolWarning;
}

function parseNumber(
  parameters: ReadonlyMap<string, string>,
  name: string,
  range: NumberRange,
): Read<number> {
  if (!parameters.has(name)) return { value: range.otherwise };
  const text = parameterText(parameters, name);
  const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= range.lowest && value <= range.highest) return { value };
  return { value: range.otherwise, warning: range.warning };
}
