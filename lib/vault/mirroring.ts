/**
 * What goes in the mirror and what leaves it. Called under the vault's lock, after the commit: nothing here can fail a
 * change that was saved.
 */
import { openBody, sealBody } from '@/lib/vault/body';
import { withSenderKeys } from '@/lib/vault/changing';
import { decodeContent, encodeContent } from '@/lib/vault/content';
import type { Envelope } from '@/lib/vault/envelope';
import { headerOf, isProtected, parseEnvelope } from '@/lib/vault/envelope';
import type { OpenVault } from '@/lib/vault/loading';
import type { MirrorStore, Snapshot, SnapshotName } from '@/lib/vault/ports';
import { isSameName, newestSnapshot, staleSnapshots } from '@/lib/vault/ring';

/**
 * How the mirror stands to what `storage.local` gave. `ahead`: storage went back in time. `foreign`: another vault, or one that
 * lost its password, took the vault's place: no step of ours does that, but whoever can write to storage could.
 */
export type MirrorStanding = 'level' | 'ahead' | 'behind' | 'foreign' | 'failed';

export async function mirrorStanding(mirror: MirrorStore, envelope: Envelope): Promise<MirrorStanding> {
  try {
    const names = await mirror.names();
    const newest = newestSnapshot(names, envelope.vaultId);
    if (!newest) return names.length > 0 ? 'foreign' : 'behind';
    if (newest.gen > envelope.gen) return 'ahead';
    if (!isProtected(envelope)) {
      const mirrored = parseEnvelope(await mirror.read(newest));
      if (mirrored.ok && isProtected(mirrored.value)) return 'foreign';
    }
    return newest.gen < envelope.gen ? 'behind' : 'level';
  } catch {
    return 'failed';
  }
}

/** What a comparison holds for, while the browser runs: any later generation of this vault, protected or not as it was. */
export function comparisonMark(envelope: Envelope): string {
  return `${envelope.vaultId} ${isProtected(envelope) ? 'protected' : 'open'}`;
}

export function snapshotOf(envelope: Envelope, why: SnapshotName['why']): Snapshot {
  const { vaultId, vkId, gen, savedAt } = envelope;
  return { name: { vaultId, vkId, gen, savedAt, why }, envelope };
}

/**
 * Keeps a committed envelope, and `before` as what it was before a great change. What is under another vault key leaves,
 * unless it was kept for a restore: it is what a rotation that was stopped could not take away.
 */
export async function mirrorCommit(
  mirror: MirrorStore,
  envelope: Envelope,
  before: readonly Snapshot[],
  nowMs: number,
): Promise<void> {
  const put = [snapshotOf(envelope, 'write'), ...before];
  const names = await mirror.names();
  // Storage went back in time and could not be compared: what is here is newer, and the next start will say so.
  if (names.some(({ vaultId, gen }) => vaultId === envelope.vaultId && gen > envelope.gen))
    throw new RangeError('the mirror is ahead');
  const others = names.filter(({ vkId, why }) => vkId !== envelope.vkId && why !== 'restore');
  // A state kept for longer needs not be kept as a recent one beside.
  const doubles = names.filter((name) => before.some((snapshot) => isTwin(snapshot.name, name)));
  await writeRing(mirror, names, put, [...others, ...doubles], nowMs);
}

/** Keeps a rotated vault: what the old vault key opens is sealed again under the new one, or leaves. */
export async function mirrorRotation(
  mirror: MirrorStore,
  old: OpenVault,
  made: OpenVault,
  nowMs: number,
): Promise<void> {
  const names = await mirror.names();
  const snapshots = [snapshotOf(old.envelope, 'rotation')];
  for (const name of names) {
    if (name.vkId !== old.envelope.vkId || name.gen === old.envelope.gen) continue;
    const parsed = parseEnvelope(await mirror.read(name));
    if (parsed.ok) snapshots.push(snapshotOf(parsed.value, name.why));
  }
  const put = [snapshotOf(made.envelope, 'write')];
  for (const { name, envelope } of snapshots) {
    const again = await resealedFor(envelope as Envelope, old.vk, made);
    if (again) put.push(snapshotOf(again, name.why));
  }
  await writeRing(mirror, names, put, names, nowMs);
}

async function resealedFor(envelope: Envelope, oldVk: CryptoKey, made: OpenVault): Promise<Envelope | null> {
  const bytes = await openBody(envelope, oldVk);
  const content = bytes ? decodeContent(bytes) : null;
  if (!content?.ok) return null;
  // The slots are those of now, and so are their keys.
  const complete = withSenderKeys(content.value, made.content.senderKeys ?? {});
  const { vkId, slots } = made.envelope;
  return sealBody({ ...headerOf(envelope), vkId, slots }, made.vk, encodeContent(complete));
}

async function writeRing(
  mirror: MirrorStore,
  names: readonly SnapshotName[],
  put: readonly Snapshot[],
  leaving: readonly SnapshotName[],
  nowMs: number,
): Promise<void> {
  const staying = names.filter((name) => !leaving.some((other) => isSameName(name, other)));
  const stale = staleSnapshots([...put.map(({ name }) => name), ...staying], nowMs);
  const isStale = (name: SnapshotName) => stale.some((other) => isSameName(name, other));
  const isPut = (name: SnapshotName) => put.some((snapshot) => isSameName(name, snapshot.name));
  await mirror.write(
    put.filter(({ name }) => !isStale(name)),
    names.filter((name) => !isPut(name) && (isStale(name) || !staying.includes(name))),
  );
}

function isTwin(a: SnapshotName, b: SnapshotName): boolean {
  return b.why === 'write' && isSameName({ ...a, why: 'write' }, b);
}
