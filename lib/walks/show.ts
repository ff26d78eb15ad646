/** The walk *show*: names, and the codes of the rows that will be seen; no code is computed for a row nobody sees. */
import type { ClockOffset } from '@/lib/clock/offset';
import { type Result, fail, ok } from '@/lib/errors';
import type { AccountRow, AccountsPage, Glance } from '@/lib/messages/protocol';
import type { PageRequest } from '@/lib/messages/list-protocol';
import type { RowExtra } from '@/lib/messages/token-protocol';
import { codeAtStep, timedCode } from '@/lib/otp/code';
import { markOf } from '@/lib/marks/marks';
import { isKnownKind } from '@/lib/otp/parameters';
import { belongsTo, hostOf, siteOrigin } from '@/lib/sites/origin';
import { type Resemblance, findResemblance } from '@/lib/sites/resemblance';
import type { Settings } from '@/lib/settings/settings';
import type { Account, VaultContent } from '@/lib/vault/account';
import { takeCountedCode } from './make-code';
import type { Tab, WalkPorts } from './ports';
import { type Arrangement, arranged, byName, groupsOf } from './list-order';
import { prepareSearch, searchAccounts } from './search';
import { keptOffset } from './site-clock';
import type { LastEntry } from './tab-record';

/** What the first look of a popup or panel needs, in one answer. */
export async function glance(
  ports: WalkPorts,
  request: { readonly tabId: number | null; readonly limit: number },
): Promise<Glance> {
  const [vault, tab, record, settings, spent] = await Promise.all([
    ports.vault.state(),
    request.tabId === null ? null : ports.pages.tab(request.tabId),
    request.tabId === null ? null : ports.records.get(request.tabId),
    ports.settings.read(),
    ports.uses.spent(),
  ]);
  const view = { ...(await arrangement(ports, settings)), spent };
  latest.set(ports, { tabId: request.tabId, tab, view, atMs: ports.clock.now() });
  const content = vault.kind === 'open' ? await ports.vault.content() : null;
  const last = content?.ok ? lastOf(content.value.accounts, record?.last ?? null) : null;
  return {
    vault,
    page: content?.ok
      ? accountsPage(
          content.value,
          tab,
          { query: '', offset: 0, limit: request.limit },
          ports.clock.now(),
          followedHere(content.value, tab),
          view,
        )
      : null,
    card: record?.card ?? null,
    settings,
    ...(last && { last }),
  };
}

function lastOf(accounts: readonly Account[], last: LastEntry | null): Glance['last'] {
  const account = accounts.find(({ id }) => id === last?.accountId);
  if (!last || !account) return undefined;
  const { issuer, name } = account;
  return { host: hostOf(last.origin) ?? '', issuer, name, unattended: last.unattended };
}

export async function page(ports: WalkPorts, request: PageRequest): Promise<Result<AccountsPage>> {
  const [content, { tab, view }] = await Promise.all([
    ports.vault.content(),
    knownSurroundings(ports, request) ?? surroundings(ports, request.tabId),
  ]);
  if (!content.ok) return content;
  const followed = followedHere(content.value, tab);
  return ok(accountsPage(content.value, tab, request, ports.clock.now(), followed, view));
}

/** What a page of the list depends on besides the vault. */
interface Surroundings {
  readonly tabId: number | null;
  readonly tab: Tab | null;
  readonly view: ListView;
  readonly atMs: number;
}
const latest = new WeakMap<WalkPorts, Surroundings>();
const keptMs = 30_000;

/**
 * While somebody types, those of the list that they type over: each question to the browser would cost more than the search.
 * What a code is typed into is looked at anew when it is typed.
 */
function knownSurroundings(ports: WalkPorts, { tabId, query }: PageRequest): Surroundings | null {
  const known = latest.get(ports);
  if (query.trim() === '' || !known || known.tabId !== tabId) return null;
  const ageMs = ports.clock.now() - known.atMs;
  return ageMs >= 0 && ageMs < keptMs ? known : null;
}

async function surroundings(ports: WalkPorts, tabId: number | null): Promise<Surroundings> {
  const [tab, settings, spent] = await Promise.all([
    tabId === null ? null : ports.pages.tab(tabId),
    ports.settings.read(),
    ports.uses.spent(),
  ]);
  const view = { ...(await arrangement(ports, settings)), spent };
  const found = { tabId, tab, view, atMs: ports.clock.now() };
  latest.set(ports, found);
  return found;
}

async function arrangement(ports: WalkPorts, { sort }: Settings): Promise<Arrangement> {
  return { sort, recent: sort === 'recent' ? await ports.uses.recent() : [] };
}

/** In a pause: what the first search of many accounts reads, so that its first letter is as quick as the next. */
export async function prepare(ports: WalkPorts): Promise<void> {
  const [content, settings] = await Promise.all([ports.vault.content(), ports.settings.read()]);
  if (content.ok) prepareSearch(arranged(content.value, await arrangement(ports, settings)));
}

/** From so many on the first search is prepared. */
export const manyAccounts = 500;

/** HOTP: the next code, its counter stored first. */
export async function next(
  ports: WalkPorts,
  accountId: string,
): Promise<Result<{ code: string; counter: number }>> {
  const taken = await takeCountedCode(ports.vault, accountId);
  if (!taken.ok) return taken;
  if (taken.value !== null) return ok(taken.value);
  const content = await ports.vault.content();
  const isHere = content.ok && content.value.accounts.some(({ id }) => id === accountId);
  return fail(isHere ? 'kind-unknown' : 'account-unknown');
}

