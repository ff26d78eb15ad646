/** Edits of one account by the person. Each keeps what was there before (lib/vault/history), and can be taken back. */
import { type Result, fail, ok } from '@/lib/errors';
import type { AccountChange, Edited, SiteLook } from '@/lib/messages/account-protocol';
import { displayText, oneLine } from '@/lib/otp/display-text';
import { belongsTo, canWiden, hostOf, siteOrigin } from '@/lib/sites/origin';
import { findResemblance } from '@/lib/sites/resemblance';
import { typedOrigin } from '@/lib/sites/typed-origin';
import type { Account, EditableFields, VaultContent } from '@/lib/vault/account';
import { editAccount } from '@/lib/vault/history';
import type { VaultPort, WalkPorts } from './ports';
import { optionOf } from './site-cards';
import { narrowed, untiedSite } from './sites-list';

type EditPorts = Pick<WalkPorts, 'vault' | 'clock'>;

/** More than these are not listed under a site that is about to be added. */
const mostOthers = 5;

export function editFields(
  { vault, clock }: EditPorts,
  accountId: string,
  { pinned, ...change }: AccountChange,
): Promise<Result<Edited>> {
  const nowMs = clock.now();
  return edit(vault, accountId, (content) => {
    const edited = editAccount(content, accountId, fieldsOf(change), nowMs);
    return pinned === undefined ? edited : withPin(edited, accountId, pinned);
  });
}

function fieldsOf(change: Omit<AccountChange, 'pinned'>): Partial<EditableFields> {
  const { issuer, name, deviceName, note, tags, mark } = change;
  return {
    ...(issuer !== undefined && { issuer: displayText(issuer) }),
    ...(name !== undefined && { name: displayText(name) }),
    ...(deviceName !== undefined && { deviceName: displayText(deviceName) || null }),
    ...(note !== undefined && { note: noteText(note) || null }),
    ...(tags !== undefined && { tags: tagsFrom(tags) }),
    ...(mark !== undefined && { mark }),
  };
}

/** Lines as they are; no other control characters. */
function noteText(note: string): string {
  return note
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.replace(/(?![\t])\p{Cc}/gu, '').trimEnd())
    .join('\n')
    .trim();
}

/** Each once, whatever its capitals. */
function tagsFrom(tags: readonly string[]): readonly string[] | null {
  const named = new Map<string, string>();
  for (const tag of tags.map(oneLine)) {
    const key = tag.toLowerCase();
    if (tag !== '' && !named.has(key)) named.set(key, tag);
  }
  return named.size === 0 ? null : [...named.values()];
}

function withPin(content: VaultContent, accountId: string, pinned: boolean): VaultContent {
  return {
    ...content,
    accounts: content.accounts.map((account) => {
      if (account.id !== accountId) return account;
      const { pinned: _, ...rest } = account;
      return pinned ? { ...rest, pinned } : rest;
    }),
  };
}

/** Fails with `site-malformed`, `page-insecure`: an address that no account may be tied to. */
export async function lookAtSite(
  { vault }: EditPorts,
  accountId: string,
  address: string,
): Promise<Result<SiteLook>> {
  const content = await vault.content();
  if (!content.ok) return content;
  const { accounts, httpHosts } = content.value;
  const account = accounts.find(({ id }) => id === accountId);
  if (account === undefined) return fail('account-unknown');
  const origin = typedOrigin(address, httpHosts);
  if (!origin.ok) return origin;
  const others = accounts.filter((other) => other !== account && belongsTo(other, origin.value));
  const known = accounts.flatMap(({ sites, domains = [] }) => [
    ...sites,
    ...domains.map((domain) => `https://${domain}`),
  ]);
  return ok({
    origin: origin.value,
    host: hostOf(origin.value) ?? origin.value,
    already: belongsTo(account, origin.value),
    resembles: others.length > 0 ? null : findResemblance(origin.value, new Set(known)),
    others: others.slice(0, mostOthers).map(optionOf),
  });
}

export function addSite(
  { vault, clock }: EditPorts,
  accountId: string,
  origin: string,
): Promise<Result<Edited>> {
  const nowMs = clock.now();
  let refused = false;
  return edit(
    vault,
    accountId,
    (content, account) => {
      refused = siteOrigin(origin, content.httpHosts) !== origin;
      if (refused || account.sites.includes(origin)) return content;
      return editAccount(content, accountId, { sites: [...account.sites, origin] }, nowMs);
    },
    () => (refused ? fail('page-insecure') : null),
  );
}

export function removeSite(
  { vault, clock }: EditPorts,
  accountId: string,
  origin: string,
): Promise<Result<Edited>> {
  const nowMs = clock.now();
  return edit(vault, accountId, (content) => untiedSite(content, origin, accountId, nowMs));
}

export function narrow(
  { vault, clock }: EditPorts,
  accountId: string,
  domain: string,
): Promise<Result<Edited>> {
  const nowMs = clock.now();
  return edit(vault, accountId, (content) => narrowed(content, domain, accountId, nowMs));
}

/** Only to a domain that one of its sites is under. */
export function widen(
  { vault, clock }: EditPorts,
  accountId: string,
  domain: string,
): Promise<Result<Edited>> {
  const nowMs = clock.now();
  let refused = false;
  return edit(
    vault,
    accountId,
    (content, account) => {
      const { sites, domains = [] } = account;
      refused = !sites.some(
        (site) => site.startsWith('https://') && canWiden(new URL(site).hostname, domain),
      );
      if (refused || domains.includes(domain)) return content;
      return editAccount(content, accountId, { domains: [...domains, domain] }, nowMs);
    },
    () => (refused ? fail('site-malformed') : null),
  );
}

/** Answers the name of the edit where one was kept. */
export async function edit(
  vault: VaultPort,
  accountId: string,
  change: (content: VaultContent, account: Account) => VaultContent,
  refusal: () => Result<never> | null = () => null,
): Promise<Result<Edited>> {
  let before: Account | undefined;
  const written = await vault.update((content) => {
    before = content.accounts.find(({ id }) => id === accountId);
    return before === undefined ? content : change(content, before);
  });
  if (!written.ok) return written;
  if (before === undefined) return fail('account-unknown');
  const refused = refusal();
  if (refused) return refused;
  const history = written.value.accounts.find(({ id }) => id === accountId)?.history ?? [];
  const isNew = history.length > (before.history?.length ?? 0);
  return ok({ changedAtMs: isNew ? (history.at(-1)?.changedAtMs ?? null) : null });
}
