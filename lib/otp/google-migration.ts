/**
 * The export QR codes of Google Authenticator: `otpauth-migration://offline?data=`, Base64 of a Protocol
 * Buffers message whose schema is public (Aegis, google_auth.proto). An account that cannot be read never
 * hides the others.
 */
import { fail, ok, type Failure, type Result } from '@/lib/errors';
import type { EnrolWarning } from '@/lib/messages/protocol';
import { encodeBase32, readSecret } from '@/lib/otp/base32';
import { namesFromLabel } from '@/lib/otp/label';
import type { ParsedAccount } from '@/lib/otp/otpauth-uri';
import type { OtpAlgorithm, OtpParameters } from '@/lib/otp/parameters';
import { decodePercent } from '@/lib/otp/percent';
import { readProtobuf, type ProtobufField } from '@/lib/otp/protobuf';

/** An export too large for one QR code comes as several: the same `id`, `index` from 0 to `size` - 1. */
export interface MigrationBatch {
  readonly id: number;
  readonly index: number;
  readonly size: number;
}

export interface Migration {
  readonly accounts: readonly ParsedAccount[];
  /** One for each account that was left out; details hold its `entry`, counted from 1, beside the code's own. */
  readonly problems: readonly Failure[];
  readonly batch: MigrationBatch;
}

/** Many times what a QR code holds. */
const longestMigration = 65_536;

/** One account as the message has it, enumerations as their numbers, 0 for what is absent. */
export interface MigrationEntry {
  readonly secret: Uint8Array;
  readonly label: string;
  readonly issuer: string;
  /** 1 SHA-1, 2 SHA-256, 3 SHA-512, 4 MD5. */
  readonly algorithm: bigint;
  /** 1 six, 2 eight. */
  readonly digits: bigint;
  /** 1 HOTP, 2 TOTP. */
  readonly type: bigint;
  readonly counter: bigint;
}

/** `null` for an entry that is no message. Fails with uri-too-long, or migration-malformed when nothing at all can be read. */
export function readMigration(
  text: string,
): Result<{ readonly entries: readonly (MigrationEntry | null)[]; readonly batch: MigrationBatch }> {
  if (text.length > longestMigration) return fail('uri-too-long');
  const payload = readPayload(text);
  const fields = payload && readProtobuf(payload);
  const entries = fields?.filter((field) => field.number === 1) ?? [];
  if (!fields || entries.length === 0) return fail('migration-malformed');
  return ok({ entries: entries.map(readEntry), batch: parseBatch(fields) });
}

/** Fails as `readMigration`. */
export function parseMigration(text: string): Result<Migration> {
  const read = readMigration(text);
  if (!read.ok) return read;
  const accounts: ParsedAccount[] = [];
  const problems: Failure[] = [];
  for (const [index, entry] of read.value.entries.entries()) {
    const account = entry ? parseEntry(entry) : fail('migration-malformed');
    if (account.ok) accounts.push(account.value);
    else
      problems.push({
        ...account.failure,
        details: { ...account.failure.details, entry: String(index + 1) },
      });
  }
  return ok({ accounts, problems, batch: read.value.batch });
}

function readPayload(text: string): Uint8Array | null {
  const address = /^\s*otpauth-migration:(?:\/\/)?[^?]*\?(.*)$/is.exec(text)?.[1];
  const written = address
    ?.replace(/&(?:amp;)+/gi, '&')
    .split('&')
    .find((pair) => /^data=/i.test(pair));
  if (!written) return null;
  // A space was a `+` before some reader took the address for a form; `-` and `_` are the other Base64 alphabet.
  const base64 = decodePercent(written.slice(5))
    .trim()
    .replace(/[ -]/g, '+')
    .replaceAll('_', '/')
    .replace(/[\r\n=]/g, '');
  if (base64 === '' || base64.length % 4 === 1 || !/^[a-z0-9+/]*$/i.test(base64)) return null;
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

function parseBatch(fields: readonly ProtobufField[]): MigrationBatch {
  const int32 = (number: number) => Number(BigInt.asIntN(32, numberField(fields, number)));
  return { id: int32(5), index: Math.max(0, int32(4)), size: Math.max(1, int32(3)) };
}

function readEntry(entry: ProtobufField): MigrationEntry | null {
  const fields = typeof entry.value === 'bigint' ? null : readProtobuf(entry.value);
  return (
    fields && {
      secret: bytesField(fields, 1),
      label: textField(fields, 2),
      issuer: textField(fields, 3),
      algorithm: numberField(fields, 4),
      digits: numberField(fields, 5),
      type: numberField(fields, 6),
      counter: numberField(fields, 7),
    }
  );
}

function parseEntry(entry: MigrationEntry): Result<ParsedAccount> {
  const secret = readSecret(encodeBase32(entry.secret));
  if (!secret.ok) return secret;
  const algorithm = parseAlgorithm(entry.algorithm);
  if (!algorithm.ok) return algorithm;
  const digits = parseDigits(entry.digits);
  const common = { secret: secret.value.secret, algorithm: algorithm.value, digits: digits.value };
  const otp = parseOtp(common, entry.type, entry.counter);
  if (!otp.ok) return otp;

  const names = namesFromLabel(entry.label, entry.issuer);
  const warnings = [...secret.value.warnings, ...digits.warnings, ...names.warnings];
  return ok({ issuer: names.issuer, name: names.name, otp: otp.value, warnings });
}

/** 0, unspecified, is what the format's defaults are for: SHA-1, six digits, TOTP. */
function parseAlgorithm(value: bigint): Result<OtpAlgorithm> {
  if (value === 0n || value === 1n) return ok('SHA1');
  if (value === 2n) return ok('SHA256');
  if (value === 3n) return ok('SHA512');
  return fail('algorithm-unknown', { algorithm: value === 4n ? 'MD5' : '?' });
}

function parseDigits(value: bigint): { value: number; warnings: EnrolWarning[] } {
  if (value === 2n) return { value: 8, warnings: [] };
  return { value: 6, warnings: value <= 1n ? [] : ['digits-assumed'] };
}

function parseOtp(
  common: { secret: string; algorithm: OtpAlgorithm; digits: number },
  type: bigint,
  counter: bigint,
): Result<OtpParameters> {
  // The format has no field for the period.
  if (type === 0n || type === 2n) return ok({ kind: 'totp', ...common, periodSeconds: 30 });
  if (type !== 1n) return fail('uri-kind-unsupported', { kind: '?' });
  if (counter > BigInt(Number.MAX_SAFE_INTEGER)) return fail('migration-malformed');
  return ok({ kind: 'hotp', ...common, counter: Number(counter) });
}

/**
 * The last one written wins, as Protocol Buffers say; a field that is absent, or of the wrong wire type, is 0
 * or empty.
 */
function numberField(fields: readonly ProtobufField[], number: number): bigint {
  const value = fields.findLast((field) => field.number === number)?.value;
  return typeof value === 'bigint' ? value : 0n;
}

function bytesField(fields: readonly ProtobufField[], number: number): Uint8Array {
  const value = fields.findLast((field) => field.number === number)?.value;
  return value instanceof Uint8Array ? value : new Uint8Array();
}

function textField(fields: readonly ProtobufField[], number: number): string {
  return new TextDecoder().decode(bytesField(fields, number));
}
