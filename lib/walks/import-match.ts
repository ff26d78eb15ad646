/** Which account here an entry of a file is, and what it would change of it. Pure; linear in both. */
import { toBase64Url, utf8 } from '@/lib/crypto/bytes';
import { sha256 } from '@/lib/crypto/digest';
import type { ImportChoice, ImportField } from '@/lib/messages/import-protocol';
import type { ImportedEntry } from '@/lib/transfer/file-format';
import type { Account } from '@/lib/vault/account';

export interface Match {
  readonly account: Account;
  /** Empty: there is nothing in the entry that is not here. */
  readonly fields: readonly ImportField[];
}

type Otp = ImportedEntry['otp'];

/** The same key for the same kind of code is the same account, whatever it is called. */
export function keyOf(otp: Otp): string | null {
  if (otp.kind === 'none') return null;
  return otp.kind === 'kept' ? `kept|${otp.address}` : `${otp.kind}|${otp.secret}`;
}

const nameKey = ({ issuer, name }: { readonly issuer: string; readonly name: string }): string =>
  JSON.stringify([issuer, name].map((text) => text.normalize('NFC').trim().toLowerCase()));

export function createMatcher(accounts: readonly Account[]): (entry: ImportedEntry) => Match | null {
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const byKey = new Map<string, Account[]>();
  const byName = new Map<string, Account>();
  for (const account of accounts) {
    const key = keyOf(account.otp);
    if (key !== null) byKey.set(key, [...(byKey.get(key) ?? []), account]);
    if (account.issuer !== '' || account.name !== '') byName.set(nameKey(account), account);
  }
  return (entry) => {
    const own = entry.account && byId.get(entry.account.id);
    const sameKey = byKey.get(keyOf(entry.otp) ?? '') ?? [];
    const account = own ?? sameKey.find((one) => nameKey(one) === nameKey(entry)) ?? sameKey[0];
    if (account) return { account, fields: fieldsOf(entry, account) };
    const namesake = entry.otp.kind === 'none' ? undefined : byName.get(nameKey(entry));
    return namesake ? { account: namesake, fields: ['secret', ...fieldsOf(entry, namesake)] } : null;
  };
}

function fieldsOf(entry: ImportedEntry, account: Account): ImportField[] {
  const fields: ImportField[] = [];
  if (entry.issuer !== '' && entry.issuer !== account.issuer) fields.push('issuer');
  if (entry.name !== '' && entry.name !== account.name) fields.push('name');
  if (keyOf(entry.otp) === keyOf(account.otp)) {
    if (codesOf(entry.otp) !== codesOf(account.otp)) fields.push('codes');
    if (counterOf(entry.otp) > counterOf(account.otp)) fields.push('counter');
  } else if (entry.account) fields.push('secret');
  if (entry.note !== undefined && entry.note !== account.note) fields.push('note');
  if (entry.tags?.some((tag) => !account.tags?.includes(tag))) fields.push('tags');
  if (entry.pinned && !account.pinned) fields.push('pinned');
  if (newSites(entry, account).length > 0) fields.push('sites');
  if (entry.recoveryCodes?.some(({ value }) => !account.recoveryCodes?.some((code) => code.value === value)))
    fields.push('recovery');
  return fields;
}

export function newSites(entry: ImportedEntry, account: Account): readonly string[] {
  const known = new Set([...account.sites, ...(account.suggestedSites ?? [])]);
  return (entry.suggestedSites ?? []).filter((site) => !known.has(site));
}

/** Tells this comparison from every other, and nothing of what was compared. */
export function markOf({ account, fields }: Match): string {
  const { id, issuer, name, otp, note } = account;
  return digestOf(JSON.stringify([id, issuer, name, keyOf(otp), codesOf(otp), note, fields]));
}

function digestOf(text: string): string {
  return toBase64Url(new Uint8Array(sha256(utf8(text))));
}

/** All but the counter, which moves. */
function codesOf(otp: Otp): string {
  const { kind, secret: _, ...rest } = otp;
  return JSON.stringify(
    { kind, ...rest, ...('counter' in rest ? { counter: 0 } : {}) },
    Object.keys({ kind, ...rest }).toSorted(),
  );
}

/** It makes other codes: what a site accepted is no longer known of it. */
export function isOtherOtp(one: Otp, other: Otp): boolean {
  return keyOf(one) !== keyOf(other) || codesOf(one) !== codesOf(other);
}

function counterOf(otp: Otp): number {
  return otp.kind === 'hotp' ? otp.counter : 0;
}

/** What only adds, and a counter that moved on, is taken; what would put something in the place of ours is left. */
export function usualChoice(fields: readonly ImportField[]): ImportChoice {
  if (fields.includes('secret')) return 'both';
  return fields.some(
    (field) => field === 'issuer' || field === 'name' || field === 'codes' || field === 'note',
  )
    ? 'leave'
    : 'take';
}
