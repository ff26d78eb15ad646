/** What a backup brings into a vault that is open. Pure. Nothing that is here is lost: what a backup lacks goes to the trash. */
import type { Account, TrashEntry, VaultContent } from '@/lib/vault/account';
import { editableOf, editedAccount } from '@/lib/vault/history';

/** Of each account in the backup: is it new here? And how many accounts are here only. */
export function compareWithBackup(content: VaultContent, backup: VaultContent) {
  const here = lookup(content.accounts);
  const there = lookup(backup.accounts);
  return {
    accounts: backup.accounts.map((account) => ({ account, isNew: !here(account) })),
    onlyHere: content.accounts.filter((account) => !there(account)).length,
  };
}

/** The accounts of the backup that are not here, beside those that are. */
export function withMissingAdded(content: VaultContent, backup: VaultContent): VaultContent {
  const missing = compareWithBackup(content, backup).accounts.filter(({ isNew }) => isNew);
  if (missing.length === 0) return content;
  return withTrash(content, [...content.accounts, ...missing.map(({ account }) => account)], []);
}

/** The accounts of the backup, and only those. */
export function replacedBy(content: VaultContent, backup: VaultContent, nowMs: number): VaultContent {
  const here = lookup(content.accounts);
  const there = lookup(backup.accounts);
  const accounts = backup.accounts.map((account) => inPlaceOf(here(account), account, nowMs));
  const gone = content.accounts
    .filter((account) => !there(account))
    .map((account) => ({ account, deletedAtMs: nowMs }));
  return withTrash(content, accounts, [...gone, ...(backup.trash ?? [])]);
}

function withTrash(
  content: VaultContent,
  accounts: readonly Account[],
  more: readonly TrashEntry[],
): VaultContent {
  const seen = new Set(accounts.map(({ id }) => id));
  const trash = [...(content.trash ?? []), ...more].filter(({ account }) => {
    const isFirst = !seen.has(account.id);
    seen.add(account.id);
    return isFirst;
  });
  return { ...content, accounts, ...(content.trash || trash.length > 0 ? { trash } : {}) };
}

/** The same account: the same id, or the same secret under the same name. Taking two for one would lose one. */
function lookup(accounts: readonly Account[]): (account: Account) => Account | undefined {
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const bySecret = new Map(accounts.map((account) => [secretOf(account), account]));
  return (account) => byId.get(account.id) ?? bySecret.get(secretOf(account));
}

/** A reminder has no secret: it is itself only. */
function secretOf({ id, otp, issuer, name }: Account): string {
  return JSON.stringify([otp.kind, otp.kind === 'none' ? id : otp.secret, issuer, name]);
}

/** What is here is kept in the history, and can be put back like an edit; the history of the copy ends where the copy does. */
function inPlaceOf(here: Account | undefined, account: Account, nowMs: number): Account {
  const restored = withNewestCounter(account, here);
  if (!here) return restored;
  const { history = [] } = editedAccount(here, editableOf(restored), nowMs, 'restore');
  return history.length > 0 ? { ...restored, history } : restored;
}

/** A counter that goes back would make codes that were used. */
function withNewestCounter(account: Account, here: Account | undefined): Account {
  const { otp } = account;
  if (otp.kind !== 'hotp' || here?.otp.kind !== 'hotp' || here.otp.counter <= otp.counter) return account;
  return { ...account, otp: { ...otp, counter: here.otp.counter } };
}
