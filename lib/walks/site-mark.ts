/** Whether the toolbar icon may tell that this site has an account: only while the vault is open, never how many. */
import { belongsTo, siteOrigin } from '@/lib/sites/origin';
import type { WalkPorts } from './ports';

export async function hasAccountHere(
  ports: Pick<WalkPorts, 'vault' | 'access'>,
  address: string | null,
): Promise<boolean> {
  const origin = siteOrigin(address);
  if (origin === null || !(await ports.access.kept(origin))) return false;
  const state = await ports.vault.state();
  if (state.kind !== 'open') return false;
  const content = await ports.vault.content();
  return content.ok && content.value.accounts.some((account) => belongsTo(account, origin));
}
