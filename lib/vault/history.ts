/** Edits that can be taken back: the earlier values stay beside the account until the next backup holds them. Pure. */
import type { Account, AccountEdit, EditableFields, EditedBy, VaultContent } from '@/lib/vault/account';

/** The account with `change`; `null` takes a field away. What changes nothing gives back the content it was given. */
export function editAccount(
  content: VaultContent,
  id: string,
  change: Partial<EditableFields>,
  nowMs: number,
): VaultContent {
  const account = content.accounts.find((account) => account.id === id);
  if (!account) return content;
  const after = editedAccount(account, change, nowMs);
  if (after === account) return content;
  return { ...content, accounts: content.accounts.map((other) => (other === account ? after : other)) };
}

/** One account with `change`, its earlier values in its history; itself where nothing changes. */
export function editedAccount(
  account: Account,
  change: Partial<EditableFields>,
  nowMs: number,
  by?: EditedBy,
): Account {
  const now = editableOf(account);
  const fields = (Object.keys(change) as (keyof EditableFields)[]).filter(
    (field) => change[field] !== undefined && JSON.stringify(change[field]) !== JSON.stringify(now[field]),
  );
  if (fields.length === 0) return account;
  const before: AccountEdit['before'] = Object.fromEntries(fields.map((field) => [field, now[field]]));
  const after: Record<string, unknown> = { ...account };
  for (const field of fields) {
    const value = change[field];
    // Missing domains are taken for forgotten, and kept: an account that was widened has an empty list.
    if (value !== null) after[field] = value;
    else if (field === 'domains') after[field] = [];
    else delete after[field];
  }
  const history = [...(account.history ?? []), { changedAtMs: nowMs, before, ...(by && { by }) }];
  return { ...(after as unknown as Account), history };
}

/**
 * The account as it was before one of its edits, in the fields of that edit; that is an edit like any other, and can be
 * taken back in turn. A counter is never set back: it would make codes that were used.
 */
export function putBackEdit(
  content: VaultContent,
  id: string,
  changedAtMs: number,
  nowMs: number,
): VaultContent {
  const account = content.accounts.find((account) => account.id === id);
  const edit = account?.history?.findLast((one) => one.changedAtMs === changedAtMs);
  if (!account || !edit) return content;
  const { otp } = edit.before;
  const isSameCounter =
    otp?.kind === 'hotp' && account.otp.kind === 'hotp' && otp.secret === account.otp.secret;
  const counter = isSameCounter ? Math.max(otp.counter, (account.otp as typeof otp).counter) : 0;
  return editAccount(
    content,
    id,
    isSameCounter ? { ...edit.before, otp: { ...otp, counter } } : edit.before,
    nowMs,
  );
}

/** No account keeps an earlier value any more, in the trash neither. */
export function forgetHistory(content: VaultContent): VaultContent {
  const { accounts, trash } = content;
  const forgotten = {
    accounts: accounts.map(withoutHistory),
    trash: trash?.map((entry) => ({ ...entry, account: withoutHistory(entry.account) })),
  };
  return {
    ...content,
    accounts: forgotten.accounts,
    ...(forgotten.trash ? { trash: forgotten.trash } : {}),
  };
}

/** An empty history, not a missing one: what is missing from a change is taken for forgotten, and kept. */
function withoutHistory(account: Account): Account {
  return account.history && account.history.length > 0 ? { ...account, history: [] } : account;
}

/** What of the account can be edited, as it is. */
export function editableOf(account: Account): EditableFields {
  const { issuer, name, otp, sites, confirmed, deviceName, note, tags, mark, domains } = account;
  return {
    issuer,
    name,
    otp,
    sites,
    confirmed,
    deviceName: deviceName ?? null,
    note: note ?? null,
    tags: tags ?? null,
    mark: mark ?? null,
    domains: domains && domains.length > 0 ? domains : null,
    expiresAtMs: account.expiresAtMs ?? null,
    renewalNote: account.renewalNote ?? null,
  };
}
