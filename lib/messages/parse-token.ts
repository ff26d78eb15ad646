/** Parsers of the messages of lib/messages/token-protocol.ts. */
import type { TokenProtocol } from './token-protocol';

type Fields = Readonly<Record<string, unknown>>;
type Parsers = {
  readonly [N in keyof TokenProtocol]: (fields: Fields) => TokenProtocol[N]['request'] | undefined;
};

const longestName = 300;
const longestNote = 2000;
/** Far beyond any token's end (year 9999), and within what a date can hold. */
const lastMs = 253_402_300_799_999;

export const tokenParsers: Parsers = {
  'clock.check': ({ tabId }) => (isWhole(tabId) ? { tabId } : undefined),
  'clock.adjust': ({ tabId, on }) => (isWhole(tabId) && typeof on === 'boolean' ? { tabId, on } : undefined),
  'clock.anyway': ({ tabId }) => (isWhole(tabId) ? { tabId } : undefined),
  'clock.forget': ({ host }) => (isText(host, longestName) ? { host } : undefined),

  'accounts.dates': ({ accountId, expiresAtMs, renewalNote }) =>
    isId(accountId) && (expiresAtMs === null || isMoment(expiresAtMs)) && isText(renewalNote, longestNote)
      ? { accountId, expiresAtMs, renewalNote }
      : undefined,
  'accounts.remind': ({ issuer, name, expiresAtMs, renewalNote }) =>
    isText(issuer, longestName) &&
    isText(name, longestName) &&
    isMoment(expiresAtMs) &&
    isText(renewalNote, longestNote)
      ? { issuer, name, expiresAtMs, renewalNote }
      : undefined,
  'expiry.not-now': () => null,

  'counter.find': ({ accountId, codes }) =>
    isId(accountId) && isCodes(codes) ? { accountId, codes } : undefined,

  'counter.set': ({ accountId, counter, back }) =>
    isId(accountId) && isWhole(counter) && typeof back === 'boolean'
      ? { accountId, counter, back }
      : undefined,
};

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isMoment(value: unknown): value is number {
  return isWhole(value) && value <= lastMs;
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value.length <= longest;
}

function isId(value: unknown): value is string {
  return isText(value, 100) && value !== '';
}

function isCodes(value: unknown): value is readonly string[] {
  return (
    Array.isArray(value) &&
    (value.length === 1 || value.length === 2) &&
    value.every((code) => typeof code === 'string' && /^\d{5,10}$/.test(code))
  );
}
