/** Parsers of the messages of lib/messages/import-protocol.ts. What comes is a stranger's file, read in a page of ours. */
import type { ImportedEntry } from '@/lib/transfer/file-format';
import type { ImportChoice, ImportProtocol } from './import-protocol';

type Fields = Readonly<Record<string, unknown>>;
type Parsers = {
  readonly [N in keyof ImportProtocol]: (fields: Fields) => ImportProtocol[N]['request'] | undefined;
};

const mostEntries = 20_000;
const longestName = 300;
const longestText = 100_000;
const longestSecret = 1024;
const longestMark = 200;

export const importParsers: Parsers = {
  'import.state': () => null,
  'import.undo': () => null,
  'import.preview': ({ entries }) => (areEntries(entries) ? { entries } : undefined),
  'import.commit': ({ entries, choices, seen }) => {
    if (!areEntries(entries) || !areChoices(choices) || !areMarks(seen)) return undefined;
    const isWhole = choices.length === entries.length && seen.length === entries.length;
    return isWhole ? { entries, choices, seen } : undefined;
  },
};

function areEntries(value: unknown): value is readonly ImportedEntry[] {
  return Array.isArray(value) && value.length <= mostEntries && value.every(isEntry);
}

function areChoices(value: unknown): value is readonly ImportChoice[] {
  return Array.isArray(value) && value.every((one) => one === 'take' || one === 'both' || one === 'leave');
}

function areMarks(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => isText(one, longestMark));
}

const entryChecks: Readonly<Record<string, (value: unknown) => boolean>> = {
  issuer: (value) => isText(value, longestName),
  name: (value) => isText(value, longestName),
  otp: isOtp,
  note: (value) => isText(value, longestText),
  tags: areTexts,
  pinned: (value) => value === true,
  suggestedSites: areTexts,
  recoveryCodes: (value) =>
    isList(value, (one) => isFields(one) && isText(one['value'], longestName) && isUsed(one['usedAtMs'])),
  expiresAtMs: isWhole,
  token: (value) =>
    isFields(value) && Object.values(value).every((one) => one === true || isText(one, longestName)),
  attention: (value) => Array.isArray(value),
  account: isAccount,
};

/** Nothing but the known fields, and what every entry has. */
function isEntry(value: unknown): boolean {
  return (
    isFields(value) &&
    ['issuer', 'name', 'otp'].every((field) => Object.hasOwn(value, field)) &&
    Object.entries(value).every(
      ([field, of]) => Object.hasOwn(entryChecks, field) && entryChecks[field]?.(of) === true,
    )
  );
}

const accountChecks: Readonly<Record<string, (value: unknown) => boolean>> = {
  sites: areTexts,
  domains: areTexts,
  confirmed: (value) => typeof value === 'boolean',
  deviceName: (value) => isText(value, longestText),
  createdAtMs: Number.isFinite,
  enrolledFrom: (value) => isText(value, longestText),
  renewalNote: (value) => isText(value, longestText),
  mark: (value) => isText(value, longestName),
  history: (value) =>
    Array.isArray(value) &&
    value.every((one) => isFields(one) && isWhole(one['changedAtMs']) && isFields(one['before'])),
};

/**
 * Of a backup of our own, which was authenticated as a whole, by whoever has its password: a field of another type would
 * stop every list that it is in. One that we do not know is of a later version, and stays.
 */
function isAccount(value: unknown): boolean {
  return (
    isFields(value) &&
    typeof value['id'] === 'string' &&
    /^[\w-]{1,64}$/.test(value['id']) &&
    ['issuer', 'name', 'otp', 'sites', 'confirmed', 'createdAtMs'].every((field) =>
      Object.hasOwn(value, field),
    ) &&
    Object.entries(value).every(([field, of]) => {
      const checks = Object.hasOwn(accountChecks, field) ? accountChecks : entryChecks;
      return !Object.hasOwn(checks, field) || checks[field]?.(of) === true;
    })
  );
}

function isOtp(otp: unknown): boolean {
  if (!isFields(otp)) return false;
  const hasKey =
    typeof otp['secret'] === 'string' &&
    /^[A-Z2-7]{2,}$/.test(otp['secret']) &&
    otp['secret'].length <= longestSecret;
  switch (otp['kind']) {
    case 'none':
      return true;
    case 'kept':
      return (
        isText(otp['secret'], longestSecret) &&
        ['what', 'address', 'format'].every((field) => isText(otp[field], longestText))
      );
    case 'steam':
      return hasKey;
    case 'motp':
    case 'yandex':
      return hasKey && /^\d{4,16}$/.test(String(otp['pin']));
    case 'totp':
      return hasKey && areCodes(otp) && isWithin(otp['periodSeconds'], 1, 3600);
    case 'hotp':
      return hasKey && areCodes(otp) && isWhole(otp['counter']);
  }
  return false;
}

function areCodes({ algorithm, digits }: Fields): boolean {
  return ['SHA1', 'SHA256', 'SHA512'].includes(algorithm as string) && isWithin(digits, 5, 10);
}

function areTexts(value: unknown): boolean {
  return isList(value, (one) => isText(one, longestName));
}

function isList(value: unknown, check: (one: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length <= 1000 && value.every(check);
}

function isUsed(value: unknown): boolean {
  return value === null || isWhole(value);
}

function isWhole(value: unknown): value is number {
  return isWithin(value, 0, Number.MAX_SAFE_INTEGER);
}

function isWithin(value: unknown, lowest: number, highest: number): boolean {
  return Number.isSafeInteger(value) && (value as number) >= lowest && (value as number) <= highest;
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value.length <= longest;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
