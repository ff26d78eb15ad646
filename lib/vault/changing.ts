import type { VaultContent } from '@/lib/vault/account';
import { withUnknownFields } from '@/lib/vault/content';
import { sortAccounts } from '@/lib/vault/order';
import { withChangesCounted } from '@/lib/vault/reminder';
import type { SenderKeys } from '@/lib/vault/slots';
import { purge } from '@/lib/vault/trash';

/** What is stored of a change: complete, in order, its changes counted, the old trash gone, the vault's own keys as they were. */
export function contentAfter(before: VaultContent, changed: VaultContent, nowMs: number): VaultContent {
  const counted = withChangesCounted(before, withUnknownFields(before, changed));
  const complete = withSenderKeys(counted, before.senderKeys ?? {});
  return purge(inOrder(complete), nowMs);
}

/** An order of the person's own stays as they made it; what is new comes last. */
function inOrder(content: VaultContent): VaultContent {
  return content.order === 'own' ? content : { ...content, accounts: sortAccounts(content.accounts) };
}

export function withSenderKeys(content: VaultContent, senderKeys: SenderKeys): VaultContent {
  const { senderKeys: _, ...rest } = content;
  return Object.keys(senderKeys).length === 0 ? rest : { ...rest, senderKeys };
}

/** More than one account gone, or the last one: no change does that without saying why. */
export function isMuchSmaller(before: VaultContent, after: VaultContent): boolean {
  const ids = new Set(after.accounts.map(({ id }) => id));
  const gone = before.accounts.filter(({ id }) => !ids.has(id)).length;
  return gone > 1 || (gone === 1 && ids.size === 0);
}
