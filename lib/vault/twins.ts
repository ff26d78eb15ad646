/**
 * Second attempts: a site that shows a new secret for the account it showed one for before (its page timed out and began
 * again). Pure. A secret that a site has accepted is never put aside here.
 */
import type { Account, VaultContent } from '@/lib/vault/account';
import { moveToTrash } from '@/lib/vault/trash';

/** One site's name for one account: what two attempts at the same enrolment have in common. */
export interface Attempt {
  readonly issuer: string;
  readonly name: string;
  /** Origin of the page that gave the secret. */
  readonly site: string;
}

/** The other accounts of the same issuer and name that came from this site, or are typed there. */
export function twinsOf(
  accounts: readonly Account[],
  { issuer, name, site }: Attempt,
  exceptId: string,
): Account[] {
  return accounts.filter(
    (other) =>
      other.id !== exceptId &&
      same(other.issuer, issuer) &&
      same(other.name, name) &&
      (other.enrolledFrom === site || other.sites.includes(site)),
  );
}

/**
 * The content with `account` in it. Unconfirmed twins from the same page go to the trash, answered as `replaced`; confirmed
 * ones stay, answered as `kept`, and so do those that came from elsewhere (an import, a picture, by hand) and are typed at
 * this site: they were set up somewhere, whatever was seen of it here. Without a site to compare there are none.
 */
export function withAttempt(
  content: VaultContent,
  account: Account,
  nowMs: number,
): {
  readonly content: VaultContent;
  readonly replaced: readonly string[];
  readonly kept: readonly string[];
} {
  const added: VaultContent = { ...content, accounts: [...content.accounts, account] };
  const { enrolledFrom: site } = account;
  const twins = site === undefined ? [] : twinsOf(content.accounts, { ...account, site }, account.id);
  const isAttempt = (one: Account): boolean => !one.confirmed && one.enrolledFrom === site;
  const replaced = twins.filter(isAttempt).map(({ id }) => id);
  return {
    content: replaced.reduce((before, id) => moveToTrash(before, id, nowMs), added),
    replaced,
    kept: twins.filter((one) => !isAttempt(one)).map(({ id }) => id),
  };
}

/** Of a confirmed account: the older ones, no mere attempts, that it may have taken the place of at its site. */
export function olderTwins(accounts: readonly Account[], account: Account): Account[] {
  const { enrolledFrom: site } = account;
  if (site === undefined || !account.confirmed) return [];
  return twinsOf(accounts, { ...account, site }, account.id).filter(
    (other) => (other.confirmed || other.enrolledFrom !== site) && other.createdAtMs <= account.createdAtMs,
  );
}

const same = (one: string, other: string): boolean => plain(one) === plain(other);
const plain = (text: string): string => text.normalize('NFC').trim();
