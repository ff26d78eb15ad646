import { floorCost } from '@/lib/crypto/kdf';
import type { Result } from '@/lib/errors';
import type { VaultContent } from '@/lib/vault/account';
import type { Vault } from '@/lib/vault/vault';
import { createVault } from '@/lib/vault/vault';
import { adding, sampleAccount } from '@/tests/fakes/accounts';
import type { Disk, VaultPortsOptions } from '@/tests/fakes/vault-ports';
import { createDisk, createVaultPorts } from '@/tests/fakes/vault-ports';

export const password = 'patate-frite-7';
export const newPassword = 'radis-beurre-9';
export const vaultOptions = { lockAfterMinutes: () => 15, kdfCost: floorCost };

export function vaultOn(disk: Disk, options: VaultPortsOptions = {}): Vault {
  return createVault(createVaultPorts(disk, options), vaultOptions);
}

/** A computer with so many accounts, each from a write of its own, and then this password. */
export async function diskWith(accounts: number, word?: string): Promise<Disk> {
  const disk = createDisk();
  const vault = vaultOn(disk);
  for (let n = 1; n <= accounts; n++) await vault.update(adding(sampleAccount(n)));
  if (word !== undefined) valueOf(await vault.protect(word));
  return disk;
}

export function codeOf(result: Result<unknown>): string {
  return result.ok ? 'ok' : result.failure.code;
}

export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new TypeError(result.failure.code);
  return result.value;
}

export function issuers(result: Result<VaultContent>): readonly string[] | string {
  return result.ok ? result.value.accounts.map(({ issuer }) => issuer) : result.failure.code;
}

/** Every value inside, with the way to it. */
export function leaves(
  value: unknown,
  path: readonly (string | number)[] = [],
): { path: readonly (string | number)[]; value: unknown }[] {
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  return Object.entries(value).flatMap(([key, item]) => leaves(item, [...path, key]));
}

export function withValue(
  value: unknown,
  [key, ...rest]: readonly (string | number)[],
  changed: unknown,
): unknown {
  if (key === undefined) return changed;
  const copy = structuredClone(value) as Record<string | number, unknown>;
  copy[key] = withValue(copy[key], rest, changed);
  return copy;
}

/** Another valid value of the same form, so that only authentication can find it. */
export function otherValue(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  const text = String(value);
  return (text.startsWith('A') ? 'B' : 'A') + text.slice(1);
}
