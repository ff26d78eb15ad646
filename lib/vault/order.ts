import type { Account } from '@/lib/vault/account';

/** One order whatever the language shown, since it is stored: the root collation, numbers by value. */
const collator = new Intl.Collator('und', { numeric: true });

/** Display order: issuer, then name, then age; the id settles what is left, so that the order is one. */
export function sortAccounts(accounts: readonly Account[]): readonly Account[] {
  return accounts.toSorted(
    (a, b) =>
      collator.compare(a.issuer, b.issuer) ||
      collator.compare(a.name, b.name) ||
      a.createdAtMs - b.createdAtMs ||
      (a.id < b.id ? -1 : 1),
  );
}
