/** Edits that can be taken back: the earlier values stay beside the account until the next backup holds them. Pure. */
import type { Account, AccountEdit, EditableFields, VaultContent } from '@/lib/vault/account';

/** The account with `change`; `deviceName: null` takes it away. What changes nothing gives back the content it was given. */
export function editAccount(
  content: VaultContent,
  id: string,
  change: Partial<EditableFields>,
  nowMs: number,
): VaultContent {
  const account = content.accounts.find((account) => account.id === id);
  if (!account) return content;
  const now = editableOf(account);
  const fields = (Object.keys(change) as (keyof EditableFields)[]).filter(
    (field) => change[field] !== undefined && JSON.stringify(change[field]) !== JSON.stringify(now[field]),
  );
  if (fields.length === 0) return content;
  const before: AccountEdit['before'] = Object.fromEntries(fields.map((field) => [field, now[field]]));
  const { deviceName: _, ...rest } = account;
  const { deviceName, ...edited } = {
    ...now,
    ...Object.fromEntries(fields.map((field) => [field, change[field]])),
  };
  const after: Account = {
    ...rest,
    ...edited,
    ...(deviceName === null ? {} : { deviceName }),
    history: [...(account.history ?? []), { changedAtMs: nowMs, before }],
  };
  return { ...content, accounts: content.accounts.map((other) => (other === account ? after : other)) };
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

function editableOf({ issuer, name, otp, sites, deviceName }: Account): EditableFields {
  return { issuer, name, otp, sites, deviceName: deviceName ?? null };
}
