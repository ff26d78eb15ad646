/** What an export would leave behind, said before the person agrees to it. */
import { isKnownKind } from '@/lib/otp/parameters';
import {
  type ExportedAccount,
  type ComputedAccount,
  type ExportFormat,
  type LeftOutReason,
  type LostPart,
  lostParts,
  type WritableAccount,
} from './export-format';

export interface Losses<A extends ExportedAccount> {
  /** Accounts that the format carries, in the order given. */
  readonly carried: readonly (A & WritableAccount)[];
  readonly leftOut: readonly { readonly account: A; readonly why: LeftOutReason }[];
  /** Of how many carried accounts each part stays behind; parts that nobody has are not named. */
  readonly lost: readonly { readonly part: LostPart; readonly count: number }[];
}

export function lossesOf<A extends ExportedAccount>(format: ExportFormat, accounts: readonly A[]): Losses<A> {
  const carried: (A & WritableAccount)[] = [];
  const leftOut: { account: A; why: LeftOutReason }[] = [];
  for (const account of accounts) {
    const why = isWritable(account) ? reasonOf(format, account) : 'no-code';
    if (why === null) carried.push(account as A & WritableAccount);
    else leftOut.push({ account, why });
  }
  const lost = lostParts.flatMap((part) => {
    const count = format.carries.has(part)
      ? 0
      : carried.filter((account) => has(account, part, format)).length;
    return count === 0 ? [] : [{ part, count }];
  });
  return { carried, leftOut, lost };
}

function isWritable(account: ExportedAccount): account is WritableAccount {
  return account.otp.kind !== 'none';
}

function reasonOf(format: ExportFormat, account: WritableAccount): LeftOutReason | null {
  if (isComputed(account)) return format.leavesOut(account);
  return account.otp.kind === 'kept' && format.takesKept(account.otp) ? null : 'kind';
}

/** A kind from a later version is neither computed here nor kept as a file wrote it. */
export function isComputed(account: WritableAccount): account is ComputedAccount {
  return isKnownKind(account.otp);
}

function has(account: ExportedAccount, part: LostPart, { carries }: ExportFormat): boolean {
  switch (part) {
    case 'note':
      return account.note !== undefined;
    case 'tags':
      return (account.tags ?? []).length > 0;
    case 'some-tags':
      // A format without tags loses them all, which is said once.
      return carries.has('tags') && (account.tags ?? []).length > 1;
    case 'pinned':
      return account.pinned === true;
    case 'sites':
      return (account.sites ?? []).length > 0;
    case 'recovery-codes':
      return (account.recoveryCodes ?? []).length > 0;
    case 'dates':
      return account.hasDates === true;
  }
}
