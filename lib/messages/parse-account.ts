/** Parsers of the messages of lib/messages/account-protocol.ts. */
import { isPin } from '@/lib/otp/parameters';
import type { AccountChange, AccountProtocol } from './account-protocol';
import { handFields } from './parse-scan';
import { proofFrom } from './parse-security';

type Fields = Readonly<Record<string, unknown>>;
type Parsers = {
  readonly [N in keyof AccountProtocol]: (fields: Fields) => AccountProtocol[N]['request'] | undefined;
};

const longestName = 300;
const longestNote = 10_000;
const longestTag = 100;
const longestPin = 16;
const mostTags = 50;
const longestAddress = 2000;

export const accountParsers: Parsers = {
  'accounts.details': ({ accountId, tabId }) =>
    isId(accountId) && (tabId === null || isWhole(tabId)) ? { accountId, tabId } : undefined,
  'account.edit': ({ accountId, change }) => {
    const parsed = accountChange(change);
    return isId(accountId) && parsed ? { accountId, change: parsed } : undefined;
  },
  'account.put-back': ({ accountId, changedAtMs, grant }) =>
    isId(accountId) && isWhole(changedAtMs) && (grant === null || isId(grant))
      ? { accountId, changedAtMs, grant }
      : undefined,
  'account.site-look': ({ accountId, address }) =>
    isId(accountId) && isText(address, longestAddress) ? { accountId, address } : undefined,
  'account.site-add': withOrigin,
  'account.site-remove': withOrigin,
  'account.narrow': withDomain,
  'account.widen': withDomain,
  'account.test': ({ accountId, code }) =>
    isId(accountId) && typeof code === 'string' && /^[0-9A-Za-z]{4,12}$/.test(code)
      ? { accountId, code }
      : undefined,
  'account.prove': ({ accountId, proof }) => {
    const given = proof === null ? null : proofFrom(proof);
    return isId(accountId) && given !== undefined ? { accountId, proof: given } : undefined;
  },
  'account.reveal': granted,
  'account.preview': withFields,
  'account.set-otp': withFields,
  'account.set-pin': ({ accountId, pin }) =>
    isId(accountId) && isText(pin, longestPin) && isPin(pin) ? { accountId, pin } : undefined,
};

function withOrigin({ accountId, origin }: Fields): { accountId: string; origin: string } | undefined {
  return isId(accountId) && isText(origin, longestName) && origin !== '' ? { accountId, origin } : undefined;
}

function withDomain({ accountId, domain }: Fields): { accountId: string; domain: string } | undefined {
  return isId(accountId) && isText(domain, longestName) && domain !== '' ? { accountId, domain } : undefined;
}

function accountChange(value: unknown): AccountChange | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const change: { -readonly [K in keyof AccountChange]: AccountChange[K] } = {};
  for (const [field, said] of Object.entries(value)) {
    if ((field === 'issuer' || field === 'name' || field === 'deviceName') && isText(said, longestName))
      change[field] = said;
    else if (field === 'note' && isText(said, longestNote)) change.note = said;
    else if (field === 'tags' && isTags(said)) change.tags = said;
    else if (field === 'pinned' && typeof said === 'boolean') change.pinned = said;
    else if (field === 'mark' && (said === null || isId(said))) change.mark = said;
    else return undefined;
  }
  return change;
}

function granted({ accountId, grant }: Fields): { accountId: string; grant: string } | undefined {
  return isId(accountId) && isId(grant) ? { accountId, grant } : undefined;
}

function withFields(fields: Fields): AccountProtocol['account.set-otp']['request'] | undefined {
  const given = granted(fields);
  const typed = handFields(fields['fields']);
  return given && typed && { ...given, fields: typed };
}

function isTags(value: unknown): value is string[] {
  return Array.isArray(value) && value.length <= mostTags && value.every((tag) => isText(tag, longestTag));
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value.length <= longest && value.isWellFormed();
}

function isId(value: unknown): value is string {
  return isText(value, 100) && value !== '';
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
