/**
 * The databases of Google and Microsoft Authenticator, as taken from a rooted phone. Neither app exports them, and newer
 * versions close the keys with one that never leaves the phone: that is said, with the way that works.
 */
import { type Result, fail, ok } from '@/lib/errors';
import { namesFromLabel } from '@/lib/otp/label';
import { bytesFromBase64 } from '../bytes-text';
import { type EntryReader, type FoundEntry, readEntries } from '../entries';
import type { FileFormat, ReadFile, ReadTools, SeenFile } from '../file-format';
import { withoutCode } from '../left-out';
import { type OtpFields, allDefined, readOtpFields } from '../otp-fields';
import { isObject } from '../shape';

const magic = 'SQLite format 3\0';
/** The tables are described at the beginning. */
const headBytes = 64 * 1024;

export const googleDatabase: FileFormat = {
  id: 'google-database',
  name: 'Google Authenticator',
  recognises: (file) => /CREATE TABLE\s+\W?accounts\W[^)]*\bemail\b[^)]*\bsecret\b/i.test(headOf(file)),
  needs: () => ok({ secret: 'nothing' }),
  read: async ({ bytes }, _secret, tools) => readAccounts(bytes, readGoogleRow, tools),
};

export const microsoftDatabase: FileFormat = {
  id: 'microsoft-database',
  name: 'Microsoft Authenticator',
  recognises: (file) => headOf(file).includes('oath_secret_key'),
  needs: () => ok({ secret: 'nothing' }),
  read: async ({ bytes }, _secret, tools) => readAccounts(bytes, readMicrosoftRow, tools),
};

/** '' for what is no database; else its beginning with the zeros of UTF-16 left out. */
function headOf({ bytes }: SeenFile): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, headBytes));
  return head.startsWith(magic) ? head.replaceAll('\0', '') : '';
}

async function readAccounts(
  bytes: Uint8Array,
  read: EntryReader,
  tools: ReadTools,
): Promise<Result<ReadFile>> {
  const { openSqlite } = await import('../sqlite');
  const table = openSqlite(bytes)?.find(({ name }) => name === 'accounts');
  const rows = table?.rows(tools.limits.entries + 1) ?? null;
  if (rows === null) return fail('file-malformed');
  const records = rows.map((row) => Object.fromEntries(row));
  const found = readEntries(records, read, tools, { where: whereIs });
  if (!found.ok) return found;
  const { entries, problems } = found.value;
  const isLocked = entries.length === 0 && problems.some(({ failure }) => failure.code === 'file-app-locked');
  const without = records.length - entries.length - problems.length;
  return isLocked ? fail('file-app-locked') : ok({ ...found.value, notes: withoutCode(without) });
}

const readGoogleRow: EntryReader = (row) => {
  const { issuer, name } = namesFromLabel(
    textOf(row, 'email') || textOf(row, 'original_name'),
    textOf(row, 'issuer'),
  );
  const secret = textOf(row, 'secret');
  const isLocked = Number(cellOf(row, 'isencrypted') ?? 0) > 0 || cellOf(row, 'secret') instanceof Uint8Array;
  if (isLocked) return fail('file-app-locked');
  const type = cellOf(row, 'type');
  const kind = type === 0 ? 'totp' : type === 1 ? 'hotp' : `type ${String(type)}`;
  return named(
    { kind, secret, counter: kind === 'hotp' ? cellOf(row, 'counter') : undefined },
    { issuer, name, format: googleDatabase.id },
  );
};

/** Type 0 is any site's; 1 a personal account of Microsoft's own, with a key in Base64 and eight digits. */
const readMicrosoftRow: EntryReader = (row) => {
  const [issuer, name] = [textOf(row, 'name'), textOf(row, 'username')];
  const written = textOf(row, 'oath_secret_key');
  if (written === '')
    return textOf(row, 'encrypted_oath_secret_key') === '' ? ok(null) : fail('file-app-locked');
  const isOwn = cellOf(row, 'account_type') === 1;
  const secret = isOwn ? bytesFromBase64(written) : written;
  if (secret === null) return fail('entry-malformed');
  const otp: OtpFields = { kind: 'totp', secret, ...(isOwn ? { digits: 8 } : {}) };
  return named(otp, { issuer, name, format: microsoftDatabase.id });
};

function named(
  otp: OtpFields,
  { issuer, name, format }: { readonly issuer: string; readonly name: string; readonly format: string },
): Result<FoundEntry> {
  const read = readOtpFields(otp, { issuer, name, format, raw: undefined, defined: allDefined });
  return read.ok ? ok({ issuer, name, ...read.value }) : read;
}

function cellOf(row: unknown, column: string): unknown {
  return isObject(row) ? row[column] : undefined;
}

function textOf(row: unknown, column: string): string {
  const value = cellOf(row, column);
  return typeof value === 'string' ? value : '';
}

function whereIs(row: unknown): string {
  return [textOf(row, 'name'), textOf(row, 'username'), textOf(row, 'email')].filter(Boolean).join(' · ');
}
