/**
 * What is left when something is wrong: every place an envelope may still be, and a way back from any of them. Reading
 * changes nothing, so all of it works while `storage.local` fails on every call.
 */
import { wipe } from '@/lib/crypto/wipe';
import type { Failure, Result } from '@/lib/errors';
import { fail, failure, ok } from '@/lib/errors';
import { parseBackup, textOf } from '@/lib/vault/backup';
import type { Envelope } from '@/lib/vault/envelope';
import { headerOf, isSameEnvelope, parseEnvelope } from '@/lib/vault/envelope';
import type { Keeper } from '@/lib/vault/keeper';
import type { LoadedVault, OpenVault } from '@/lib/vault/loading';
import { deviceVaultKey, openVault } from '@/lib/vault/loading';
import { snapshotOf } from '@/lib/vault/mirroring';
import type { OpenedBySecret } from '@/lib/vault/opening';
import { openBySecret } from '@/lib/vault/opening';
import type { Snapshot, SnapshotName, VaultPorts } from '@/lib/vault/ports';
import { quietly } from '@/lib/vault/quietly';
import { newestSnapshot } from '@/lib/vault/ring';
import type { Secret } from '@/lib/vault/secrets';
import type { PasskeyWay, Way } from '@/lib/vault/ways';
import { passkeysOf, waysOf } from '@/lib/vault/ways';
import { commitEnvelope, sealChecked } from '@/lib/vault/writing';

/**
 * `lost`: storage holds no vault, and something says that there was one. `damaged`, `rolled-back` (older than its mirror),
 * `newer` (of a newer version; must not be written over), `unreadable` (storage fails).
 */
export type Condition =
  'first-run' | 'open' | 'locked' | 'damaged' | 'rolled-back' | 'newer' | 'lost' | 'unreadable';

export interface Findings {
  readonly condition: Condition;
  /** Newest first; what cannot be read last. */
  readonly candidates: readonly Candidate[];
  /** The places that could not be looked at. */
  readonly unread: readonly ('vault' | 'previous' | 'mirror')[];
}

export interface Candidate {
  readonly id: string;
  readonly source: 'vault' | 'previous' | 'mirror' | 'ring';
  /** Why it is none; `null` where its header can be read. Whether its content can is known once it was opened. */
  readonly failure: Failure | null;
  /** `null` where the header cannot be read. */
  readonly gen: number | null;
  /** Unix time in ms. */
  readonly savedAt: number | null;
  readonly ways: readonly Way[];
  readonly passkeys: readonly PasskeyWay[];
}

/** What opens a candidate: a secret, or this browser profile alone for a vault without a password. */
export type CandidateKey = Secret | { readonly device: true };

export interface CandidatePreview {
  readonly accounts: number;
  readonly savedAt: number;
}

interface Found {
  readonly id: string;
  readonly source: Candidate['source'];
  readonly value: unknown;
}

