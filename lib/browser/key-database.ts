import type { DBSchema, IDBPDatabase } from 'idb';
import { deleteDB, openDB } from 'idb';

/** Non-extractable keys in IndexedDB: usable by this extension, readable by nobody through the browser. */
interface Keys extends DBSchema {
  keys: { key: KeptKey; value: CryptoKey };
}

type KeptKey = 'device' | 'session';

const databaseName = 'seconde-keys';

let connection: Promise<IDBPDatabase<Keys>> | null = null;

/** One connection as long as the background runs; another try after a failure, or after the browser closed it. */
function keys(): Promise<IDBPDatabase<Keys>> {
  const forget = () => (connection = null);
  connection ??= openDB<Keys>(databaseName, 1, {
    upgrade: (database) => void database.createObjectStore('keys'),
    terminated: forget,
    // Another context leaves this computer: an open connection would make it wait for ever.
    blocking: () => void close(),
  });
  connection.catch(forget);
  return connection;
}

export async function keptKey(name: KeptKey): Promise<CryptoKey | null> {
  return (await (await keys()).get('keys', name)) ?? null;
}

export async function keepKey(name: KeptKey, key: CryptoKey): Promise<void> {
  await inTransaction((store) => store.put(key, name));
}

export async function dropKey(name: KeptKey): Promise<void> {
  await inTransaction((store) => store.delete(name));
}

/** With the files it lay in: IndexedDB keeps removed values in them for a while. */
export async function deleteKeys(): Promise<void> {
  await close();
  await deleteDB(databaseName);
}

async function close(): Promise<void> {
  const open = connection;
  connection = null;
  (await open?.catch(() => null))?.close();
}

type KeyStore = ReturnType<ReturnType<typeof transactionOf>['objectStore']>;

function transactionOf(database: IDBPDatabase<Keys>) {
  return database.transaction('keys', 'readwrite', { durability: 'strict' });
}

async function inTransaction(change: (store: KeyStore) => Promise<unknown>): Promise<void> {
  const transaction = transactionOf(await keys());
  await Promise.all([change(transaction.objectStore('keys')), transaction.done]);
}
