/**
 * lib/vault: the encrypted store of accounts. It decides what is written, in which order, and what a reading means; it
 * reaches storage, keys at rest, locks and time through the ports below, and knows no browser.
 */
import type { Bytes } from '@/lib/crypto/bytes';

/**
 * Where the envelope is kept. Reading rejects when storage fails; it never answers "nothing" in that case.
 * The two records are read apart because the older one is only looked at when the current one is missing.
 */
export interface VaultStore {
  /** The stored envelope, unchecked; `undefined` when there is none. */
  read(): Promise<unknown>;
  /** The envelope before it. */
  readPrevious(): Promise<unknown>;
  /** One atomic set of everything given: all of it is stored, or none. A `previous` of `undefined` is left as it is. */
  commit(vault: unknown, previous: unknown, beside?: CommittedBeside): Promise<void>;
  /** Leaves this computer: everything of ours in this storage goes at once, what was overwritten before included. */
  erase(): Promise<void>;
}

/**
 * A second, independent store: damage to one is silent in Chromium, and an old value may come back as if it were the newest.
 * Every generation is put here after it was committed; the newest is the mirror, the others are the ring.
 */
export interface MirrorStore {
  /** What is kept, without reading any of it. */
  names(): Promise<readonly SnapshotName[]>;
  /** The envelope, unchecked; `undefined` when there is none of this name. */
  read(name: SnapshotName): Promise<unknown>;
  /** One transaction, on the disk when it resolves. */
  write(put: readonly Snapshot[], remove: readonly SnapshotName[]): Promise<void>;
  /** Removes all of it, and the files. */
  erase(): Promise<void>;
}

export interface SnapshotName {
  readonly vaultId: string;
  readonly vkId: string;
  readonly gen: number;
  /** Unix time in ms. */
  readonly savedAt: number;
  /** `write`: kept as one of the newest. Anything else: the state before that, kept longer. */
  readonly why: 'write' | ChangeReason | 'rotation';
}

/** Changes that take much away or bring much in. */
export type ChangeReason = 'delete' | 'import' | 'restore' | 'migration';

export interface Snapshot {
  readonly name: SnapshotName;
  readonly envelope: unknown;
}

/** What must appear at the same instant as an envelope. */
export interface CommittedBeside {
  /** The raw device key, base64url: a vault whose only key is not stored yet must not exist for one instant. */
  readonly deviceKey: string;
}

/** See [Note: Device slot]. Either copy opens the device slot; losing one loses nothing. */
export interface DeviceKeyStore {
  /** The readable copies; none when there is none. Rejects when a copy could not be looked for and no other was found. */
  read(): Promise<readonly CryptoKey[]>;
  /** Keeps the second, non-extractable copy; the first was committed beside the vault. */
  keep(key: CryptoKey): Promise<void>;
  /** Removes both copies. */
  destroy(): Promise<void>;
  /** Leaves this computer: removes the keys' own store with its files. The copy beside the vault goes with the vault. */
  erase(): Promise<void>;
}

/** The opened vault key of this browser session, kept across stops of the background. */
export interface SessionStore {
  read(): Promise<SessionReading>;
  /** Until the browser closes: a vault of this mark was compared with its mirror. */
  markCompared(mark: string): Promise<void>;
  /** Keeps a copy of the 32 bytes in `key`; the caller wipes its own. */
  write(key: Bytes, vkId: string, deadlineMs: number | null): Promise<void>;
  setDeadline(deadlineMs: number | null): Promise<void>;
  /** Locks: nothing that could open the vault stays. */
  clear(): Promise<void>;
  /** At browser start: removes what a session that ended without `clear` left on disk. */
  sweep(): Promise<void>;
}

export interface SessionReading {
  readonly session: VaultSession | null;
  /** See `markCompared`; `null` before. */
  readonly compared: string | null;
}

export interface VaultSession {
  readonly vk: CryptoKey;
  readonly vkId: string;
  /** Unix time in ms from which the vault is locked; `null`: when the browser closes. */
  readonly deadlineMs: number | null;
}

/** Runs one piece of work at a time, in the order asked, over every context of the extension. */
export interface Lock {
  run<T>(work: () => Promise<T>): Promise<T>;
}

interface Clock {
  /** Unix time in ms. */
  now(): number;
}

export interface VaultPorts {
  readonly store: VaultStore;
  readonly mirror: MirrorStore;
  readonly deviceKeys: DeviceKeyStore;
  readonly sessions: SessionStore;
  readonly lock: Lock;
  readonly clock: Clock;
  /** A new UUID. */
  readonly newId: () => string;
}
