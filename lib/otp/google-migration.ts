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

/** Fails with uri-too-long, or migration-malformed when nothing at all can be read. */
export function parseMigration(text: string): Result<Migration> {
  if (text.length > longestMigration) return fail('uri-too-long');
  const payload = readPayload(text);
  const fields = payload && readProtobuf(payload);
  const entries = fields?.filter((field) => field.number === 1) ?? [];
  if (!fields || entries.length === 0) return fail('migration-malformed');

  const accounts: ParsedAccount[] = [];
  const problems: Failure[] = [];
  for (const [index, entry] of entries.entries()) {
    const account = parseEntry(entry);
    if (account.ok) accounts.push(account.value);
    else
      problems.push({
        ...account.failure,
        details: { ...account.failure.details, entry: String(index + 1) },
      });
  }
  return ok({ accounts, problems, batch: parseBatch(fields) });
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

function parseEntry(entry: ProtobufField): Result<ParsedAccount> {
  const fields = typeof entry.value === 'bigint' ? null : readProtobuf(entry.value);
  if (!fields) return fail('migration-malformed');

  const secret = readSecret(encodeBase32(bytesField(fields, 1)));
  if (!secret.ok) return secret;
  const algorithm = parseAlgorithm(numberField(fields, 4));
  if (!algorithm.ok) return algorithm;
  const digits = parseDigits(numberField(fields, 5));
  const common = { secret: secret.value.secret, algorithm: algorithm.value, digits: digits.value };
  const otp = parseOtp(common, numberField(fields, 6), numberField(fields, 7));
  if (!otp.ok) return otp;

  const names = namesFromLabel(textField(fields, 2), textField(fields, 3));
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
