import { importAeadKey } from '@/lib/crypto/aead';
import { bytesFromBase64Url } from '@/lib/crypto/bytes';
import { importHkdfKey } from '@/lib/crypto/hkdf';
import type { Envelope } from '@/lib/vault/envelope';
import type { Lock, SnapshotName, VaultPorts, VaultSession } from '@/lib/vault/ports';

/** What a computer keeps: outlives the ports made over it, as a disk outlives a stopped background. */
export interface Disk {
  /** `storage.local` by key, as JSON text: what JSON cannot hold is lost, as in Chromium. */
  readonly local: Map<string, string>;
  /** Everything ever written to `local`: overwritten values stay readable on a real disk. */
  readonly written: string[];
  /** IndexedDB. */
  keptKey: CryptoKey | null;
  /** IndexedDB, another database: snapshots by the JSON text of their name. */
  readonly mirror: Map<string, string>;
  /** Gone when the browser closes. */
  session: VaultSession | null;
  compared: string | null;
}

export function createDisk(): Disk {
  return { local: new Map(), written: [], keptKey: null, mirror: new Map(), session: null, compared: null };
}

export function copyOfDisk(disk: Disk): Disk {
  return {
    ...disk,
    local: new Map(disk.local),
    written: [...disk.written],
    mirror: new Map(disk.mirror),
  };
}

/** The same computer after the browser was closed. */
export function restarted(disk: Disk): Disk {
  return { ...copyOfDisk(disk), session: null, compared: null };
}

/** What the mirror holds, newest first. */
export function mirrorOn(
  disk: Disk,
): readonly { readonly name: SnapshotName; readonly envelope: Envelope }[] {
  return [...disk.mirror]
    .map(([name, text]) => ({
      name: JSON.parse(name) as SnapshotName,
      envelope: JSON.parse(text) as Envelope,
    }))
    .toSorted((a, b) => b.name.gen - a.name.gen);
}

/** The parsed value in `storage.local`, to look at or to change; `undefined` when there is none. */
export function storedOn(disk: Disk, name: 'vault' | 'vaultPrev'): Envelope | undefined {
  const text = disk.local.get(name);
  return text === undefined ? undefined : JSON.parse(text);
}

export function storeOn(disk: Disk, name: 'vault' | 'vaultPrev', value: unknown): void {
  disk.local.set(name, JSON.stringify(value));
}

export type Step =
  | 'store.read'
  | 'store.readPrevious'
  | 'store.commit'
  | 'store.erase'
  | 'mirror.names'
  | 'mirror.read'
  | 'mirror.write'
  | 'mirror.erase'
  | 'deviceKeys.read'
  | 'deviceKeys.keep'
  | 'deviceKeys.destroyCommitted'
  | 'deviceKeys.destroyKept'
  | 'deviceKeys.erase'
  | 'sessions.read'
  | 'sessions.markCompared'
  | 'sessions.write'
  | 'sessions.setDeadline'
  | 'sessions.clear'
  | 'sessions.sweep';

export interface VaultPortsOptions {
  /** Called before each step that reaches the disk. Throw for storage that fails; never settle for a kill. */
  readonly before?: (step: Step) => Promise<void> | void;
  /** Unix time in ms. */
  readonly nowMs?: () => number;
}

/** Ports over a disk in memory. */
export function createVaultPorts(disk: Disk, options: VaultPortsOptions = {}): VaultPorts {
  const step = async (name: Step) => {
    // A turn of the event loop, so that writers that do not wait for each other are caught.
    await new Promise((resolve) => setImmediate(resolve));
    await options.before?.(name);
  };
  const read = (name: string) => {
    const text = disk.local.get(name);
    return text === undefined ? undefined : JSON.parse(text);
  };
  return {
    store: {
      async read() {
        await step('store.read');
        return read('vault');
      },
      async readPrevious() {
        await step('store.readPrevious');
        return read('vaultPrev');
      },
      async commit(vault, previous, beside) {
        const texts = Object.entries({ vault, vaultPrev: previous, ...beside })
          .filter(([, value]) => value !== undefined)
          .map(([name, value]) => [name, JSON.stringify(value)] as const);
        await step('store.commit');
        for (const [name, text] of texts) {
          disk.local.set(name, text);
          disk.written.push(text);
        }
      },
      async erase() {
        await step('store.erase');
        disk.local.clear();
      },
    },
    mirror: {
      async names() {
        await step('mirror.names');
        return [...disk.mirror.keys()].map((name) => JSON.parse(name));
      },
      async read(name) {
        await step('mirror.read');
        const text = disk.mirror.get(textOfName(name));
        return text === undefined ? undefined : JSON.parse(text);
      },
      async write(put, remove) {
        const texts = put.map(({ name, envelope }) => [textOfName(name), JSON.stringify(envelope)] as const);
        await step('mirror.write');
        for (const name of remove) disk.mirror.delete(textOfName(name));
        for (const [name, text] of texts) {
          disk.mirror.set(name, text);
          disk.written.push(text);
        }
      },
      async erase() {
        await step('mirror.erase');
        disk.mirror.clear();
      },
    },
    deviceKeys: {
      async read() {
        await step('deviceKeys.read');
        const raw = bytesFromBase64Url(read('deviceKey') ?? '');
        const committed = raw && raw.length > 0 ? [await importAeadKey(raw)] : [];
        return disk.keptKey ? [disk.keptKey, ...committed] : committed;
      },
      async keep(key) {
        await step('deviceKeys.keep');
        disk.keptKey = key;
      },
      async destroy() {
        await step('deviceKeys.destroyCommitted');
        disk.local.delete('deviceKey');
        await step('deviceKeys.destroyKept');
        disk.keptKey = null;
      },
      async erase() {
        await step('deviceKeys.erase');
        disk.keptKey = null;
      },
    },
    sessions: {
      async read() {
        await step('sessions.read');
        return { session: disk.session, compared: disk.compared };
      },
      async markCompared(mark) {
        await step('sessions.markCompared');
        disk.compared = mark;
      },
      async write(key, vkId, deadlineMs) {
        const vk = await importHkdfKey(key);
        await step('sessions.write');
        disk.session = { vk, vkId, deadlineMs };
      },
      async setDeadline(deadlineMs) {
        await step('sessions.setDeadline');
        if (disk.session) disk.session = { ...disk.session, deadlineMs };
      },
      async clear() {
        await step('sessions.clear');
        disk.session = null;
      },
      async sweep() {
        await step('sessions.sweep');
      },
    },
    lock: createQueue(),
    clock: { now: options.nowMs ?? (() => 1_800_000_000_000) },
    newId: () => crypto.randomUUID(),
  };
}

function textOfName({ vaultId, vkId, gen, savedAt, why }: SnapshotName): string {
  return JSON.stringify({ vaultId, vkId, gen, savedAt, why });
}

/** Ports of which the named steps fail, every time. */
export function createFailingVaultPorts(disk: Disk, ...failing: readonly Step[]): VaultPorts {
  return createVaultPorts(disk, {
    before(step) {
      if (failing.includes(step)) throw new Error('An unexpected error occurred');
    },
  });
}

function createQueue(): Lock {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run(work) {
      const done = last.then(work);
      last = done.catch(() => undefined);
      return done;
    },
  };
}
