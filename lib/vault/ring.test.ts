import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SnapshotName } from '@/lib/vault/ports';
import { newestSnapshot, staleSnapshots } from '@/lib/vault/ring';

const dayMs = 86_400_000;
const nowMs = 20_000 * dayMs + 12 * 3_600_000;

function named(gen: number, daysAgo: number, why: SnapshotName['why'] = 'write'): SnapshotName {
  return { vaultId: 'v', vkId: 'k', gen, savedAt: nowMs - daysAgo * dayMs, why };
}

function kept(names: readonly SnapshotName[]): readonly number[] {
  const stale = staleSnapshots(names, nowMs);
  return names.filter((name) => !stale.includes(name)).map(({ gen }) => gen);
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n);

describe('the ring', () => {
  it('keeps the ten newest generations, however old', () => {
    expect(kept(range(1, 10).map((gen) => named(gen, 400)))).toEqual(range(1, 10));
    expect(kept(range(1, 30).map((gen) => named(gen, 400)))).toEqual(range(21, 30));
  });

  it('keeps the newest of each of the last seven days beside them', () => {
    // Three a day for twelve days; then twelve today.
    const old = range(0, 11).flatMap((day) => [1, 2, 3].map((n) => named(day * 3 + n, 12 - day)));
    const today = range(37, 48).map((gen) => named(gen, 0));
    expect(kept([...old, ...today])).toEqual([18, 21, 24, 27, 30, 33, 36, ...range(39, 48)]);
  });

  it('keeps the ten newest states from before a great change', () => {
    const befores = range(1, 12).map((gen) => named(gen, 300, 'import'));
    const writes = range(13, 40).map((gen) => named(gen, 100));
    expect(kept([...befores, ...writes])).toEqual([...range(3, 12), ...range(31, 40)]);
  });

  it('always keeps the newest, and never more than 28', () => {
    const anyName = fc
      .tuple(
        fc.integer({ min: -3, max: 20 }),
        fc.constantFrom<SnapshotName['why']>('write', 'delete', 'rotation'),
      )
      .map(([days, why]) => ({ days, why }));
    fc.assert(
      fc.property(fc.array(anyName, { minLength: 1, maxLength: 80 }), (days) => {
        const names = days.map(({ days, why }, at) => named(at + 1, days, why));
        const left = kept(names);
        expect(left).toContain(newestSnapshot(names)!.gen);
        expect(left.length).toBeLessThanOrEqual(28);
      }),
    );
  });
});
