/**
 * Reads `otpauth:` addresses the way they are met, not only the way they should be written: Key Uri Format
 * (Google, 2018) and every deviation listed in deviations.cases.ts. Never throws, takes linear time, and
 * never guesses silently: what was assumed is in `warnings`.
 */
import { fail, ok, type Result } from '@/lib/errors';
import type { EnrolWarning } from '@/lib/messages/protocol';
import { readSecret } from '@/lib/otp/base32';
import { namesFromLabel } from '@/lib/otp/label';
import type { OtpAlgorithm, OtpParameters } from '@/lib/otp/parameters';
import { decodePercent } from '@/lib/otp/percent';

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

interface Address {
  readonly kind: string;
  /** As written, still percent-encoded. */
  readonly label: string;
  /** Lower-case names to values as written; the first non-empty value of a name wins. */
  readonly parameters: ReadonlyMap<string, string>;
}

type Read<T> = { readonly value: T; readonly warning?: EnrolWarning };

/**
 * `otpauth://TYPE/LABEL?PARAMETERS`, TYPE being totp, hotp or steam; `apple-otpauth:` is the same thing.
 * Fails with uri-too-long, uri-malformed, uri-kind-unsupported {kind}, uri-two-step, algorithm-unknown
 * {algorithm}, or what `readSecret` says.
 */
export function parseOtpauthUri(text: string): Result<ParsedAccount> {
  if (text.length > longestUri) return fail('uri-too-long');
  const address = splitAddress(text);
  if (!address) return fail('uri-malformed');
  const { kind, parameters } = address;

  const type = parseType(kind, parameters);
  if (!type.ok) return type;
  // The secret of a two-step enrolment (privacyIDEA) is only half of the key: its codes would all be wrong.
  if ([...parameters.keys()].some((name) => name.startsWith('2step'))) return fail('uri-two-step');

  const secret = readSecret(parameterText(parameters, 'secret'));
  if (!secret.ok) return secret;
  const algorithm = parseAlgorithm(parameters);
  if (!algorithm.ok) return algorithm;

  const names = namesFromLabel(decodeLabel(address.label), parseIssuer(parameters));
  const otp = parseOtp(type.value, secret.value.secret, algorithm.value, parameters);
  const warnings = [...secret.value.warnings, ...otp.warnings, ...names.warnings];
  return ok({ issuer: names.issuer, name: names.name, otp: otp.value, warnings });
}

function splitAddress(text: string): Address | null {
  // Copies taken from the source of a web page still have their ampersands escaped, sometimes twice.
  const address = text.trim().replace(/&(?:amp;)+/gi, '&');
  const scheme = /^(?:(?:apple-)?otpauth:|(?=motp:))\/{0,2}/i.exec(address);
  if (!scheme) return null;

  const rest = address.slice(scheme[0].length);
  const question = rest.indexOf('?');
  const path = question < 0 ? rest : rest.slice(0, question);
  const kind = /^[a-z0-9]{1,12}/i.exec(path)?.[0] ?? '';
  const slash = path.charAt(kind.length);
  if (kind === '' || (slash !== '' && slash !== '/' && slash !== ':')) return null;
  return {
    kind: kind.toLowerCase(),
    label: path.slice(kind.length + 1),
    parameters: splitParameters(question < 0 ? '' : rest.slice(question + 1)),
  };
}

function splitParameters(query: string): Map<string, string> {
  const parameters = new Map<string, string>();
  for (const pair of query.split('&')) {
    const equals = pair.indexOf('=');
    if (equals < 0) continue;
    const name = decodePercent(pair.slice(0, equals)).trim().toLowerCase();
    if (!parameters.get(name)) parameters.set(name, pair.slice(equals + 1));
  }
  unglue(parameters);
  return parameters;
}

/**
 * Some generators forget the ampersand: `issuer=Xperiod=30`. An issuer's own `=` is written %3D, so this
 * takes nothing from it.
 */
