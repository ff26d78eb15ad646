/** The sites of the settings: what is tied, allowed, remembered; and taking any of it back. */
import { type Result, ok } from '@/lib/errors';
import type { SiteChange, SiteRow, SitesState } from '@/lib/messages/sites-protocol';
import { hostOf } from '@/lib/sites/origin';
import { memoryOf, withMemory } from '@/lib/sites/memory';
import type { VaultContent } from '@/lib/vault/account';
import { editAccount } from '@/lib/vault/history';
import type { VaultPort } from './ports';
import { optionOf } from './site-cards';

/**
 * `allowed`: origins that the browser lets us into without a gesture; `links`: those of them whose account links open in
 * Seconde.
 */
export async function listSites(
  vault: VaultPort,
  allowed: readonly string[],
  links: readonly string[],
): Promise<Result<SitesState>> {
  const [content, state] = await Promise.all([vault.content(), vault.state()]);
  if (!content.ok) return content;
  const { accounts, sites = {}, httpHosts = [] } = content.value;
  const origins = new Set([
    ...accounts.flatMap((account) => account.sites),
    ...Object.keys(sites),
    ...allowed,
  ]);
  const rows = [...origins].map((origin) => rowOf(content.value, origin, allowed, links));
  return ok({
    sites: rows.sort((a, b) => (a.host < b.host ? -1 : 1)),
    domains: accounts.flatMap((account) =>
      (account.domains ?? []).map((domain) => ({ domain, account: optionOf(account) })),
    ),
    httpHosts,
    isProtected: state.kind === 'open' && state.protected,
  });
}

function rowOf(
  content: VaultContent,
  origin: string,
  allowed: readonly string[],
  links: readonly string[],
): SiteRow {
  const { field, accountId, never = false, unattended = false } = memoryOf(content, origin);
  const isAllowed = allowed.includes(origin);
  return {
    origin,
    host: hostOf(origin) ?? origin,
    accounts: content.accounts.filter(({ sites }) => sites.includes(origin)).map(optionOf),
    allowed: isAllowed,
    unattended: unattended && isAllowed,
    links: links.includes(origin) && isAllowed,
    never,
    chosen: field !== undefined || accountId !== undefined,
  };
}

export function changedSite(content: VaultContent, origin: string, change: SiteChange): VaultContent {
  return withMemory(content, origin, {
    ...('never' in change && { never: undefined }),
    ...('choices' in change && { field: undefined, accountId: undefined }),
    ...('unattended' in change && { unattended: change.unattended }),
  });
}

/** The last account gone from a site takes with it what was remembered of the site. */
export function untiedSite(
  content: VaultContent,
  origin: string,
  accountId: string,
  nowMs: number,
): VaultContent {
  const sites = content.accounts.find(({ id }) => id === accountId)?.sites.filter((site) => site !== origin);
  const left = sites === undefined ? content : editAccount(content, accountId, { sites }, nowMs);
  return left.accounts.some((account) => account.sites.includes(origin))
    ? left
    : withMemory(left, origin, { field: undefined, accountId: undefined, unattended: undefined });
}

export function narrowed(
  content: VaultContent,
  domain: string,
  accountId: string,
  nowMs: number,
): VaultContent {
  const account = content.accounts.find(({ id }) => id === accountId);
  const domains = (account?.domains ?? []).filter((other) => other !== domain);
  return editAccount(content, accountId, { domains: domains.length > 0 ? domains : null }, nowMs);
}
