/** Parsers of the messages of lib/messages/list-protocol.ts. */
import type { ListProtocol, MoveTo, PageRequest } from './list-protocol';

type Fields = Readonly<Record<string, unknown>>;
type Parsers = {
  readonly [N in keyof ListProtocol]: (fields: Fields) => ListProtocol[N]['request'] | undefined;
};

const longestQuery = 300;
const mostRows = 200;
const mostTags = 50;
const longestTag = 100;

export function parsePage({ tabId, query, offset, limit, tag, follow }: Fields): PageRequest | undefined {
  if (!isTabOrNull(tabId) || !isText(query, longestQuery) || !isWhole(offset)) return undefined;
  if (!isWhole(limit) || limit > mostRows) return undefined;
  return {
    tabId,
    query,
    offset,
    limit,
    ...(isTag(tag) && { tag }),
    ...(isId(follow) && { follow }),
  };
}

export const listParsers: Parsers = {
  'list.about': ({ accountId }) => (isId(accountId) ? { accountId } : undefined),
  'list.pin': ({ accountId, pinned }) =>
    isId(accountId) && typeof pinned === 'boolean' ? { accountId, pinned } : undefined,
  'list.tags': ({ accountId, tags }) =>
    isId(accountId) && Array.isArray(tags) && tags.length <= mostTags && tags.every(isTag)
      ? { accountId, tags: [...new Set(tags.map((tag: string) => tag.trim()))] }
      : undefined,
  'list.move': ({ tabId, tag, accountId, to }) => {
    const place = parseMove(to);
    if (!isTabOrNull(tabId) || !isId(accountId) || place === null) return undefined;
    return { tabId, accountId, to: place, ...(isTag(tag) && { tag }) };
  },
  'list.used': ({ accountId, untilMs }) =>
    isId(accountId) && (untilMs === null || isWhole(untilMs)) ? { accountId, untilMs } : undefined,
};

function parseMove(to: unknown): MoveTo | null {
  if (to === 'up' || to === 'down' || to === 'first' || to === 'last') return to;
  if (typeof to !== 'object' || to === null) return null;
  const { side, accountId } = to as Fields;
  return (side === 'before' || side === 'after') && isId(accountId) ? { side, accountId } : null;
}

function isTabOrNull(value: unknown): value is number | null {
  return value === null || isWhole(value);
}

function isTag(value: unknown): value is string {
  return isText(value, longestTag) && value.trim() !== '' && value.isWellFormed();
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value.length <= longest;
}

function isId(value: unknown): value is string {
  return isText(value, 100) && value !== '';
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
