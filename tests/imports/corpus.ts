/**
 * Real files of other programs, read in place beside the checkout, and what each holds. One table, which the tests of the
 * readers and the benches `import` and `recognise` share.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportedEntry, SeenFile } from '@/lib/transfer/file-format';
import { importLimits } from '@/lib/transfer/file-format';
import { seeFile } from '@/lib/transfer/see-file';
import { firstSamples } from './first-samples';
import { furtherSamples } from './further-samples';

export interface Sample {
  /** Below `../shared/samples/imports`. */
  readonly path: string;
  /** `FileFormat.id`. */
  readonly format: string;
  readonly password?: string;
  /** Without a mark: the person says what it is. */
  readonly byHand?: true;
  /** As `rowOf` writes them, in the order of the file. */
  readonly rows: readonly string[];
  /** Entries that the file holds and nobody can take: how many. */
  readonly problems?: number;
}

export const samples: readonly Sample[] = [...firstSamples, ...furtherSamples];

const folder = join(import.meta.dirname, '../../../shared/samples/imports');
export const hasSamples = existsSync(folder);
if (!hasSamples)
  process.stdout.write('skipped: real files of other programs, as ../shared/samples/imports is absent\n');

export function sampleFile(path: string): SeenFile {
  return seeFile(path, new Uint8Array(readFileSync(join(folder, path))), importLimits);
}

/** `kind|issuer|name|secret|algorithm|digits|period or counter`, as far as the kind has them; what else it holds follows. */
export function rowOf({
  issuer,
  name,
  otp,
  note,
  tags,
  pinned,
  suggestedSites,
  attention,
}: ImportedEntry): string {
  const parts: (string | number)[] = [otp.kind, issuer, name, otp.secret ?? ''];
  if ('algorithm' in otp)
    parts.push(otp.algorithm, otp.digits, otp.kind === 'totp' ? otp.periodSeconds : otp.counter);
  if ('pin' in otp) parts.push(`pin ${otp.pin}`);
  if (otp.kind === 'kept') parts.push(otp.what);
  if (note) parts.push(`note ${note}`);
  if (tags) parts.push(`tags ${tags.join(',')}`);
  if (pinned) parts.push('pinned');
  if (suggestedSites) parts.push(`sites ${suggestedSites.join(',')}`);
  if (attention) parts.push(`! ${attention.map(({ code }) => code).join(',')}`);
  return parts.join('|');
}
