/**
 * The parameters of one entry, as most formats write them: a kind, a secret, a hash, digits, a period or a counter, some
 * absent, some impossible. Never defaulted in silence: what is absent is taken as the format's own app takes it and said;
 * what is there and cannot be computed is kept.
 */
import { type Result, fail, ok } from '@/lib/errors';
import { type ReadSecret, decodeBase32, encodeBase32, readHexSecret, readSecret } from '@/lib/otp/base32';
import { encodeHex } from '@/lib/otp/hex';
import { missingPin } from '@/lib/otp/missing-pin';
import { type KeptOtp, type OtpAlgorithm, type OtpParameters, isPin } from '@/lib/otp/parameters';
import { yandexSecret } from '@/lib/otp/yandex';
import type { Attention } from './attention';

export interface OtpFields {
  /** totp, hotp, steam, motp, yandex (or yaotp), in any case; anything else is kept. `undefined`: the format does not say. */
  readonly kind: string | undefined;
  /** Base32, or bytes. mOTP: hexadecimal text, or bytes. */
  readonly secret: string | Uint8Array;
  /** As written; `undefined` or `null` for absent. Numbers may come as text. */
  readonly algorithm?: unknown;
  readonly digits?: unknown;
  readonly period?: unknown;
  readonly counter?: unknown;
  readonly pin?: unknown;
}

/** Whose it is, where it came from: what an entry that is kept has to remember. */
export interface OtpSource {
  readonly issuer: string;
  readonly name: string;
  /** `FileFormat.id`. */
  readonly format: string;
  /** The entry as the file has it, for an export in the same format. */
  readonly raw: unknown;
  /** Absent fields that the format defines the value of, so that nothing has to be said. */
  readonly defined?: ReadonlySet<'kind' | 'algorithm' | 'digits' | 'period' | 'counter'>;
}

export interface ReadOtp {
  readonly otp: OtpParameters | KeptOtp;
  readonly attention: readonly Attention[];
}

/** An entry with pictures in it is kept as its address alone. */
const longestRaw = 50_000;

const everything: ReadonlySet<string> = new Set(['kind', 'algorithm', 'digits', 'period', 'counter']);

/** Every absent field has a value that the format defines. */
export const allDefined = everything as ReadonlySet<never>;

/** Fails for a secret that is missing or is none: `secret-missing`, `-character`, `-too-long`, `-incomplete`. */
export function readOtpFields(fields: OtpFields, source: OtpSource): Result<ReadOtp> {
  const kind = (fields.kind ?? 'totp').toLowerCase();
  const secret = secretOf(kind, fields.secret);
  if (!secret.ok) return secret;
  const attention: Attention[] = secret.value.warnings.includes('secret-hex') ? [{ code: 'secret-hex' }] : [];
  const read = new FieldReader(source.defined ?? new Set(), attention);
  if (fields.kind === undefined) read.absent('kind');
  const otp = parametersOf(kind, secret.value.secret, fields, read);
  if (otp !== null && read.bad.length === 0) return ok({ otp, attention });
  const what = read.bad.join(', ') || kind.toUpperCase().slice(0, 20);
  const kept = keptOtp(kind, secret.value.secret, fields, source, what);
  const isPinMissing = what === missingPin;
  return ok({
    otp: kept,
    attention: [...attention, isPinMissing ? { code: 'pin-missing' } : { code: 'kept', details: { what } }],
  });
}

function secretOf(kind: string, secret: string | Uint8Array): Result<ReadSecret> {
  if (kind === 'motp' && typeof secret === 'string') return readHexSecret(secret);
  const read = readSecret(typeof secret === 'string' ? secret : encodeBase32(secret));
  if (!read.ok || (kind !== 'yandex' && kind !== 'yaotp')) return read;
  const yandex = yandexSecret(read.value.secret);
  return yandex === null ? fail('secret-incomplete') : ok({ secret: yandex, warnings: [] });
}

