/**
 * The export QR codes of Google Authenticator, ten accounts a code as it makes them itself (schema: lib/otp/google-migration).
 * There is no field for a period, and two lengths of code: everything else is left out.
 */
import { toBase64 } from '@/lib/crypto/base64';
import { utf8 } from '@/lib/crypto/bytes';
import { randomBytes } from '@/lib/crypto/random';
import { decodeBase32 } from '@/lib/otp/base32';
import type { ComputedAccount, ExportFormat, LeftOutReason, WritableAccount } from './export-format';
import { bytesField, message, numberField } from './protobuf';

const mostInOne = 10;
/** What a code of a size that phones still read well holds; only very long names and secrets come near. */
const mostBytes = 1000;

export const googleMigration: ExportFormat = {
  id: 'google-migration',
  isClosed: false,
  shape: 'qr',
  extension: '',
  leavesOut,
  takesKept: () => false,
  carries: new Set(),
  write: async (accounts) => {
    const parts = partsOf(accounts.map(entryOf));
    const [id = 0] = new Int32Array(randomBytes(4).buffer);
    return parts.map((entries, index) => {
      const payload = message([
        ...entries,
        numberField(2, 1),
        numberField(3, parts.length),
        numberField(4, index),
        numberField(5, id),
      ]);
      return `otpauth-migration://offline?data=${encodeURIComponent(toBase64(payload))}`;
    });
  },
};

const algorithms = { SHA1: 1, SHA256: 2, SHA512: 3 } as const;
const lengths: Readonly<Record<number, number>> = { 6: 1, 8: 2 };

function leavesOut(account: ComputedAccount): LeftOutReason | null {
  const { otp } = account;
  if (otp.kind !== 'totp' && otp.kind !== 'hotp') return 'kind';
  if (lengths[otp.digits] === undefined) return 'digits';
  if (otp.kind === 'totp' && otp.periodSeconds !== 30) return 'period';
  return entryOf(account).length > mostBytes ? 'too-long' : null;
}

function entryOf({ issuer, name, otp }: WritableAccount): Uint8Array {
  if (otp.kind !== 'totp' && otp.kind !== 'hotp')
    throw new RangeError('"otp" expected to be of a kind that the format knows');
  const entry = message([
    bytesField(1, decodeBase32(otp.secret)),
    bytesField(2, utf8(labelOf(issuer, name))),
    bytesField(3, utf8(issuer)),
    numberField(4, algorithms[otp.algorithm]),
    numberField(5, lengths[otp.digits] ?? 0),
    numberField(6, otp.kind === 'hotp' ? 1 : 2),
    ...(otp.kind === 'hotp' ? [numberField(7, otp.counter)] : []),
  ]);
  return bytesField(1, entry);
}

/** Readers take what stands before a colon for the issuer: a name with a colon says its own first. */
function labelOf(issuer: string, name: string): string {
  return name.includes(':') || name === '' ? `${issuer}:${name}` : name;
}

function partsOf(entries: readonly Uint8Array[]): readonly (readonly Uint8Array[])[] {
  const parts: Uint8Array[][] = [];
  let bytes = 0;
  for (const entry of entries) {
    const last = parts.at(-1);
    if (last === undefined || last.length === mostInOne || bytes + entry.length > mostBytes) {
      parts.push([entry]);
      bytes = entry.length;
    } else {
      last.push(entry);
      bytes += entry.length;
    }
  }
  return parts;
}
