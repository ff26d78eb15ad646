/**
 * The trash: accounts taken out of Seconde come back for 30 days. Pure; every function gives back the content it was given
 * when there is nothing to do, so that nothing is written.
 */
import type { VaultContent } from '@/lib/vault/account';

export const trashDays = 30;
const dayMs = 86_400_000;

export function moveToTrash(content: VaultContent, id: string, nowMs: number): VaultContent {
  const account = content.accounts.find((account) => account.id === id);
  if (!account) return content;
  return {
    ...content,
    accounts: content.accounts.filter((other) => other !== account),
    trash: [...trashOf(content).filter((entry) => entry.account.id !== id), { account, deletedAtMs: nowMs }],
  };
}

export function restoreFromTrash(content: VaultContent, id: string): VaultContent {
  const entry = trashOf(content).find(({ account }) => account.id === id);
  if (!entry) return content;
  const isBack = content.accounts.some((account) => account.id === id);
  return {
    ...content,
    accounts: isBack ? content.accounts : [...content.accounts, entry.account],
    trash: trashOf(content).filter((other) => other !== entry),
  };
}

/** All of it, or one account, for good. */
export function emptyTrash(content: VaultContent, id?: string): VaultContent {
  const left = id === undefined ? [] : trashOf(content).filter(({ account }) => account.id !== id);
  return left.length === trashOf(content).length ? content : { ...content, trash: left };
}

/**
 * Lets go what was in the trash for 30 days, and the earlier keys of an import of that long ago. A moment that is still to come, after a
 * clock was set back, stays.
 */
export function purge(content: VaultContent, nowMs: number): VaultContent {
  const { lastImport } = content;
  const isImportOld = !!lastImport && lastImport.atMs !== 0 && isPast(lastImport.atMs, nowMs);
  // A field that is missing would be taken for forgotten, and kept.
  const after = isImportOld ? { ...content, lastImport: { atMs: 0, added: [], before: [] } } : content;
  const left = trashOf(content).filter(({ deletedAtMs }) => !isPast(deletedAtMs, nowMs));
  return left.length === trashOf(content).length ? after : { ...after, trash: left };
}

function isPast(atMs: number, nowMs: number): boolean {
  return nowMs - atMs >= trashDays * dayMs;
}

function trashOf(content: VaultContent) {
  return content.trash ?? [];
}
