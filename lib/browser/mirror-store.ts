/**
 * The mirror of the vault in IndexedDB: another store, with other files, than `storage.local`. Envelopes only, encrypted as
 * they are there. The names are the keys, so that they can be looked at without reading a single envelope.
 */
import type { DBSchema } from 'idb';
import { ownDatabase } from '@/lib/browser/database';
import type { MirrorStore, SnapshotName } from '@/lib/vault/ports';
import { isId, isWholeFrom } from '@/lib/vault/shape';

type Key = [vaultId: string, gen: number, savedAt: number, vkId: string, why: string];

interface Mirror extends DBSchema {
  snapshots: { key: Key; value: unknown };
}

const mirror = ownDatabase<Mirror>('seconde-mirror', 'snapshots');

export const mirrorStore: MirrorStore = {
  async names() {
    return (await (await mirror.open()).getAllKeys('snapshots')).flatMap(nameOf);
  },

  async read(name) {
    return (await mirror.open()).get('snapshots', keyOf(name));
  },

  async write(put, remove) {
    const transaction = (await mirror.open()).transaction('snapshots', 'readwrite', { durability: 'strict' });
    const snapshots = transaction.objectStore('snapshots');
    await Promise.all([
      ...put.map(({ name, envelope }) => snapshots.put(envelope, keyOf(name))),
      ...remove.map((name) => snapshots.delete(keyOf(name))),
      transaction.done,
    ]);
  },

  erase: mirror.erase,
};

function keyOf({ vaultId, gen, savedAt, vkId, why }: SnapshotName): Key {
  return [vaultId, gen, savedAt, vkId, why];
}

/** A key of another form is none of ours, and no reason to lose sight of the others. */
function nameOf([vaultId, gen, savedAt, vkId, why]: Key): readonly SnapshotName[] {
  const isName = isId(vaultId) && isId(vkId) && isWholeFrom(1, gen) && isWholeFrom(0, savedAt);
  return isName ? [{ vaultId, gen, savedAt, vkId, why: why as SnapshotName['why'] }] : [];
}
