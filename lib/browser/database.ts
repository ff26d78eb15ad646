import type { DBSchema, IDBPDatabase, StoreNames } from 'idb';
import { deleteDB, openDB } from 'idb';

export interface OwnDatabase<Schema extends DBSchema> {
  /** One connection as long as the background runs; another try after a failure, or after the browser closed it. */
  open(): Promise<IDBPDatabase<Schema>>;
  /** With the files it lies in: IndexedDB keeps removed values in them for a while. */
  erase(): Promise<void>;
}

/** An IndexedDB database of ours with one object store, whose keys are given with the values. Opened when first used. */
export function ownDatabase<Schema extends DBSchema>(
  name: string,
  store: StoreNames<Schema>,
): OwnDatabase<Schema> {
  let connection: Promise<IDBPDatabase<Schema>> | null = null;

  async function close(): Promise<void> {
    const open = connection;
    connection = null;
    (await open?.catch(() => null))?.close();
  }

  return {
    open() {
      const forget = () => (connection = null);
      connection ??= openDB<Schema>(name, 1, {
        upgrade: (database) => void database.createObjectStore(store),
        terminated: forget,
        // Another context leaves this computer: an open connection would make it wait for ever.
        blocking: () => void close(),
      });
      connection.catch(forget);
      return connection;
    },

    async erase() {
      await close();
      await deleteDB(name);
    },
  };
}