/** The clock that codes typed in this tab follow, when the person said so. */
function followedHere(content: VaultContent, tab: Tab | null): ClockOffset | null {
  const origin = siteOrigin(tab?.url ?? null);
  return origin === null ? null : keptOffset(content, origin);
}

/** How the list is wanted, and what of it was used. */
export interface ListView extends Arrangement {
  /** By account: when the code that was copied or typed ends, Unix ms. */
  readonly spent: Readonly<Record<string, number>>;
}

/**
 * Accounts of the tab's site first, by the clock that is followed there, then those pinned, then the others; each part in the
 * order chosen, or the best match first.
 */
export function accountsPage(
  content: VaultContent,
  tab: Tab | null,
  request: Omit<PageRequest, 'tabId'>,
  nowMs: number,
  followed: ClockOffset | null = null,
  view: ListView = { ...byName, spent: {} },
): AccountsPage {
  const { query, offset, limit, tag, follow } = request;
  const url = tab?.url ?? null;
  const origin = siteOrigin(url, content.httpHosts);
  const all = arranged(content, view);
  const found = searchAccounts(all, query);
  const matches = tag === undefined ? found : found.filter(({ tags }) => tags?.includes(tag));
  const shown = hereFirst(matches, origin);
  const resembles = matches === all && shown.here === 0 && resemblance(content.accounts, url);
  const tags = groupsOf(content.accounts);
  const rows: AccountRow[] = [];
  for (let index = offset; index < Math.min(matches.length, offset + limit); index++) {
    const account = shown.at(index) as Account;
    const here = index < shown.here;
    rows.push(
      toRow(account, here, nowMs, view.spent, here && followed && origin ? [followed, origin] : null),
    );
  }
  return {
    total: matches.length,
    offset,
    rows,
    here: shown.here,
    host: origin && hostOf(origin),
    ...(resembles && { resembles }),
    ...(tags.length > 0 && { tags }),
    ...(follow !== undefined && { at: shown.indexOf(follow) }),
  };
}

/** The same accounts, those of the site first, without a second list of thousands. */
function hereFirst(matches: readonly Account[], origin: string | null) {
  const places: number[] = [];
  if (origin !== null) matches.forEach((account, index) => belongsTo(account, origin) && places.push(index));
  const here = places.length;
  const placeOf = (index: number): number => {
    if (index < here) return places[index] as number;
    let place = index - here;
    for (const taken of places) {
      if (taken > place) break;
      place += 1;
    }
    return place;
  };
  return {
    here,
    at: (index: number) => matches[placeOf(index)],
    indexOf(id: string): number {
      const place = matches.findIndex((account) => account.id === id);
      if (place < 0) return -1;
      const before = places.filter((taken) => taken < place).length;
      return places.includes(place) ? before : here + place - before;
    },
  };
}

interface Seen {
  readonly url: string | null;
  readonly found: Resemblance | null;
}
const resemblances = new WeakMap<readonly Account[], Seen>();

/** Looked for once for a page: it takes longer than all the rest where accounts are many. */
function resemblance(accounts: readonly Account[], url: string | null): Resemblance | null {
  const seen = resemblances.get(accounts);
  if (seen?.url === url) return seen.found;
  const found = findResemblance(url, tiedOrigins(accounts));
  resemblances.set(accounts, { url, found });
  return found;
}

/** Each once; a wider domain stands for its own host. */
function tiedOrigins(accounts: readonly Account[]): Set<string> {
  return new Set(
    accounts.flatMap(({ sites, domains = [] }) => [
      ...sites,
      ...domains.map((domain) => `https://${domain}`),
    ]),
  );
}

function toRow(
  account: Account,
  here: boolean,
  nowMs: number,
  spent: ListView['spent'],
  followed: readonly [ClockOffset, string] | null = null,
): AccountRow {
  const { id, issuer, name, confirmed, otp, expiresAtMs, recoveryCodes = [], pinned } = account;
  const mark = markOf(account);
  const who = { id, issuer, name, here, confirmed, ...(mark !== null && { mark }) };
  const ends = {
    ...(expiresAtMs !== undefined && { expiresAtMs }),
    ...(here && recoveryCodes.length > 0 && { recovery: true as const }),
    ...(pinned && { pinned }),
  };
  if (otp.kind === 'none') return { ...who, code: { kind: 'none' }, ...withExtra(ends) };
  // A kind of a later version has no code to show; asked for one, `next` says so.
  if (otp.kind === 'hotp' || !isKnownKind(otp)) {
    const counter = otp.kind === 'hotp' ? otp.counter : 0;
    return { ...who, code: { kind: 'counted', current: null, counter }, ...withExtra(ends) };
  }
  const offsetMs = followed === null ? 0 : followed[0].offsetMs;
  const { code: current, step, periodSeconds, expiresAtMs: overAtMs } = timedCode(otp, nowMs + offsetMs);
  const endsMs = overAtMs - offsetMs;
  const usedUntilMs = Math.min(spent[id] ?? 0, endsMs);
  const used = usedUntilMs > nowMs ? { usedUntilMs } : {};
  const adjusted = followed === null ? {} : { adjustedFor: hostOf(followed[1]) ?? followed[1] };
  return {
    ...who,
    code: {
      kind: 'timed',
      current,
      next: codeAtStep(otp, step + 1),
      periodSeconds,
      expiresAtMs: endsMs,
    },
    ...withExtra({ ...ends, ...adjusted, ...used }),
  };
}

/** Nothing at all where there is nothing to add: a thousand rows are sent as they were. */
function withExtra(extra: RowExtra): { readonly extra?: RowExtra } {
  return Object.keys(extra).length === 0 ? {} : { extra };
}
