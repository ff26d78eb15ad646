import type { Account, VaultContent } from '@/lib/vault/account';

/** An account whose every word can be searched for; `n` makes it another one. */
export function sampleAccount(n = 1, change: Partial<Account> = {}): Account {
  return {
    id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    issuer: `Clinique Papineau ${n}`,
    name: `rosalie.tremblay${n}@exemple.test`,
    otp: {
      kind: 'totp',
      secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
      algorithm: 'SHA1',
      digits: 6,
      periodSeconds: 30,
    },
    sites: [`https://portail${n}.exemple.test`],
    confirmed: false,
    createdAtMs: 1_790_000_000_000 + n,
    ...change,
  };
}

/** For `vault.update`: adds the accounts. */
export function adding(...accounts: readonly Account[]): (content: VaultContent) => VaultContent {
  return (content) => ({ ...content, accounts: [...content.accounts, ...accounts] });
}
