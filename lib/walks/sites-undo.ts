/** Changes of the settings' sites that can be taken back: each answers what it took away. */
import type { Result } from '@/lib/errors';
import { ok } from '@/lib/errors';
import type { SiteUndo } from '@/lib/messages/sites-protocol';
import { memoryOf, withHttpHost, withMemory } from '@/lib/sites/memory';
import { canWiden, siteOrigin } from '@/lib/sites/origin';
import type { VaultContent } from '@/lib/vault/account';
import { editAccount } from '@/lib/vault/history';
import type { VaultPort } from './ports';

/** Does `change`, and answers what gives back what it takes from the origin, the domain or the host of `about`. */
export async function undoable(
  vault: Pick<VaultPort, 'update'>,
  about: Omit<SiteUndo, 'memory'>,
  change: (content: VaultContent) => VaultContent,
): Promise<Result<SiteUndo>> {
  const { origin } = about;
  let undo: SiteUndo = about;
  const written = await vault.update((content) => {
    if (origin !== undefined) undo = { ...about, memory: memoryOf(content, origin) };
    return change(content);
  });
  return written.ok ? ok(undo) : written;
}

/**
 * Only what no longer is there comes back: what was chosen since stays. `unattended` false: the organisation forbids codes
 * that are entered by themselves. An address that no account may be tied to, and a domain above none of its sites, are left.
 */
export function withChangeUndone(
  content: VaultContent,
  undo: SiteUndo,
  { nowMs, unattended }: { readonly nowMs: number; readonly unattended: boolean },
): VaultContent {
  const { origin, memory, accountId, domain, httpHost } = undo;
  let after = content;
  if (httpHost !== undefined) after = withHttpHost(after, httpHost, true);
  const account = after.accounts.find(({ id }) => id === accountId);
  if (account && domain !== undefined) {
    const { sites, domains = [] } = account;
    const isAbove = sites.some(
      (site) => site.startsWith('https://') && canWiden(new URL(site).hostname, domain),
    );
    if (isAbove && !domains.includes(domain))
      after = editAccount(after, account.id, { domains: [...domains, domain] }, nowMs);
  }
  if (origin === undefined || siteOrigin(origin, after.httpHosts) !== origin) return after;
  if (account && !account.sites.includes(origin))
    after = editAccount(after, account.id, { sites: [...account.sites, origin] }, nowMs);
  if (memory === undefined) return after;
  const kept = unattended ? memory : { ...memory, unattended: undefined };
  return withMemory(after, origin, { ...kept, ...memoryOf(after, origin) });
}