function unglue(parameters: Map<string, string>): void {
  const issuer = parameters.get('issuer') ?? '';
  const at = issuer.toLowerCase().lastIndexOf('period=');
  if (at < 0 || !/^\d+$/.test(issuer.slice(at + 7))) return;
  parameters.set('issuer', issuer.slice(0, at));
  if (!parameters.has('period')) parameters.set('period', issuer.slice(at + 7));
}

function parseType(kind: string, parameters: ReadonlyMap<string, string>): Result<OtpParameters['kind']> {
  if (kind === 'steam') return ok(kind);
  // KeePassXC's way to say Steam.
  if (kind === 'totp')
    return ok(parameterText(parameters, 'encoder').toLowerCase() === 'steam' ? 'steam' : kind);
  if (kind === 'hotp') return ok(kind);
  return fail('uri-kind-unsupported', { kind });
}

function parseOtp(
  kind: OtpParameters['kind'],
  secret: string,
  algorithm: Read<OtpAlgorithm>,
  parameters: ReadonlyMap<string, string>,
): { value: OtpParameters; warnings: EnrolWarning[] } {
  if (kind === 'steam') return { value: { kind, secret }, warnings: [] };

  const digits = parseDigits(parameters);
  const common = { secret, algorithm: algorithm.value, digits: digits.value };
  if (kind === 'hotp') {
    const counter = parseCounter(parameters);
    const value = { kind, ...common, counter: counter.value };
    return { value, warnings: warningsOf(algorithm, digits, counter) };
  }
  const period = parsePeriod(parameters);
  const value = { kind, ...common, periodSeconds: period.value };
  return { value, warnings: warningsOf(algorithm, digits, period) };
}

function warningsOf(...reads: readonly Read<unknown>[]): EnrolWarning[] {
  return reads.flatMap((read) => read.warning ?? []);
}

/** A wrong hash gives wrong codes without a word, so an unknown one is refused. */
function parseAlgorithm(parameters: ReadonlyMap<string, string>): Result<Read<OtpAlgorithm>> {
  const written = parameterText(parameters, 'algorithm');
  if (written === '') {
    // `algo=` is no parameter of the format, and the apps that its users compare with take SHA-1.
    const foreign = parameters.get('algo');
    const assumed =
      parameters.has('algorithm') || (foreign !== undefined && algorithmNamed(foreign) !== 'SHA1');
    return ok(assumed ? { value: 'SHA1', warning: 'algorithm-assumed' } : { value: 'SHA1' });
  }
  const value = algorithmNamed(written);
  if (value) return ok({ value });
  // Only what looks like a name is repeated: anything may stand here, a mangled secret too.
  return fail('algorithm-unknown', {
    algorithm: /^[\w.-]{1,16}$/.test(written) ? written.toUpperCase() : '?',
  });
}

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

function parseIssuer(parameters: ReadonlyMap<string, string>): string {
  return decodePercent((parameters.get('issuer') ?? '').replaceAll('+', ' '));
}

/** A parameter that cannot hold a `#`: a fragment that was glued to the address ends it. */
function parameterText(parameters: ReadonlyMap<string, string>, name: string): string {
  const written = (parameters.get(name) ?? '').split('#', 1)[0] ?? '';
  return decodePercent(written.replaceAll('+', ' ')).trim();
}

/**
 * A `+` in a label is a space to form encoders (Keycloak, Entra) and itself to everyone else, who also write
 * `alice+work@example.org`. With %20 beside it, it is itself; with %2B, a space; else a space everywhere but
 * in an e-mail address.
 */
function decodeLabel(label: string): string {
  if (label.includes('%20')) return decodePercent(label);
  const at = Math.max(0, label.lastIndexOf(':'), label.lastIndexOf('%3A'), label.lastIndexOf('%3a'));
  const account = label.slice(at);
  const isAddress = /@|%40/.test(account) && !/%2b/i.test(label);
  return decodePercent(
    label.slice(0, at).replaceAll('+', ' ') + (isAddress ? account : account.replaceAll('+', ' ')),
  );
}
