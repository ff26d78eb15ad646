/** The walk *show*: names, and the codes of the rows that will be seen; no code is computed for a row nobody sees. */
import type { ClockOffset } from '@/lib/clock/offset';
import { type Result, fail, ok } from '@/lib/errors';
import type { AccountRow, AccountsPage, Glance } from '@/lib/messages/protocol';
import type { RowExtra } from '@/lib/messages/token-protocol';
import { codeAtStep, timedCode } from '@/lib/otp/code';
import { markOf } from '@/lib/marks/marks';
import { isKnownKind } from '@/lib/otp/parameters';
import { belongsTo, hostOf, siteOrigin } from '@/lib/sites/origin';
import { findResemblance } from '@/lib/sites/resemblance';
import type { Account, VaultContent } from '@/lib/vault/account';
import { takeCountedCode } from './make-code';
import type { Tab, WalkPorts } from './ports';
import { matcher } from './search';
import { keptOffset } from './site-clock';
import type { LastEntry } from './tab-record';

export interface PageRequest {
  readonly tabId: number | null;
  readonly query: string;
  readonly offset: number;
  readonly limit: number;
}

/** What the first look of a popup or panel needs, in one answer. */
export async function glance(
  ports: WalkPorts,
  request: { readonly tabId: number | null; readonly limit: number },
): Promise<Glance> {
  const [vault, tab, record, settings] = await Promise.all([
    ports.vault.state(),
    request.tabId === null ? null : ports.pages.tab(request.tabId),
    request.tabId === null ? null : ports.records.get(request.tabId),
    ports.settings.read(),
  ]);
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
  const [content, tab] = await Promise.all([
    ports.vault.content(),
    request.tabId === null ? null : ports.pages.tab(request.tabId),
  ]);
  if (!content.ok) return content;
  return ok(accountsPage(content.value, tab, request, ports.clock.now(), followedHere(content.value, tab)));
}

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

/** Accounts of the tab's site first, by the clock that is followed there; each group in the order of the vault. */
export function accountsPage(
  content: VaultContent,
  tab: Tab | null,
  request: { readonly query: string; readonly offset: number; readonly limit: number },
  nowMs: number,
  followed: ClockOffset | null = null,
): AccountsPage {
  const { accounts } = content;
  const origin = siteOrigin(tab?.url ?? null, content.httpHosts);
  const matches = request.query.trim() === '' ? accounts : accounts.filter(matcher(request.query));
  const here = origin === null ? [] : matches.filter((account) => belongsTo(account, origin));
  const resembles = here.length === 0 && findResemblance(tab?.url ?? null, tiedOrigins(accounts));
  const end = request.offset + request.limit;
  const rows: AccountRow[] = [];
  for (let index = request.offset; index < Math.min(here.length, end); index++)
    rows.push(toRow(here[index] as Account, true, nowMs, followed && origin ? [followed, origin] : null));
  if (end > here.length) {
    const from = Math.max(0, request.offset - here.length);
    const others = here.length === 0 ? matches : withoutFirst(matches, here, end);
    for (const account of others.slice(from, end - here.length)) rows.push(toRow(account, false, nowMs));
  }
  return {
    total: matches.length,
    offset: request.offset,
    rows,
    here: here.length,
    host: origin && hostOf(origin),
    ...(resembles && { resembles }),
  };
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

/** As many of `accounts`, those of `here` left out, as an answer that ends at `end` can need. */
function withoutFirst(accounts: readonly Account[], here: readonly Account[], end: number): Account[] {
  const left = new Set(here);
  const rest: Account[] = [];
  for (const account of accounts) {
    if (rest.length + here.length >= end) break;
    if (!left.has(account)) rest.push(account);
  }
  return rest;
}

function toRow(
  account: Account,
  here: boolean,
  nowMs: number,
  followed: readonly [ClockOffset, string] | null = null,
): AccountRow {
  const { id, issuer, name, confirmed, otp, expiresAtMs, recoveryCodes = [] } = account;
  const mark = markOf(account);
  const who = { id, issuer, name, here, confirmed, ...(mark !== null && { mark }) };
  const ends = {
    ...(expiresAtMs !== undefined && { expiresAtMs }),
    ...(here && recoveryCodes.length > 0 && { recovery: true as const }),
  };
  if (otp.kind === 'none') return { ...who, code: { kind: 'none' }, ...withExtra(ends) };
  // A kind of a later version has no code to show; asked for one, `next` says so.
  if (otp.kind === 'hotp' || !isKnownKind(otp)) {
    const counter = otp.kind === 'hotp' ? otp.counter : 0;
    return { ...who, code: { kind: 'counted', current: null, counter }, ...withExtra(ends) };
  }
  const offsetMs = followed === null ? 0 : followed[0].offsetMs;
  const { code: current, step, periodSeconds, expiresAtMs: overAtMs } = timedCode(otp, nowMs + offsetMs);
  const adjusted = followed === null ? {} : { adjustedFor: hostOf(followed[1]) ?? followed[1] };
  return {
    ...who,
    code: {
      kind: 'timed',
      current,
      next: codeAtStep(otp, step + 1),
      periodSeconds,
      expiresAtMs: overAtMs - offsetMs,
    },
    ...withExtra({ ...ends, ...adjusted }),
  };
}

/** Nothing at all where there is nothing to add: a thousand rows are sent as they were. */
function withExtra(extra: RowExtra): { readonly extra?: RowExtra } {
  return Object.keys(extra).length === 0 ? {} : { extra };
}
