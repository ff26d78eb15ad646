/**
 * lib/transfer: accounts in from elsewhere, a file of this folder for each foreign format. The table is the
 * whole list: a new format is a new file and a new row. Pure: text in, accounts and problems out; nothing
 * here stores, asks or shows.
 */
import { type ErrorCode, fail, ok, type Result } from '@/lib/errors';
import { recogniseQrText } from '@/lib/providers/recognise';
import type { ImportFormat, ReadAccounts } from '@/lib/transfer/format';
import { googleExport } from '@/lib/transfer/google-export';
import { otpauthAddress } from '@/lib/transfer/otpauth-address';
import { otpauthList } from '@/lib/transfer/otpauth-list';

export type { ImportFormat, ReadAccounts };

/** The first that recognises a text reads it: from the strictest mark to the loosest. */
export const importFormats: readonly ImportFormat[] = [otpauthAddress, googleExport, otpauthList];

/** What only its person can add, or has to be asked, before the account is whole. */
const unfinished: ReadonlySet<ErrorCode> = new Set(['pin-needed', 'uri-two-step']);

/** Whether a text is one account or several, or would be with what its person adds. */
export function holdsAccounts(text: string): boolean {
  const read = readAccounts(text);
  return read.ok || unfinished.has(read.failure.code);
}

/** Who the first account of a text is for; '' for what it does not say. */
export function namesIn(text: string): { readonly issuer: string; readonly name: string } {
  const read = readAccounts(text);
  const first = read.ok ? read.value.entries[0] : read.failure.details;
  return { issuer: first?.['issuer'] ?? '', name: first?.['name'] ?? '' };
}

/**
 * Every account in a decoded QR code or a pasted text. Succeeds when at least one was read; else fails with what is
 * wrong with the first, or with what the text is instead (`recogniseQrText`).
 */
export function readAccounts(text: string, pin: string | null = null): Result<ReadAccounts> {
  const format = importFormats.find((row) => row.recognises(text));
  if (!format) {
    const recognised = recogniseQrText(text);
    return recognised.kind === 'failure' ? { ok: false, failure: recognised.failure } : fail('uri-malformed');
  }

  const read = format.read(text, pin);
  if (read.entries.length > 0) return ok(read);
  return { ok: false, failure: read.problems[0] ?? { code: 'uri-malformed' } };
}
