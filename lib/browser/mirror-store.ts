/**
 * The mirror of the vault in IndexedDB: another store, with other files, than `storage.local`. Envelopes only, encrypted as
 * they are there. The names are the keys, so that they can be looked at without reading a single envelope.
 */
import type { DBSchema, IDBPDatabase } from 'idb';
import { deleteDB, openDB } from 'idb';
import type { MirrorStore, SnapshotName } from '@/lib/vault/ports';
import { isId, isWholeFrom } from '@/lib/vault/shape';

type Key = [vaultId: string, gen: number, savedAt: number, vkId: string, why: string];

interface Mirror extends DBSchema {
  snapshots: { key: Key; value: unknown };
}

const databaseName = 'seconde-mirror';

let connection: Promise<IDBPDatabase<Mirror>> | null = null;

/** One connection as long as the background runs; another try after a failure, or after the browser closed it. */
function mirror(): Promise<IDBPDatabase<Mirror>> {
  const forget = () => (connection = null);
  connection ??= openDB<Mirror>(databaseName, 1, {
    upgrade: (database) => void database.createObjectStore('snapshots'),
    terminated: forget,
    // Another context leaves this computer: an open connection would make it wait for ever.
    blocking: () => void close(),
  });
  connection.catch(forget);
  return connection;
}

export const mirrorStore: MirrorStore = {
  async names() {
    return (await (await mirror()).getAllKeys('snapshots')).flatMap(nameOf);
  },

  async read(name) {
    return (await mirror()).get('snapshots', keyOf(name));
  },

  async write(put, remove) {
    const transaction = (await mirror()).transaction('snapshots', 'readwrite', { durability: 'strict' });
    const snapshots = transaction.objectStore('snapshots');
    await Promise.all([
      ...put.map(({ name, envelope }) => snapshots.put(envelope, keyOf(name))),
      ...remove.map((name) => snapshots.delete(keyOf(name))),
      transaction.done,
    ]);
  },

  async erase() {
    await close();
    await deleteDB(databaseName);
  },
};

async function close(): Promise<void> {
  const open = connection;
  connection = null;
  (await open?.catch(() => null))?.close();
}

function keyOf({ vaultId, gen, savedAt, vkId, why }: SnapshotName): Key {
  return [vaultId, gen, savedAt, vkId, why];
}

/** A key of another form is none of ours, and no reason to lose sight of the others. */
function nameOf([vaultId, gen, savedAt, vkId, why]: Key): readonly SnapshotName[] {
  const isName = isId(vaultId) && isId(vkId) && isWholeFrom(1, gen) && isWholeFrom(0, savedAt);
  return isName ? [{ vaultId, gen, savedAt, vkId, why: why as SnapshotName['why'] }] : [];
}
