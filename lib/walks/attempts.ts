/** What the person decides about two accounts of the same name at the same site. A page decides nothing of it. */
import { type Result, fail } from '@/lib/errors';
import type { VaultContent } from '@/lib/vault/account';
import { moveToTrash, restoreFromTrash } from '@/lib/vault/trash';
import { olderTwins } from '@/lib/vault/twins';
import type { WalkPorts } from './ports';

/** The attempt before, put aside unasked for this one, comes back; both are there then. */
export async function putBack(ports: WalkPorts, tabId: number): Promise<Result<unknown>> {
  const { card } = await ports.records.get(tabId);
  if (card?.kind !== 'enrolled' || card.replaced === undefined) return fail('account-unknown');
  const ids = card.replaced;
  const written = await ports.vault.update((content) => ids.reduce(restoreFromTrash, content));
  if (!written.ok) return written;
  await ports.records.change(tabId, (record) => {
    if (record.card?.kind !== 'enrolled') return record;
    const { replaced: _, ...rest } = record.card;
    return { ...record, card: rest };
  });
  return written;
}

/** Once the new one is verified: the others stay, or go to the trash on the person's word. */
export async function keep(
  ports: WalkPorts,
  tabId: number,
  which: 'both' | 'newest',
): Promise<Result<unknown>> {
  const { card } = await ports.records.get(tabId);
  if (card?.kind !== 'enrolled' || card.older === undefined) return fail('account-unknown');
  const asked = new Set(card.older);
  let result: Result<unknown> = { ok: true, value: null };
  if (which === 'newest') {
    const change = (content: VaultContent): VaultContent => {
      const account = content.accounts.find(({ id }) => id === card.accountId);
      const older = account === undefined ? [] : olderTwins(content.accounts, account);
      return older
        .filter(({ id }) => asked.has(id))
        .reduce((before, { id }) => moveToTrash(before, id, ports.clock.now()), content);
    };
    result = await ports.vault.update(change, { reason: 'delete' });
    if (!result.ok) return result;
  }
  await ports.records.change(tabId, (record) => {
    if (record.card?.kind !== 'enrolled') return record;
    const { older: _, ...rest } = record.card;
    return { ...record, card: rest };
  });
  return result;
}
