/**
 * lib/sites: which accounts belong to which origin. Pure: addresses and accounts in, accounts out. Exact hosts only; a
 * name in a title, a sub-domain or a resemblance never makes an account belong.
 */
import type { Account } from '@/lib/vault/account';

/** Loopback counts as a secure context, as in browsers (Secure Contexts, § 3.1). */
const loopback = /^(localhost|([a-z0-9-]+\.)*localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * The origin (`https://host[:port]`) that an account may be tied to; `null` for any address whose page cannot be told
 * from another's: `http:` other than loopback, `data:`, `blob:`, `file:`, an opaque origin.
 */
export function siteOrigin(address: string | null): string | null {
  if (address === null) return null;
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  if (url.protocol === 'https:') return url.origin;
  if (url.protocol === 'http:' && loopback.test(url.hostname)) return url.origin;
  return null;
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

export function belongsTo(account: Account, origin: string | null): boolean {
  return origin !== null && account.sites.includes(origin);
}

/** The account with this origin among its sites. */
export function tied(account: Account, origin: string): Account {
  return belongsTo(account, origin) ? account : { ...account, sites: [...account.sites, origin] };
}
