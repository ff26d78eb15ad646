import type { ErrorCode, Failure } from '@/lib/errors';
import { fail, failure } from '@/lib/errors';
import type { VaultContent } from '@/lib/vault/account';
import { openBody } from '@/lib/vault/body';
import { decodeContent } from '@/lib/vault/content';
import type { Envelope } from '@/lib/vault/envelope';
import { isProtected, parseEnvelope } from '@/lib/vault/envelope';
import type { MirrorStanding } from '@/lib/vault/mirroring';
import { comparisonMark, mirrorStanding } from '@/lib/vault/mirroring';
import { quietly } from '@/lib/vault/quietly';
import type { SessionReading, VaultPorts, VaultSession } from '@/lib/vault/ports';
import { openDeviceSlot } from '@/lib/vault/slot-sealing';
import type { DeviceSlot } from '@/lib/vault/slots';

export interface OpenVault {
  readonly kind: 'open';
  readonly envelope: Envelope;
  readonly vk: CryptoKey;
  readonly content: VaultContent;
  /** See VaultSession; `null` also where nothing ever locks. */
  readonly deadlineMs: number | null;
}

export type LoadedVault =
  | OpenVault
  | { readonly kind: 'empty' }
  | { readonly kind: 'locked'; readonly envelope: Envelope }
  | { readonly kind: 'unusable'; readonly failure: Failure };

export interface Loading {
  readonly vault: LoadedVault;
  /** `unasked`: it was compared since the browser started. */
  readonly mirror: MirrorStanding | 'unasked';
}

/**
 * What storage holds, opened as far as it opens without the person. The three places are read at once: a popup's first
 * frame waits for this. The mirror is compared only at the first load after the browser started, which is when a store
 * comes back damaged, and when the vault is not the one that was compared. Call it under the lock.
 */
export async function loadVault(ports: VaultPorts): Promise<Loading> {
  const [stored, session, deviceKeys] = await Promise.allSettled([
    ports.store.read(),
    ports.sessions.read(),
    ports.deviceKeys.read(),
  ]);
  if (stored.status === 'rejected') return unusable('vault-unreadable');
  if (stored.value === undefined) return withoutVault(ports, session, deviceKeys);
  const parsed = parseEnvelope(stored.value);
  if (!parsed.ok) return { vault: { kind: 'unusable', failure: parsed.failure }, mirror: 'unasked' };
  const envelope = parsed.value;
  const { session: kept, compared } = session.status === 'fulfilled' ? session.value : nothingKept;
  const mark = comparisonMark(envelope);
  const keys = deviceKeys.status === 'fulfilled' ? deviceKeys.value : null;
  const [vault, mirror] = await Promise.all([
    isProtected(envelope) ? openProtected(ports, envelope, kept, keys) : openByDevice(envelope, keys),
    compared === mark ? ('unasked' as const) : mirrorStanding(ports.mirror, envelope),
  ]);
  if (vault.kind === 'unusable') return { vault, mirror };
  if (mirror === 'ahead') return unusable('vault-rolled-back');
  if (mirror === 'foreign') return unusable('vault-damaged');
  if (mirror === 'level' || mirror === 'behind') await quietly(ports.sessions.markCompared(mark));
  return { vault, mirror };
}

const nothingKept: SessionReading = { session: null, compared: null };

/**
 * No vault is a first run only when nothing else says that there was one, and everything could be looked at: Chromium
 * answers a damaged store with "nothing there".
 */
async function withoutVault(
  ports: VaultPorts,
  session: PromiseSettledResult<SessionReading>,
  deviceKeys: PromiseSettledResult<readonly unknown[]>,
): Promise<Loading> {
  const [previous, mirrored] = await Promise.allSettled([ports.store.readPrevious(), ports.mirror.names()]);
  const hasTrace =
    (previous.status === 'fulfilled' && previous.value !== undefined) ||
    (mirrored.status === 'fulfilled' && mirrored.value.length > 0) ||
    (session.status === 'fulfilled' && session.value.session !== null) ||
    (deviceKeys.status === 'fulfilled' && deviceKeys.value.length > 0);
  if (hasTrace) return unusable('vault-damaged');
  const looked = [previous, mirrored, session, deviceKeys];
  const wasSeen = looked.every(({ status }) => status === 'fulfilled');
  return wasSeen ? { vault: { kind: 'empty' }, mirror: 'unasked' } : unusable('vault-unreadable');
}

async function openByDevice(envelope: Envelope, keys: readonly CryptoKey[] | null): Promise<LoadedVault> {
  if (!keys) return { kind: 'unusable', failure: failure('vault-unreadable') };
  const vk = await deviceVaultKey(envelope, keys);
  return vk ? openVault(envelope, vk, null) : { kind: 'unusable', failure: failure('vault-damaged') };
}

/** The vault key by whichever device slot and key fit; `null` when none do. */
export async function deviceVaultKey(
  envelope: Envelope,
  keys: readonly CryptoKey[],
): Promise<CryptoKey | null> {
  const slots = envelope.slots.filter((slot): slot is DeviceSlot => slot.type === 'device');
  for (const slot of slots) {
    const vk = await openDeviceSlot(envelope, slot, keys);
    if (vk) return vk;
  }
  return null;
}

async function openProtected(
  ports: VaultPorts,
  envelope: Envelope,
  session: VaultSession | null,
  keys: readonly CryptoKey[] | null,
): Promise<LoadedVault> {
  if (keys && keys.length > 0) await retireDeviceKey(ports);
  return openBySession(ports, envelope, session);
}

async function openBySession(
  { sessions, clock }: VaultPorts,
  envelope: Envelope,
  session: VaultSession | null,
): Promise<LoadedVault> {
  if (!session) return { kind: 'locked', envelope };
  const isOver = session.deadlineMs !== null && clock.now() >= session.deadlineMs;
  if (isOver || session.vkId !== envelope.vkId) {
    await quietly(sessions.clear());
    return { kind: 'locked', envelope };
  }
  return openVault(envelope, session.vk, session.deadlineMs);
}

export async function openVault(
  envelope: Envelope,
  vk: CryptoKey,
  deadlineMs: number | null,
): Promise<OpenVault | Extract<LoadedVault, { kind: 'unusable' }>> {
  const bytes = await openBody(envelope, vk);
  const content = bytes ? decodeContent(bytes) : fail('vault-damaged');
  if (!content.ok) return { kind: 'unusable', failure: content.failure };
  return { kind: 'open', envelope, vk, content: content.value, deadlineMs };
}

/** `protect` was stopped between its commit and its last step. The key opens nothing any more, unless the older envelope says so. */
async function retireDeviceKey({ store, deviceKeys }: VaultPorts): Promise<void> {
  try {
    const previous = await store.readPrevious();
    const parsed = previous === undefined ? null : parseEnvelope(previous);
    if (!parsed || (parsed.ok && isProtected(parsed.value))) await deviceKeys.destroy();
  } catch {
    // The next load tries again.
  }
}

function unusable(code: ErrorCode): Loading {
  return { vault: { kind: 'unusable', failure: failure(code) }, mirror: 'unasked' };
}
