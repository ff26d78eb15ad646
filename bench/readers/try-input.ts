/** Gives one input to one reader, as the product would, and judges what comes of it. */
import type { FileFormat, ImportedEntry, ReadFile } from '@/lib/transfer/file-format';
import { importLimits } from '@/lib/transfer/file-format';
import { seeFile } from '@/lib/transfer/see-file';
import { quietTools } from '@/tests/imports/read-sample';

export type Outcome =
  | { readonly kind: 'unrecognised' }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'read'; readonly entries: number; readonly broken: readonly string[] };

/** @throws whatever the reader throws: that is a finding */
export async function tryInput(
  format: FileFormat,
  bytes: Uint8Array<ArrayBuffer>,
  password: string | null,
): Promise<Outcome> {
  const file = seeFile('file', bytes, importLimits);
  if (!format.recognises(file) && format.mayBe?.(file) !== true) return { kind: 'unrecognised' };
  const needs = format.needs(file);
  if (!needs.ok) return { kind: 'refused', code: needs.failure.code };
  const read = await format.read(file, password, quietTools());
  if (!read.ok) return { kind: 'refused', code: read.failure.code };
  return { kind: 'read', entries: read.value.entries.length, broken: brokenIn(read.value) };
}

/** What no entry may be, whatever the file: codes would be computed from it. */
function brokenIn({ entries, problems }: ReadFile): readonly string[] {
  const broken = entries.flatMap((entry) => faultsOf(entry));
  if (entries.length + problems.length > importLimits.entries + 1)
    broken.push('more entries than there may be');
  return broken;
}

function faultsOf({ issuer, name, otp, tags, note, suggestedSites }: ImportedEntry): string[] {
  const faults: string[] = [];
  const texts: readonly unknown[] = [issuer, name, note ?? '', ...(tags ?? []), ...(suggestedSites ?? [])];
  if (texts.some((text) => typeof text !== 'string')) faults.push('a text that is none');
  if (otp.kind === 'none') return faults;
  if (!/^[A-Z2-7]*$/.test(otp.secret) || (otp.kind !== 'kept' && otp.secret.length < 2))
    faults.push('a key that is none');
  if (otp.kind === 'totp' || otp.kind === 'hotp') {
    if (!Number.isInteger(otp.digits) || otp.digits < 5 || otp.digits > 10)
      faults.push('digits out of bounds');
    if (!['SHA1', 'SHA256', 'SHA512'].includes(otp.algorithm)) faults.push('an algorithm that is none');
  }
  if (otp.kind === 'totp' && !(otp.periodSeconds >= 1 && otp.periodSeconds <= 3600))
    faults.push('a period out of bounds');
  if (otp.kind === 'hotp' && !(Number.isSafeInteger(otp.counter) && otp.counter >= 0))
    faults.push('a counter that is none');
  if ((otp.kind === 'motp' || otp.kind === 'yandex') && !/^\d{4,16}$/.test(otp.pin))
    faults.push('a PIN that is none');
  return faults;
}
