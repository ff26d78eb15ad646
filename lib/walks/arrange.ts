/** What the person changes about the list: its order, what is pinned, groups. */
import { type Result, fail, ok } from '@/lib/errors';
import type { MoveTo } from '@/lib/messages/list-protocol';
import type { Settings } from '@/lib/settings/settings';
import type { Account, VaultContent } from '@/lib/vault/account';
import { belongsTo, siteOrigin } from '@/lib/sites/origin';
import { editAccount } from '@/lib/vault/history';
import { edit } from './account-edit';
import { type Arrangement, arranged, groupsOf, inChosenOrder } from './list-order';
import type { WalkPorts } from './ports';

export interface ArrangePorts extends Pick<WalkPorts, 'vault' | 'pages' | 'settings' | 'uses' | 'clock'> {
  readonly changeSettings: (change: Partial<Omit<Settings, 'schema'>>) => Promise<unknown>;
}

export interface Moved {
  readonly moved: boolean;
  /** From 1, among the accounts shown. */
  readonly place: number;
  readonly total: number;
}

export async function about(ports: ArrangePorts, accountId: string) {
  const content = await ports.vault.content();
  if (!content.ok) return content;
  const account = content.value.accounts.find(({ id }) => id === accountId);
  if (!account) return fail('account-unknown');
  const { pinned = false, tags = [] } = account;
  return ok({ pinned, tags, known: groupsOf(content.value.accounts) });
}

export function pin(ports: ArrangePorts, accountId: string, pinned: boolean): Promise<Result<null>> {
  return change(ports, accountId, (account) => {
    const { pinned: _, ...unpinned } = account;
    return pinned ? { ...account, pinned } : unpinned;
  });
}

/** An edit like any other: its way back is in the history of the account. */
export async function tag(
  { vault, clock }: ArrangePorts,
  accountId: string,
  tags: readonly string[],
): Promise<Result<null>> {
  const nowMs = clock.now();
  const change = { tags: tags.length > 0 ? tags : null };
  const edited = await edit(vault, accountId, (content) => editAccount(content, accountId, change, nowMs));
  return edited.ok ? ok(null) : edited;
}

async function change(
  { vault }: ArrangePorts,
  accountId: string,
  made: (account: Account) => Account,
): Promise<Result<null>> {
  let found = false;
  const written = await vault.update((content) => {
    found = content.accounts.some(({ id }) => id === accountId);
    if (!found) return content;
    const accounts = content.accounts.map((one) => (one.id === accountId ? made(one) : one));
    return { ...content, accounts };
  });
  if (!written.ok) return written;
  return found ? ok(null) : fail('account-unknown');
}

/** Moves an account within its part of what is shown; the order that was shown becomes the person's own. */
export async function move(
  ports: ArrangePorts,
  request: {
    readonly tabId: number | null;
    readonly tag?: string;
    readonly accountId: string;
    readonly to: MoveTo;
  },
): Promise<Result<Moved>> {
  const [settings, tab] = await Promise.all([
    ports.settings.read(),
    request.tabId === null ? null : ports.pages.tab(request.tabId),
  ]);
  const recent = settings.sort === 'recent' ? await ports.uses.recent() : [];
  const how = { sort: settings.sort, recent };
  let made: Moved | null = null;
  const written = await ports.vault.update((content) => {
    const origin = siteOrigin(tab?.url ?? null, content.httpHosts);
    const result = moved(content, how, { ...request, origin });
    made = result && result.moved;
    return result === null ? content : result.content;
  });
  if (!written.ok) return written;
  if (made === null) return fail('account-unknown');
  const { moved: isMoved } = made as Moved;
  if (isMoved && settings.sort !== 'own') await ports.changeSettings({ sort: 'own' });
  return ok(made);
}

function moved(
  content: VaultContent,
  how: Arrangement,
  request: {
    readonly tag?: string;
    readonly accountId: string;
    readonly to: MoveTo;
    readonly origin: string | null;
  },
): { readonly content: VaultContent; readonly moved: Moved } | null {
  const { tag, accountId, to, origin } = request;
  const isHere = (account: Account): boolean => belongsTo(account, origin);
  const all = arranged(content, how).filter(({ tags }) => tag === undefined || tags?.includes(tag));
  const shown = [...all.filter(isHere), ...all.filter((account) => !isHere(account))];
  const from = shown.findIndex(({ id }) => id === accountId);
  const account = shown[from];
  if (!account) return null;
  // Its part of the list: no account leaves the tab's site or the pinned ones by being moved.
  const part = shown.filter((one) =>
    isHere(account) || isHere(one)
      ? isHere(account) && isHere(one)
      : Boolean(one.pinned) === Boolean(account.pinned),
  );
  const first = shown.indexOf(part[0] as Account);
  const { beside, side } = neighbour(part, account, to);
  const unmoved = { content, moved: { moved: false, place: from + 1, total: shown.length } };
  if (beside === null || beside === account) return unmoved;
  const order = inChosenOrder(content, how).filter((one) => one !== account);
  order.splice(order.indexOf(beside) + (side === 'after' ? 1 : 0), 0, account);
  const rest = part.filter((one) => one !== account);
  const place = first + rest.indexOf(beside) + (side === 'after' ? 1 : 0) + 1;
  if (place === from + 1) return unmoved;
  return {
    content: { ...content, accounts: order, order: 'own' },
    moved: { moved: true, place, total: shown.length },
  };
}

function neighbour(
  part: readonly Account[],
  account: Account,
  to: MoveTo,
): { readonly beside: Account | null; readonly side: 'before' | 'after' } {
  const at = part.indexOf(account);
  if (to === 'up') return { beside: part[at - 1] ?? null, side: 'before' };
  if (to === 'down') return { beside: part[at + 1] ?? null, side: 'after' };
  if (to === 'first') return { beside: part[0] ?? null, side: 'before' };
  if (to === 'last') return { beside: part.at(-1) ?? null, side: 'after' };
  return { beside: part.find(({ id }) => id === to.accountId) ?? null, side: to.side };
}
