/**
 * What a vault under test holds, as a function of the number of writes there were: so that any state that is read back
 * says which write it is of, and whether all of it is there. Runs here and in the browser.
 */
import type { Account, VaultContent } from '@/lib/vault/account';

const accounts = 100;

/** The content after write `write` (from 1): the first account has its number as its name, another one was renamed by it. */
export function contentAt(write: number): Pick<VaultContent, 'accounts'> {
  return { accounts: Array.from({ length: accounts }, (_, index) => accountAt(index, write)) };
}

function accountAt(index: number, write: number): Account {
  const lastRename = write - ((((write - index) % accounts) + accounts) % accounts);
  return {
    id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    issuer: `Clinique Papineau ${index}`,
    name: index === 0 ? String(write) : `marie.tremblay${index}@exemple.quebec ${Math.max(0, lastRename)}`,
    otp: {
      kind: 'totp',
      secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
      algorithm: 'SHA1',
      digits: 6,
      periodSeconds: 30,
    },
    sites: [`https://portail${index}.exemple.quebec`],
    confirmed: true,
    createdAtMs: 1_790_000_000_000 + index,
  };
}

/** The write whose content this is, all of it; `null` when it is of none. */
export function writeOf({ accounts }: Pick<VaultContent, 'accounts'>): number | null {
  const write = Number(accounts[0]?.name);
  if (!Number.isSafeInteger(write)) return null;
  return JSON.stringify(accounts) === JSON.stringify(contentAt(write).accounts) ? write : null;
}

/** The password after so many changes of it; none before the first. */
export function passwordAt(change: number): string | null {
  return change === 0 ? null : `patate-frite-${change}`;
}