function parametersOf(
  kind: string,
  secret: string,
  fields: OtpFields,
  read: FieldReader,
): OtpParameters | null {
  if (kind === 'steam') {
    // Five characters, thirty seconds and SHA-1 are what the kind is; another number is another kind.
    read.fixed('digits', fields.digits, 5);
    read.fixed('period', fields.period, 30);
    if (
      fields.algorithm !== undefined &&
      fields.algorithm !== null &&
      algorithmNamed(fields.algorithm) !== 'SHA1'
    )
      read.bad.push(shown('', fields.algorithm));
    return { kind, secret };
  }
  if (kind === 'motp' || kind === 'yandex' || kind === 'yaotp') {
    const pin = typeof fields.pin === 'number' ? String(fields.pin) : fields.pin;
    if (typeof pin !== 'string' || !isPin(pin)) read.bad.push(missingPin);
    return { kind: kind === 'motp' ? kind : 'yandex', secret, pin: String(pin) };
  }
  if (kind !== 'totp' && kind !== 'hotp') return null;
  const algorithm = read.algorithm(fields.algorithm);
  const digits = read.number('digits', fields.digits, { lowest: 5, highest: 10, usual: 6 });
  const base = { secret, algorithm, digits };
  if (kind === 'totp')
    return {
      kind,
      ...base,
      periodSeconds: read.number('period', fields.period, { lowest: 1, highest: 3600, usual: 30 }),
    };
  const range = { lowest: 0, highest: Number.MAX_SAFE_INTEGER, usual: 0 };
  return { kind, ...base, counter: read.number('counter', fields.counter, range) };
}

type Named = 'kind' | 'algorithm' | 'digits' | 'period' | 'counter';

/** Reads fields one after the other; what is wrong gathers in `bad`, what was assumed in `attention`. */
class FieldReader {
  readonly bad: string[] = [];
  readonly #defined: ReadonlySet<string>;
  readonly #attention: Attention[];

  constructor(defined: ReadonlySet<string>, attention: Attention[]) {
    this.#defined = defined;
    this.#attention = attention;
  }

  absent(name: Named): void {
    if (!this.#defined.has(name)) this.#attention.push({ code: `assumed-${name}` });
  }

  algorithm(value: unknown): OtpAlgorithm {
    if (isAbsent(value)) {
      this.absent('algorithm');
      return 'SHA1';
    }
    const named = algorithmNamed(value);
    if (named === null) this.bad.push(shown('', value));
    return named ?? 'SHA1';
  }

  number(
    name: 'digits' | 'period' | 'counter',
    value: unknown,
    { lowest, highest, usual }: { readonly lowest: number; readonly highest: number; readonly usual: number },
  ): number {
    if (isAbsent(value)) {
      this.absent(name);
      return usual;
    }
    const number = numberOf(value);
    if (number === null || number < lowest || number > highest) this.bad.push(shown(name, value));
    return number ?? usual;
  }

  fixed(name: 'digits' | 'period', value: unknown, only: number): void {
    if (!isAbsent(value) && numberOf(value) !== only) this.bad.push(shown(name, value));
  }
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

function numberOf(value: unknown): number | null {
  const number = typeof value === 'string' && /^\d{1,16}$/.test(value.trim()) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : null;
}

/** SHA1, sha-256, HmacSHA512, SHA2-256; `null` for any other. */
export function algorithmNamed(value: unknown): OtpAlgorithm | null {
  if (typeof value !== 'string') return null;
  const plain = value.toLowerCase().replace(/[^a-z0-9]/g, '');
  const bits = /^(?:algorithm)?(?:hmac)?sha(?:2(?=256|512))?(1|256|512)$/.exec(plain)?.[1];
  return bits === undefined ? null : (`SHA${bits}` as OtpAlgorithm);
}

/** Only what looks like a name or a number is repeated: anything may stand there, a mangled secret too. */
function shown(name: string, value: unknown): string {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '?';
  return `${name} ${/^[\w./-]{1,16}$/.test(text) ? text : '?'}`.trim();
}

/** An entry that Seconde cannot compute, with an address that says all that the file does. */
function keptOtp(kind: string, secret: string, fields: OtpFields, source: OtpSource, what: string): KeptOtp {
  const raw = JSON.stringify(source.raw);
  return {
    kind: 'kept',
    secret,
    what,
    address: addressOf(kind, secret, fields, source),
    format: source.format,
    ...(raw === undefined || raw.length > longestRaw ? {} : { raw }),
  };
}

function addressOf(kind: string, secret: string, fields: OtpFields, { issuer, name }: OtpSource): string {
  const label = issuer ? `${encode(issuer)}:${encode(name)}` : encode(name);
  const written = kind === 'motp' ? encodeHex(decodeBase32(secret)) : secret;
  const parameters = [`secret=${written}`, ...(issuer ? [`issuer=${encode(issuer)}`] : [])];
  for (const field of ['algorithm', 'digits', 'period', 'counter', 'pin'] as const) {
    const value = fields[field];
    if (typeof value === 'string' || typeof value === 'number')
      parameters.push(`${field}=${encode(String(value))}`);
  }
  const type = kind === 'yandex' ? 'yaotp' : kind.replace(/[^a-z0-9]/g, '') || 'totp';
  return kind === 'motp'
    ? `motp://${label}?${parameters.join('&')}`
    : `otpauth://${type}/${label}?${parameters.join('&')}`;
}

function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
