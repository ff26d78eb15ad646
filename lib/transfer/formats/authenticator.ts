/**
 * The *Authenticator* extension: JSON of entries by identifier, plain, or closed in one of the three ways that it had (see
 * authenticator-closed). What its own imports had changed before nobody can see in the file, so a note says what to compare.
 * Its text export is a list of addresses.
 */
import { type Result, failure, ok } from '@/lib/errors';
import { decodeHex } from '@/lib/otp/hex';
import { type FoundEntry, readEntries } from '../entries';
import type { FileFormat, FileNote, ReadFile, ReadTools } from '../file-format';
import { allDefined, readOtpFields } from '../otp-fields';
import { type Json, isObject, textIn, valueIn } from '../shape';
import { splitSiteHint } from '../suggested-site';
import { isClosedEntry, openEntries } from './authenticator-closed';

export const authenticator: FileFormat = {
  id: 'authenticator',
  name: 'Authenticator',
  recognises: ({ json }) => recordsOf(json).length > 0,
  needs: ({ json }) => ok({ secret: recordsOf(json).some(isClosedEntry) ? 'password' : 'nothing' }),
  read: async ({ json }, password, tools) => {
    const opened = await openEntries(json as Json, recordsOf(json), password ?? '');
    return opened.ok ? readRecords(opened.value, tools) : opened;
  },
};

function recordsOf(json: unknown): readonly Json[] {
  return isObject(json) ? Object.values(json).filter(isRecordOfOurs) : [];
}

function isRecordOfOurs(value: unknown): value is Json {
  if (!isObject(value)) return false;
  const { dataType } = value;
  if (dataType === 'OTPStorage' || dataType === 'EncOTPStorage') return true;
  return (
    dataType === undefined &&
    'secret' in value &&
    'encrypted' in value &&
    ('hash' in value || 'index' in value)
  );
}

/** `null`: an entry that this password does not open, while it opens others. */
function readRecords(records: readonly (Json | null)[], tools: ReadTools): Result<ReadFile> {
  const notes: FileNote[] = [{ code: 'authenticator-damage' }];
  const inOrder = records.toSorted((one, other) => indexOf(one) - indexOf(other));
  return readEntries(
    inOrder,
    (record) => (isObject(record) ? readRecord(record) : { ok: false, failure: failure('file-key-wrong') }),
    tools,
    { notes, where: (record) => textIn(record, 'issuer') || textIn(record, 'account') },
  );
}

function indexOf(record: Json | null): number {
  const index = valueIn(record, 'index');
  return typeof index === 'number' ? index : Number.MAX_SAFE_INTEGER;
}

/** What is absent has the value that the extension leaves out. */
function readRecord(record: Json): Result<FoundEntry> {
  const { issuer, sites } = splitSiteHint(textIn(record, 'issuer'));
  const name = textIn(record, 'account');
  const { kind, secret, digits } = kindOf(record);
  const read = readOtpFields(
    {
      kind,
      secret,
      algorithm: algorithms[String(record['algorithm'])] ?? record['algorithm'],
      digits: digits ?? record['digits'],
      period: record['period'],
      counter: record['counter'],
    },
    { issuer, name, format: authenticator.id, raw: record, defined: allDefined },
  );
  if (!read.ok) return read;
  return ok({ issuer, name, ...read.value, suggestedSites: sites, pinned: record['pinned'] === true });
}

/** Some versions wrote the number of the name. */
const algorithms: Readonly<Record<string, string>> = { '1': 'SHA1', '2': 'SHA256', '3': 'SHA512' };

interface Kind {
  readonly kind: string;
  readonly secret: string | Uint8Array;
  readonly digits?: number;
}

/** Battle.net is TOTP with eight digits; `hex` and `hhex` have their key in hexadecimal; old secrets carry their kind. */
function kindOf(record: Json): Kind {
  const [, prefix, rest] = /^(blz|bliz|stm)-(.*)$/s.exec(textIn(record, 'secret')) ?? [];
  const secret = (rest ?? textIn(record, 'secret')).replace(/\s/g, '');
  const type =
    prefix === 'stm' ? 'steam' : prefix ? 'battle' : textIn(record, 'type').toLowerCase() || 'totp';
  if (type === 'battle') return { kind: 'totp', secret, digits: 8 };
  if (type === 'steam') return { kind: 'steam', secret };
  const isHex =
    type === 'hex' || type === 'hhex' || (!/^[a-z2-7]+=*$/i.test(secret) && /^[0-9a-f]+$/i.test(secret));
  const bytes = isHex ? decodeHex(secret.length % 2 === 0 ? secret : `${secret}0`) : null;
  const plain = type === 'hex' ? 'totp' : type === 'hhex' ? 'hotp' : type;
  return { kind: plain, secret: bytes ?? secret };
}
