/** Parsers of the messages of lib/messages/codes-protocol.ts. */
import type { CodesProtocol } from './codes-protocol';

type Fields = Readonly<Record<string, unknown>>;
type Parsers = {
  readonly [N in keyof CodesProtocol]: (fields: Fields) => CodesProtocol[N]['request'] | undefined;
};

const mostCodes = 100;
const longestCode = 64;
const longestSecret = 4096;

export const codesParsers: Parsers = {
  'codes.read': withTab,
  'codes.asked': withTab,
  'codes.keep': ({ accountId, codes }) =>
    isId(accountId) && areCodes(codes) ? { accountId, codes: codes.map((code) => code.trim()) } : undefined,
  'codes.show': ({ accountId, typed }) =>
    isId(accountId) && (typed === null || isText(typed, longestSecret)) ? { accountId, typed } : undefined,
  'codes.tick': ({ accountId, index, used }) =>
    isId(accountId) && isWhole(index) && index < mostCodes && typeof used === 'boolean'
      ? { accountId, index, used }
      : undefined,
};

function withTab({ tabId }: Fields): { tabId: number } | undefined {
  return isWhole(tabId) ? { tabId } : undefined;
}

function areCodes(value: unknown): value is string[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.length <= mostCodes &&
    value.every((code) => isText(code, longestCode) && code.trim() !== '')
  );
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
