/**
 * lib/sites: which accounts belong to which origin. Pure: addresses and accounts in, accounts out. Exact hosts, and the
 * domains a person widened an account to; a name in a title, a sub-domain or a resemblance never makes an account belong.
 */
import type { Account } from '@/lib/vault/account';

/** Loopback counts as a secure context, as in browsers (Secure Contexts, § 3.1). */
const loopback = /^(localhost|([a-z0-9-]+\.)*localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** Host name without its port. */
export function isLoopback(hostname: string): boolean {
  return loopback.test(hostname);
}

/**
 * The origin (`https://host[:port]`) that an account may be tied to; `null` for any address whose page cannot be told
 * from another's: `http:` other than loopback and the hosts the person allowed by name (`httpHosts`, with their ports),
 * `data:`, `blob:`, `file:`, an opaque origin.
 */
export function siteOrigin(address: string | null, httpHosts: readonly string[] = []): string | null {
  if (address === null) return null;
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  if (url.protocol === 'https:') return url.origin;
  if (url.protocol !== 'http:') return null;
  return isLoopback(url.hostname) || httpHosts.includes(url.host) ? url.origin : null;
}

/** Host with its port, as shown to the person; `null` when the address has none. */
export function hostOf(address: string | null): string | null {
  if (address === null) return null;
  try {
    return new URL(address).host || null;
  } catch {
    return null;
  }
}

/** Tied to this very origin, or to a domain that this host is under, by default port and secure. */
export function belongsTo(account: Account, origin: string | null): boolean {
  if (origin === null) return false;
  return (
    account.sites.includes(origin) || (account.domains?.some((domain) => isUnder(origin, domain)) ?? false)
  );
}

function isUnder(origin: string, domain: string): boolean {
  return origin === `https://${domain}` || (origin.startsWith('https://') && origin.endsWith(`.${domain}`));
}

/** Whether a host may be widened to this domain: more than an ending, and the host is under it. */
export function canWiden(host: string, domain: string): boolean {
  return (
    /^([a-z0-9-]+\.)+[a-z0-9-]+$/.test(domain) &&
    !/\.\d+$/.test(domain) &&
    (host === domain || host.endsWith(`.${domain}`))
  );
}

/** The account with this origin among its sites; a file's suggestion of it has served. */
export function tied(account: Account, origin: string): Account {
  if (belongsTo(account, origin)) return account;
  const { suggestedSites, ...rest } = account;
  const left = suggestedSites?.filter((site) => withoutWww(site) !== withoutWww(origin)) ?? [];
  return { ...rest, sites: [...account.sites, origin], ...(left.length > 0 ? { suggestedSites: left } : {}) };
}

/** Whether a file that the account came in named this site. It ties nothing; `www` is left out of account. */
export function isSuggested({ suggestedSites }: Account, origin: string): boolean {
  return suggestedSites?.some((site) => withoutWww(site) === withoutWww(origin)) ?? false;
}

function withoutWww(origin: string): string {
  return origin.replace(/^https:\/\/www\./, 'https://');
}

/** The account for every host under this domain too. */
export function widened(account: Account, domain: string): Account {
  return account.domains?.includes(domain)
    ? account
    : { ...account, domains: [...(account.domains ?? []), domain] };
}
