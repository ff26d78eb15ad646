import { argon2id } from 'hash-wasm';
import { openDB } from 'idb';
import { browser } from 'wxt/browser';
import { createBrowserVault } from '@/lib/browser/vault';
import { defaultCost, floorCost } from '@/lib/crypto/kdf';
import type { Result } from '@/lib/errors';
import { adding } from '@/tests/fakes/accounts';
import type { Account } from '@/lib/vault/account';
import type { Candidate, CandidateKey } from '@/lib/vault/findings';
import { editAccount } from '@/lib/vault/history';
import { moveToTrash } from '@/lib/vault/trash';
import { runVectors } from './vector-run';
import type { VectorFiles } from './vector-run';
import { contentAt, passwordAt, writeOf } from './practice-content';

/** Derivations at the least cost: what is measured is storage. `costly` is for what is timed. */
const vault = createBrowserVault({ lockAfterMinutes: () => null, kdfCost: floorCost });

/** At the product's own cost. */
const costly = createBrowserVault({ lockAfterMinutes: () => 15 });
const ownPassword = 'correct horse battery staple';

/** What was found in storage. `write`: see practice-content; `null` for content that no write has made. */
export type Reading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'right' | 'changed'; readonly write: number | null; readonly change: number }
  | { readonly kind: 'locked' }
  | {
      readonly kind: 'unusable';
      readonly code: string;
      readonly condition: string;
      /** Of the candidates that open, newest first. */
      readonly offered: readonly {
        readonly source: string;
        readonly accounts: number;
        readonly gen: number;
      }[];
      readonly refused: readonly string[];
    };

export interface WritePlan {
  readonly write: number;
  readonly change: number;
  /** A change of the password after so many writes; 0: never. */
  readonly changeEvery: number;
}

export interface WriteNote {
  readonly write: number;
  readonly change: number;
}

type Tool = (args: readonly never[], note: (content: unknown) => void) => Promise<unknown>;

/** For the search of a profile: flows that no message has, or that must be exact. */
const flows: Readonly<Record<string, Tool>> = {
  async add([accounts]: readonly (readonly Account[])[]): Promise<null> {
    must(await vault.update(adding(...(accounts ?? []))));
    return null;
  },
  async rename([id, issuer, name]: readonly string[]): Promise<null> {
    const change = { issuer: issuer ?? '', name: name ?? '' };
    must(await vault.update((content) => editAccount(content, id ?? '', change, Date.now())));
    return null;
  },
  async trash([id]: readonly string[]): Promise<null> {
    must(await vault.update((content) => moveToTrash(content, id ?? '', Date.now()), { reason: 'delete' }));
    return null;
  },
  async recoveryCode(): Promise<string> {
    const added = await vault.addRecoveryCode();
    if (!added.ok) throw new Error(added.failure.code);
    return added.value.code;
  },
  /** Writes a backup and opens it again by each of its secrets. */
  async backup([password, recoveryCode]: readonly string[]): Promise<null> {
    const made = await vault.backup();
    if (!made.ok) throw new Error(made.failure.code);
    must(await vault.testBackup(made.value.text, { password: password ?? '' }));
    must(await vault.testBackup(made.value.text, { recoveryCode: recoveryCode ?? '' }));
    return null;
  },
  /** What would open the vault as it lies here now: the device key and the body, as texts. */
  async asItLies(): Promise<{ deviceKey: string; body: string }> {
    const { vaultDeviceKey, vault: stored } = await browser.storage.local.get(['vaultDeviceKey', 'vault']);
    return { deviceKey: String(vaultDeviceKey), body: String((stored as { body: { ct: unknown } }).body.ct) };
  },
  /** Puts words where a careless extension would, among others: what a search does not find there, it finds nowhere. */
  async plant([inStorage, inDatabase, inSession]: readonly [string[], string[], string] | readonly never[]) {
    const among = (words: readonly string[] = []) =>
      contentAt(1).accounts.map((account, at) => ({ ...account, name: words[at - 20] ?? account.name }));
    await browser.storage.local.set({ planted: among(inStorage) });
    await browser.storage.session.set({ planted: inSession });
    const database = await openDB('planted', 1, { upgrade: (made) => void made.createObjectStore('words') });
    await database.put('words', among(inDatabase), 1);
    database.close();
    return null;
  },
};

