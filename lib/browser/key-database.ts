import type { DBSchema, IDBPDatabase } from 'idb';
import { ownDatabase } from '@/lib/browser/database';

/** Non-extractable keys in IndexedDB: usable by this extension, readable by nobody through the browser. */
interface Keys extends DBSchema {
  keys: { key: KeptKey; value: CryptoKey };
}

type KeptKey = 'device' | 'session';

const keys = ownDatabase<Keys>('seconde-keys', 'keys');

export async function keptKey(name: KeptKey): Promise<CryptoKey | null> {
  return (await (await keys.open()).get('keys', name)) ?? null;
}

export async function keepKey(name: KeptKey, key: CryptoKey): Promise<void> {
  await inTransaction((store) => store.put(key, name));
}

export async function dropKey(name: KeptKey): Promise<void> {
  await inTransaction((store) => store.delete(name));
}

export const deleteKeys = keys.erase;

type KeyStore = ReturnType<ReturnType<typeof transactionOf>['objectStore']>;

function transactionOf(database: IDBPDatabase<Keys>) {
  return database.transaction('keys', 'readwrite', { durability: 'strict' });
}

async function inTransaction(change: (store: KeyStore) => Promise<unknown>): Promise<void> {
  const transaction = transactionOf(await keys.open());
  await Promise.all([change(transaction.objectStore('keys')), transaction.done]);
}
