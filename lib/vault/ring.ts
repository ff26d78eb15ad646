import type { SnapshotName } from '@/lib/vault/ports';

const newestKept = 10;
const daysKept = 7;
const beforesKept = 10;
const dayMs = 86_400_000;

/**
 * The snapshots to let go: all but the ten newest generations, the newest of each of the last seven days and of today (UTC),
 * and the ten newest states from before an import, a restore, a rotation and the like.
 */
export function staleSnapshots(names: readonly SnapshotName[], nowMs: number): readonly SnapshotName[] {
  const newestFirst = names.toSorted((a, b) => b.gen - a.gen);
  const kept = new Set([
    ...newestFirst.slice(0, newestKept),
    ...newestOfDays(newestFirst, nowMs),
    ...newestFirst.filter(({ why }) => why !== 'write').slice(0, beforesKept),
  ]);
  return names.filter((name) => !kept.has(name));
}

function newestOfDays(newestFirst: readonly SnapshotName[], nowMs: number): Iterable<SnapshotName> {
  const today = Math.floor(nowMs / dayMs);
  const ofDay = new Map<number, SnapshotName>();
  for (const name of newestFirst) {
    const age = today - Math.floor(name.savedAt / dayMs);
    if (age >= 0 && age <= daysKept && !ofDay.has(age)) ofDay.set(age, name);
  }
  return ofDay.values();
}

/** The newest generation kept of this vault; `null` when there is none. */
export function newestSnapshot(names: readonly SnapshotName[], vaultId?: string): SnapshotName | null {
  const ofVault = vaultId === undefined ? names : names.filter((name) => name.vaultId === vaultId);
  return ofVault.toSorted((a, b) => b.gen - a.gen)[0] ?? null;
}

export function isSameName(a: SnapshotName, b: SnapshotName): boolean {
  return (['vaultId', 'vkId', 'gen', 'savedAt', 'why'] as const).every((field) => a[field] === b[field]);
}
