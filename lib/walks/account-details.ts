/** Ends of accounts, entries without a code, counters that have drifted. */
import { type Result, fail, ok } from '@/lib/errors';
import type { Edited } from '@/lib/messages/account-protocol';
import type { CounterFound, ExpiryNotice } from '@/lib/messages/token-protocol';
import { findCodes } from '@/lib/otp/resync';
import type { Account, VaultContent } from '@/lib/vault/account';
import { editAccount } from '@/lib/vault/history';
import { edit } from './account-edit';
import type { WalkPorts } from './ports';

const dayMs = 86_400_000;
/** An end is spoken of this long before it comes. */
export const noticeDays = 30;
/** More than this many at once are a list, not a notice. */
const mostNotices = 5;

/** `expiresAtMs` null and an empty note take them away. */
export async function setDates(
  ports: WalkPorts,
  accountId: string,
  { expiresAtMs, renewalNote }: { readonly expiresAtMs: number | null; readonly renewalNote: string },
): Promise<Result<Edited>> {
  const change = { expiresAtMs, renewalNote: renewalNote.trim() || null };
  const nowMs = ports.clock.now();
  return edit(ports.vault, accountId, (content) => editAccount(content, accountId, change, nowMs));
}

/** An entry without a code. Its date is what it is for. */
export async function addReminder(
  ports: WalkPorts,
  reminder: Pick<Account, 'issuer' | 'name'> & { readonly expiresAtMs: number; readonly renewalNote: string },
): Promise<Result<{ accountId: string }>> {
  const { issuer, name, expiresAtMs, renewalNote } = reminder;
  const account: Account = {
    id: ports.newId(),
    issuer: issuer.trim(),
    name: name.trim(),
    otp: { kind: 'none' },
    sites: [],
    // There is no code that a site could accept: nothing is waited for.
    confirmed: true,
    createdAtMs: ports.clock.now(),
    expiresAtMs,
    ...(renewalNote.trim() === '' ? {} : { renewalNote: renewalNote.trim() }),
  };
  const written = await ports.vault.update((content) => ({
    ...content,
    accounts: [...content.accounts, account],
  }));
  return written.ok ? ok({ accountId: account.id }) : written;
}

/** Accounts that end within 30 days or have ended, the first of them first. */
export function expiring(content: VaultContent, nowMs: number): readonly ExpiryNotice[] {
  return content.accounts
    .flatMap(({ id, issuer, name, expiresAtMs, renewalNote = '' }): ExpiryNotice[] =>
      expiresAtMs === undefined || expiresAtMs - nowMs > noticeDays * dayMs
        ? []
        : [{ accountId: id, issuer, name, expiresAtMs, renewalNote }],
    )
    .toSorted((one, other) => one.expiresAtMs - other.expiresAtMs)
    .slice(0, mostNotices);
}

export async function findCounter(
  ports: WalkPorts,
  accountId: string,
  codes: readonly string[],
): Promise<Result<CounterFound>> {
  const content = await ports.vault.content();
  if (!content.ok) return content;
  const otp = content.value.accounts.find(({ id }) => id === accountId)?.otp;
  if (otp?.kind !== 'hotp') return fail('account-unknown');
  const { ahead, behind } = findCodes(otp, codes);
  // A code that was shown by us already says nothing against one that is still to come.
  const [place, another] = ahead.length > 0 ? ahead : behind;
  if (place === undefined) return ok({ kind: 'none' });
  if (another !== undefined) return ok({ kind: 'ambiguous' });
  const counter = place + codes.length;
  const moves = counter > otp.counter ? 'forward' : counter < otp.counter ? 'back' : 'nowhere';
  return ok({ kind: 'found', counter, moves });
}

/** Forward only, unless the person agreed: a counter that goes back makes codes that were used. */
export async function setCounter(
  ports: WalkPorts,
  accountId: string,
  counter: number,
  back: boolean,
): Promise<Result<void>> {
  let refused = false;
  const changed = await changeAccount(ports, accountId, (account) => {
    if (account.otp.kind !== 'hotp') return account;
    refused = counter < account.otp.counter && !back;
    return refused ? account : { ...account, otp: { ...account.otp, counter } };
  });
  return changed.ok && refused ? fail('counter-back') : changed;
}

async function changeAccount(
  ports: WalkPorts,
  accountId: string,
  change: (account: Account) => Account,
): Promise<Result<void>> {
  let isThere = false;
  const written = await ports.vault.update((content) => {
    isThere = content.accounts.some(({ id }) => id === accountId);
    return {
      ...content,
      accounts: content.accounts.map((one) => (one.id === accountId ? change(one) : one)),
    };
  });
  if (!written.ok) return written;
  return isThere ? ok() : fail('account-unknown');
}
