import type { SiteMemory } from '@/lib/vault/account';
import type { SiteChange, SitesProtocol } from './sites-protocol';

type Fields = Readonly<Record<string, unknown>>;
type SitesParsers = {
  readonly [N in keyof SitesProtocol]: (fields: Fields) => SitesProtocol[N]['request'] | undefined;
};

const longestHost = 300;
const longestId = 100;
const mostChoices = 100;
const longestField = 2000;

export const sitesParsers: SitesParsers = {
  'fill.ready': withTab,
  'fill.field': ({ tabId, index }) =>
    isCount(tabId) && isCount(index) && index < mostChoices ? { tabId, index } : undefined,
  'fill.frame': ({ tabId, origin, given }) =>
    isCount(tabId) && isOrigin(origin) && typeof given === 'boolean' ? { tabId, origin, given } : undefined,
  'correct.show': withTab,
  'correct.account': ({ tabId, accountId }) =>
    isCount(tabId) && isText(accountId, longestId) ? { tabId, accountId } : undefined,
  'correct.never': withTab,
  'sites.list': () => null,
  'sites.change': ({ origin, change }) => {
    const parsed = parseChange(change);
    return isOrigin(origin) && parsed ? { origin, change: parsed } : undefined;
  },
  'sites.allowed': ({ origin, allowed }) =>
    isOrigin(origin) && typeof allowed === 'boolean' ? { origin, allowed } : undefined,
  'sites.links': ({ origin, on }) =>
    isOrigin(origin) && typeof on === 'boolean' ? { origin, on } : undefined,
  'sites.untie': ({ origin, accountId }) =>
    isOrigin(origin) && isText(accountId, longestId) ? { origin, accountId } : undefined,
  'sites.narrow': ({ domain, accountId }) =>
    isText(domain, longestHost) && isText(accountId, longestId) ? { domain, accountId } : undefined,
  'sites.http': ({ host, allowed }) =>
    isHost(host) && typeof allowed === 'boolean' ? { host, allowed } : undefined,
  'sites.undo': ({ origin, memory, accountId, domain, httpHost }) => {
    const kept = memory === undefined ? undefined : parseMemory(memory);
    if (memory !== undefined && kept === undefined) return undefined;
    if (origin !== undefined && !isOrigin(origin)) return undefined;
    if (accountId !== undefined && !isText(accountId, longestId)) return undefined;
    if (domain !== undefined && !isText(domain, longestHost)) return undefined;
    if (httpHost !== undefined && !isHost(httpHost)) return undefined;
    return {
      ...(origin !== undefined && { origin }),
      ...(kept !== undefined && { memory: kept }),
      ...(accountId !== undefined && { accountId }),
      ...(domain !== undefined && { domain }),
      ...(httpHost !== undefined && { httpHost }),
    };
  },
};

function parseChange(value: unknown): SiteChange | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const change: { -readonly [K in keyof SiteChange]?: SiteChange[K] } = {};
  for (const [key, said] of Object.entries(value)) {
    if (key === 'never' && said === false) change.never = said;
    else if (key === 'choices' && said === null) change.choices = said;
    else if (key === 'unattended' && typeof said === 'boolean') change.unattended = said;
    else return undefined;
  }
  return change;
}

function parseMemory(value: unknown): SiteMemory | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const memory: { -readonly [K in keyof SiteMemory]?: SiteMemory[K] } = {};
  for (const [key, kept] of Object.entries(value)) {
    if (key === 'field' && isText(kept, longestField)) memory.field = kept;
    else if (key === 'accountId' && isText(kept, longestId)) memory.accountId = kept;
    else if ((key === 'never' || key === 'unattended') && typeof kept === 'boolean') memory[key] = kept;
    else return undefined;
  }
  return memory;
}

function withTab({ tabId }: Fields): { tabId: number } | undefined {
  return isCount(tabId) ? { tabId } : undefined;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value !== '' && value.length <= longest;
}

/** `https://host[:port]`, and `http:` for loopback and allowed hosts: exactly as a browser writes it. */
function isOrigin(value: unknown): value is string {
  if (!isText(value, longestHost) || !URL.canParse(value)) return false;
  const { origin, protocol } = new URL(value);
  return origin === value && /^https?:$/.test(protocol);
}

function isHost(value: unknown): value is string {
  return (
    isText(value, longestHost) && URL.canParse(`http://${value}`) && new URL(`http://${value}`).host === value
  );
}
