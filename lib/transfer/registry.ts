/**
 * lib/transfer: accounts in from elsewhere, a file of this folder for each foreign format. The table is the
 * whole list: a new format is a new file and a new row. Pure: text in, accounts and problems out; nothing
 * here stores, asks or shows.
 */
import { fail, ok, type Result } from '@/lib/errors';
import { recogniseQrText } from '@/lib/providers/recognise';
import type { ImportFormat, ReadAccounts } from '@/lib/transfer/format';
import { googleExport } from '@/lib/transfer/google-export';
import { otpauthAddress } from '@/lib/transfer/otpauth-address';
import { otpauthList } from '@/lib/transfer/otpauth-list';

export type { ImportFormat, ReadAccounts };

/** The first that recognises a text reads it: from the strictest mark to the loosest. */
export const importFormats: readonly ImportFormat[] = [otpauthAddress, googleExport, otpauthList];

/**
 * Every account in a decoded QR code or a pasted text. Succeeds when at least one was read; else fails with what is
 * wrong with the first, or with what the text is instead (`recogniseQrText`).
 */
export function readAccounts(text: string): Result<ReadAccounts> {
  const format = importFormats.find((row) => row.recognises(text));
  if (!format) {
    const recognised = recogniseQrText(text);
    return recognised.kind === 'failure' ? { ok: false, failure: recognised.failure } : fail('uri-malformed');
  }

  const read = format.read(text);
  if (read.entries.length > 0) return ok(read);
  return { ok: false, failure: read.problems[0] ?? { code: 'uri-malformed' } };
}