export const tools: Readonly<Record<string, Tool>> = {
  ...flows,
  /** Reads as a person does: opens what is locked by the newest of these passwords that fits. */
  async read([...changes]: readonly number[]): Promise<Reading> {
    const state = await vault.state();
    if (state.kind === 'empty') return { kind: 'empty' };
    if (state.kind === 'unusable') return unusable(state.failure.code, changes);
    const change = state.kind === 'locked' ? await unlock(changes) : 0;
    if (change === null) return { kind: 'locked' };
    const content = await vault.content();
    if (!content.ok) return unusable(content.failure.code, changes);
    const write = writeOf(content.value);
    return { kind: write === null ? 'changed' : 'right', write, change };
  },

  /** Writes until it is killed; each write that was acknowledged to the product is noted here. */
  async write([plan]: readonly [WritePlan] | readonly never[], note): Promise<never> {
    if (!plan) throw new TypeError('no plan');
    let { write, change } = plan;
    for (;;) {
      write += 1;
      const next = contentAt(write);
      must(await vault.update((content) => ({ ...content, ...next })));
      note({ write, change } satisfies WriteNote);
      if (plan.changeEvery === 0 || write % plan.changeEvery > 0) continue;
      must(await vault.protect(passwordAt(change + 1) ?? ''));
      change += 1;
      note({ write, change } satisfies WriteNote);
    }
  },

  /** So many writes, one by one. */
  async writeUpTo([from, to]: readonly number[]): Promise<null> {
    for (let write = (from ?? 0) + 1; write <= (to ?? 0); write += 1)
      must(await vault.update((content) => ({ ...content, ...contentAt(write) })));
    return null;
  },

  /** Makes `costly` a vault of these accounts with a password. */
  async furnish([accounts]: readonly (readonly Account[])[]): Promise<null> {
    if ((await costly.state()).kind === 'locked') must(await costly.unlock(ownPassword));
    must(await costly.update((content) => ({ ...content, accounts: accounts ?? [] }), { reason: 'import' }));
    must(await costly.protect(ownPassword));
    return null;
  },

  async lock(): Promise<null> {
    await costly.lock();
    return null;
  },

  /** In ms. */
  async unlock(): Promise<number> {
    return timed(async () => must(await costly.unlock(ownPassword)));
  },

  /** What an unlock cannot be without, in ms. */
  async argon2id(): Promise<number> {
    return timed(() => bareArgon2id(ownPassword));
  },

  async vectors([files]: readonly VectorFiles[]) {
    return files ? runVectors(files) : null;
  },

  /** Sets the password of this change. */
  async change([change]: readonly number[]): Promise<null> {
    must(await vault.protect(passwordAt(change ?? 1) ?? ''));
    return null;
  },
};

async function unlock(changes: readonly number[]): Promise<number | null> {
  for (const change of changes) {
    const password = passwordAt(change);
    if (password !== null && (await vault.unlock(password)).ok) return change;
  }
  return null;
}

async function unusable(code: string, changes: readonly number[]): Promise<Reading> {
  const { condition, candidates } = await vault.findings();
  const offered: { source: string; accounts: number; gen: number }[] = [];
  const refused: string[] = [];
  for (const candidate of candidates) {
    const opened = await preview(candidate, changes);
    if (typeof opened === 'string') refused.push(`${candidate.source}: ${opened}`);
    else offered.push({ source: candidate.source, accounts: opened, gen: candidate.gen ?? 0 });
  }
  return { kind: 'unusable', code, condition, offered, refused };
}

/** How many accounts the candidate holds, or why it does not open. */
async function preview(
  { id, failure, ways }: Candidate,
  changes: readonly number[],
): Promise<number | string> {
  if (failure) return failure.code;
  const passwords = changes.flatMap((change) => passwordAt(change) ?? []);
  const keys: CandidateKey[] = ways.some(({ type }) => type === 'device')
    ? [{ device: true }]
    : passwords.map((password) => ({ password }));
  let last = 'no key';
  for (const key of keys) {
    const opened = await vault.previewCandidate(id, key);
    if (opened.ok) return opened.value.accounts;
    last = opened.failure.code;
  }
  return last;
}

async function bareArgon2id(password: string): Promise<void> {
  await argon2id({
    password,
    salt: crypto.getRandomValues(new Uint8Array(16)),
    memorySize: defaultCost.memoryKiB,
    iterations: defaultCost.passes,
    parallelism: defaultCost.lanes,
    hashLength: 32,
    outputType: 'binary',
  });
}

async function timed(work: () => Promise<void>): Promise<number> {
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
}

function must<T>(result: Result<T>): void {
  if (!result.ok) throw new Error(result.failure.code);
}
