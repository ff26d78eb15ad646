import { createBrowserVault } from '@/lib/browser/vault';
import type { Account } from '@/lib/vault/account';

/**
 * For copies under measurement only: replaces the accounts of this profile's vault, by the product's own way of writing.
 * With a password the vault gets one and stays open, as after an unlock.
 */
export async function seed(accounts: readonly Account[], password: string | null): Promise<void> {
  const vault = createBrowserVault({ lockAfterMinutes: () => null });
  const written = await vault.update((content) => ({ ...content, accounts }), { reason: 'import' });
  if (!written.ok) throw new Error(written.failure.code);
  const state = await vault.state();
  if (password === null || (state.kind === 'open' && state.protected)) return;
  const changed = await vault.protect(password);
  if (!changed.ok) throw new Error(changed.failure.code);
}
