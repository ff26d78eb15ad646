/** Google Authenticator: `otpauth-migration:` addresses, of QR codes or written down; each is one part of an export. */
import { type Result, failure, ok } from '@/lib/errors';
import { type MigrationBatch, type MigrationEntry, readMigration } from '@/lib/otp/google-migration';
import { namesFromLabel } from '@/lib/otp/label';
import { type FoundEntry, importedEntry } from '../entries';
import type { EntryProblem, ImportedEntry } from '../file-format';
import { allDefined, readOtpFields } from '../otp-fields';
import { splitSiteHint } from '../suggested-site';

const id = 'google-authenticator';
const algorithms: Readonly<Record<string, string>> = {
  '1': 'SHA1',
  '2': 'SHA256',
  '3': 'SHA512',
  '4': 'MD5',
};
const digits: Readonly<Record<string, number>> = { '1': 6, '2': 8 };
const kinds: Readonly<Record<string, string>> = { '0': 'totp', '1': 'hotp', '2': 'totp' };

export function isMigration(text: string): boolean {
  return /^\s*otpauth-migration:/i.test(text);
}

export interface ReadPart {
  readonly entries: readonly ImportedEntry[];
  readonly problems: readonly EntryProblem[];
  readonly batch: MigrationBatch;
}

/** One address. Fails as `readMigration`. */
export function readMigrationPart(text: string): Result<ReadPart> {
  const read = readMigration(text);
  if (!read.ok) return read;
  const entries: ImportedEntry[] = [];
  const problems: EntryProblem[] = [];
  for (const [index, entry] of read.value.entries.entries()) {
    const found = entry ? readEntry(entry) : null;
    const where = entry?.label || entry?.issuer || String(index + 1);
    if (found === null) problems.push({ where, failure: failure('entry-malformed') });
    else if (found.ok) entries.push(importedEntry(found.value));
    else problems.push({ where, failure: found.failure });
  }
  return ok({ entries, problems, batch: read.value.batch });
}

/** Unspecified is what the format's defaults are for; there is no field for a period. */
function readEntry(entry: MigrationEntry): Result<FoundEntry> {
  const names = namesFromLabel(entry.label, entry.issuer);
  const { issuer, sites } = splitSiteHint(names.issuer);
  const fields = {
    kind: kinds[String(entry.type)] ?? `type ${entry.type}`,
    secret: entry.secret,
    algorithm:
      entry.algorithm === 0n
        ? undefined
        : (algorithms[String(entry.algorithm)] ?? `algorithm-${entry.algorithm}`),
    digits: entry.digits === 0n ? undefined : (digits[String(entry.digits)] ?? `enum-${entry.digits}`),
    counter: Number(entry.counter),
  };
  const read = readOtpFields(fields, {
    issuer,
    name: names.name,
    format: id,
    raw: undefined,
    defined: allDefined,
  });
  return read.ok ? ok({ issuer, name: names.name, suggestedSites: sites, ...read.value }) : read;
}