export function createFindings(ports: VaultPorts, keeper: Keeper) {
  const { store, mirror, deviceKeys, clock } = ports;

  async function findings(): Promise<Findings> {
    const loaded = await keeper.look();
    const { found, unread } = await findAll();
    return {
      condition: conditionOf(loaded, unread.includes('vault'), found),
      candidates: listed(found),
      unread,
    };
  }

  async function findAll(): Promise<{ found: readonly Found[]; unread: Findings['unread'] }> {
    const places = [
      { place: 'vault', read: async () => one('vault', await store.read()) },
      { place: 'previous', read: async () => one('previous', await store.readPrevious()) },
      { place: 'mirror', read: readMirror },
    ] as const;
    const looked = await Promise.allSettled(places.map(({ read }) => read()));
    return {
      found: looked.flatMap((outcome) => (outcome.status === 'fulfilled' ? outcome.value : [])),
      unread: places.flatMap(({ place }, at) => (looked[at]?.status === 'rejected' ? [place] : [])),
    };
  }

  function one(source: 'vault' | 'previous', value: unknown): readonly Found[] {
    return value === undefined ? [] : [{ id: source, source, value }];
  }

  async function readMirror(): Promise<readonly Found[]> {
    const names = await mirror.names();
    const newest = newestSnapshot(names);
    return Promise.all(
      names.map(async (name) => ({
        id: idOf(name),
        source: name === newest ? ('mirror' as const) : ('ring' as const),
        // One that cannot be read is shown as such: the others still can.
        value: await mirror.read(name).catch(() => undefined),
      })),
    );
  }

  async function candidate(id: string): Promise<unknown> {
    const { found } = await findAll();
    return found.find((each) => each.id === id)?.value;
  }

  async function exportCandidate(id: string): Promise<Result<string>> {
    const value = await candidate(id);
    return value === undefined ? fail('vault-unreadable') : ok(textOf(value));
  }

  /** Whoever takes `vaultKey` wipes it; none for a vault that opens without the person. */
  async function openCandidate(
    id: string,
    key: CandidateKey,
  ): Promise<Result<Pick<OpenedBySecret, 'open'> & Partial<OpenedBySecret>>> {
    const value = await candidate(id);
    if (value === undefined) return fail('vault-unreadable');
    const parsed = parseEnvelope(value);
    if (!parsed.ok) return parsed;
    if (!('device' in key)) return openBySecret(parsed.value, key);
    const open = await openByDeviceKeys(parsed.value);
    return open.kind === 'open' ? ok({ open }) : { ok: false, failure: open.failure };
  }

  async function openByDeviceKeys(
    envelope: Envelope,
  ): Promise<OpenVault | Extract<LoadedVault, { kind: 'unusable' }>> {
    const keys = await deviceKeys.read().catch(() => null);
    if (!keys) return { kind: 'unusable', failure: failure('vault-unreadable') };
    const vk = await deviceVaultKey(envelope, keys);
    return vk ? openVault(envelope, vk, null) : { kind: 'unusable', failure: failure('vault-damaged') };
  }

  async function previewCandidate(id: string, key: CandidateKey): Promise<Result<CandidatePreview>> {
    const opened = await openCandidate(id, key);
    if (!opened.ok) return opened;
    const { open, vaultKey } = opened.value;
    if (vaultKey) wipe(vaultKey);
    return ok({ accounts: open.content.accounts.length, savedAt: open.envelope.savedAt });
  }

  function restore(id: string, key: CandidateKey): Promise<Result<CandidatePreview>> {
    return keeper.alone(async () => bringBackAlone(await openCandidate(id, key)));
  }

  /** As `restore`, of a file: from now on the vault opens as the file does. */
  async function restoreFile(text: string, secret: Secret): Promise<Result<CandidatePreview>> {
    const parsed = parseBackup(text);
    if (!parsed.ok) return parsed;
    const opened = await openBySecret(parsed.value, secret);
    return keeper.alone(() => bringBackAlone(opened));
  }

  async function bringBackAlone(
    opened: Result<Pick<OpenedBySecret, 'open'> & Partial<OpenedBySecret>>,
  ): Promise<Result<CandidatePreview>> {
    if (!opened.ok) return opened;
    const { open, vaultKey } = opened.value;
    const restored = await restoreAlone(open);
    if (restored.ok && vaultKey) await keeper.keepOpenAlone(restored.value, vaultKey);
    if (restored.ok && !vaultKey) keeper.keepOpenByDevice(restored.value);
    if (vaultKey) wipe(vaultKey);
    if (!restored.ok) return restored;
    await keeper.mirrorAlone(restored.value.envelope, []);
    const { content, envelope } = restored.value;
    return ok({ accounts: content.accounts.length, savedAt: envelope.savedAt });
  }

  /** The candidate becomes the newest generation; what stood in its place is kept beside. */
  async function restoreAlone(open: OpenVault): Promise<Result<OpenVault>> {
    const stored = await keeper.storedAlone();
    if (!stored.ok && stored.failure.code !== 'vault-damaged') return stored;
    const local = stored.ok ? stored.value : null;
    const names = await mirror.names().catch(() => []);
    const { vaultId, gen: ownGen } = open.envelope;
    const ofVault = [...(local ? [local] : []), ...names].filter((other) => other.vaultId === vaultId);
    const gen = Math.max(ownGen, ...ofVault.map((other) => other.gen).filter(isReachable)) + 1;
    // The note is for who holds a file.
    const { note: _, ...before } = headerOf(open.envelope);
    const header = { ...before, gen, savedAt: clock.now() };
    const sealed = await sealChecked(header, open.vk, open.content);
    if (!sealed.ok) return sealed;
    const isOlder = local?.vaultId === vaultId && local.gen < gen;
    await quietly(keepBefore(isOlder ? local : null, names, open.envelope.vkId));
    const committed = await commitEnvelope(store, sealed.value, local ?? undefined);
    keeper.close();
    return committed.ok ? ok({ ...open, envelope: sealed.value }) : committed;
  }

  /** The stored vault, and the newest of another vault key, which the next commit would let go. */
  async function keepBefore(
    local: Envelope | null,
    names: readonly SnapshotName[],
    vkId: string,
  ): Promise<void> {
    const put: Snapshot[] = local ? [snapshotOf(local, 'restore')] : [];
    const newest = newestSnapshot(names);
    if (newest && newest.vkId !== vkId && newest.gen !== local?.gen)
      put.push({ name: { ...newest, why: 'restore' }, envelope: await mirror.read(newest) });
    await mirror.write(put, []);
  }

  return { findings, previewCandidate, restore, restoreFile, exportCandidate };
}

/** No vault is written so often. A number beyond comes from somebody who would have no generation follow it. */
function isReachable(gen: number): boolean {
  return gen < 2 ** 48;
}

function idOf({ vaultId, vkId, gen, savedAt, why }: SnapshotName): string {
  return [why, gen, savedAt, vkId, vaultId].join('.');
}

function conditionOf(loaded: LoadedVault, isUnread: boolean, found: readonly Found[]): Condition {
  switch (loaded.kind) {
    case 'empty':
      return 'first-run';
    case 'open':
    case 'locked':
      return loaded.kind;
    case 'unusable':
      break;
  }
  switch (loaded.failure.code) {
    case 'vault-newer':
      return 'newer';
    case 'vault-rolled-back':
      return 'rolled-back';
    case 'vault-unreadable':
      return 'unreadable';
    default:
      return !isUnread && !found.some(({ source }) => source === 'vault') ? 'lost' : 'damaged';
  }
}

/** The same envelope in two places is one candidate: the place named first has it. */
function listed(found: readonly Found[]): readonly Candidate[] {
  const seen: Envelope[] = [];
  const candidates = found.flatMap(({ id, source, value }): Candidate[] => {
    const parsed = parseEnvelope(value);
    if (!parsed.ok)
      return [{ id, source, failure: parsed.failure, gen: null, savedAt: null, ways: [], passkeys: [] }];
    const envelope = parsed.value;
    if (seen.some((other) => isSameEnvelope(other, envelope))) return [];
    seen.push(envelope);
    const { gen, savedAt } = envelope;
    return [
      { id, source, failure: null, gen, savedAt, ways: waysOf(envelope), passkeys: passkeysOf(envelope) },
    ];
  });
  return candidates.toSorted((a, b) => (b.gen ?? 0) - (a.gen ?? 0));
}
