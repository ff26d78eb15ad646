/** The order of the list: what is stored, and what of it is shown first. Pure; nothing is sorted twice for the same accounts. */
import type { Sort } from '@/lib/settings/settings';
import type { Account, VaultContent } from '@/lib/vault/account';
import { sortAccounts } from '@/lib/vault/order';

/** How the person wants the list. */
export interface Arrangement {
  readonly sort: Sort;
  /** Ids, the last used first; read for `recent` only. */
  readonly recent: readonly string[];
}

export const byName: Arrangement = { sort: 'name', recent: [] };

interface Kept {
  readonly key: string;
  readonly accounts: readonly Account[];
}
const sorted = new WeakMap<readonly Account[], Kept>();
const pinnedFirst = new WeakMap<readonly Account[], readonly Account[]>();

/** All accounts as they are shown: those pinned before the others, both in the order that was chosen. */
export function arranged(content: VaultContent, arrangement: Arrangement): readonly Account[] {
  const inOrder = inChosenOrder(content, arrangement);
  let shown = pinnedFirst.get(inOrder);
  if (shown === undefined) {
    const pinned = inOrder.filter((account) => account.pinned);
    shown = pinned.length === 0 ? inOrder : [...pinned, ...inOrder.filter((account) => !account.pinned)];
    pinnedFirst.set(inOrder, shown);
  }
  return shown;
}

/** Pinned or not. What is stored is in one of the orders already (lib/vault/changing). */
export function inChosenOrder(content: VaultContent, { sort, recent }: Arrangement): readonly Account[] {
  const { accounts, order } = content;
  if (sort === 'own' || (sort === 'name' && order !== 'own')) return accounts;
  const key = sort === 'recent' ? `recent ${recent.join(' ')}` : sort;
  const kept = sorted.get(accounts);
  if (kept?.key === key) return kept.accounts;
  const made = { key, accounts: sort === 'name' ? sortAccounts(accounts) : inTime(accounts, sort, recent) };
  sorted.set(accounts, made);
  return made.accounts;
}

function inTime(
  accounts: readonly Account[],
  sort: 'recent' | 'added',
  recent: readonly string[],
): readonly Account[] {
  if (sort === 'added') return accounts.toSorted((a, b) => b.createdAtMs - a.createdAtMs);
  const places = new Map(recent.map((id, index) => [id, index]));
  const placeOf = ({ id }: Account): number => places.get(id) ?? recent.length;
  return accounts.toSorted((a, b) => placeOf(a) - placeOf(b));
}

const collator = new Intl.Collator('und', { numeric: true });
const groups = new WeakMap<readonly Account[], readonly string[]>();

/** Every group, once. */
export function groupsOf(accounts: readonly Account[]): readonly string[] {
  let known = groups.get(accounts);
  if (known === undefined) {
    const all = new Set<string>();
    for (const { tags } of accounts) if (tags) for (const tag of tags) all.add(tag);
    known = [...all].toSorted(collator.compare);
    groups.set(accounts, known);
  }
  return known;
}
