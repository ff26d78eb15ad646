import { importHkdfKey } from '@/lib/crypto/hkdf';
import { wipe } from '@/lib/crypto/wipe';
import type { Failure, Result } from '@/lib/errors';
import { fail, ok } from '@/lib/errors';
import type { VaultContent } from '@/lib/vault/account';
import { openBody } from '@/lib/vault/body';
import { decodeContent } from '@/lib/vault/content';
import type { Envelope } from '@/lib/vault/envelope';
import { isProtected, parseEnvelope } from '@/lib/vault/envelope';
import type { VaultPorts, VaultSession } from '@/lib/vault/ports';
import type { DeviceSlot } from '@/lib/vault/slots';
import { openDeviceSlot, openPasswordSlot, passwordKeyFor } from '@/lib/vault/slots';

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

/**
 * What storage holds, opened as far as it opens without the person. The three places are read at once: a popup's first
 * frame waits for this. Call it under the lock.
 */
export async function loadVault(ports: VaultPorts): Promise<LoadedVault> {
  const [stored, session, deviceKeys] = await Promise.allSettled([
    ports.store.read(),
    ports.sessions.read(),
    ports.deviceKeys.read(),
  ]);
  if (stored.status === 'rejected') return unusable('vault-unreadable');
  if (stored.value === undefined) return withoutVault(ports, session, deviceKeys);
  const parsed = parseEnvelope(stored.value);
  if (!parsed.ok) return { kind: 'unusable', failure: parsed.failure };
  const envelope = parsed.value;
  const keys = deviceKeys.status === 'fulfilled' ? deviceKeys.value : null;
  if (!isProtected(envelope)) return openByDevice(envelope, keys);
  if (keys && keys.length > 0) await retireDeviceKey(ports);
  return openBySession(ports, envelope, session.status === 'fulfilled' ? session.value : null);
}

/**
 * No vault is a first run only when nothing else says that there was one, and everything could be looked at: Chromium
 * answers a damaged store with "nothing there".
 */
async function withoutVault(
  ports: VaultPorts,
  session: PromiseSettledResult<unknown>,
  deviceKeys: PromiseSettledResult<readonly unknown[]>,
): Promise<LoadedVault> {
  const [previous] = await Promise.allSettled([ports.store.readPrevious()]);
  const hasTrace =
    (previous.status === 'fulfilled' && previous.value !== undefined) ||
    (session.status === 'fulfilled' && session.value !== null) ||
    (deviceKeys.status === 'fulfilled' && deviceKeys.value.length > 0);
  if (hasTrace) return unusable('vault-damaged');
  const wasSeen = [previous, session, deviceKeys].every(({ status }) => status === 'fulfilled');
  return wasSeen ? { kind: 'empty' } : unusable('vault-unreadable');
}

async function openByDevice(envelope: Envelope, keys: readonly CryptoKey[] | null): Promise<LoadedVault> {
  if (!keys) return unusable('vault-unreadable');
  const slots = envelope.slots.filter((slot): slot is DeviceSlot => slot.type === 'device');
  for (const slot of slots) {
    const vk = await openDeviceSlot(envelope, slot, keys);
    if (vk) return openVault(envelope, vk, null);
  }
  return unusable('vault-damaged');
}

async function openBySession(
  { sessions, clock }: VaultPorts,
  envelope: Envelope,
  session: VaultSession | null,
): Promise<LoadedVault> {
  if (!session) return { kind: 'locked', envelope };
  const isOver = session.deadlineMs !== null && clock.now() >= session.deadlineMs;
  if (isOver || session.vkId !== envelope.vkId) {
    await sessions.clear().catch(() => undefined);
    return { kind: 'locked', envelope };
  }
  return openVault(envelope, session.vk, session.deadlineMs);
}

async function openVault(
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

/** Keys from one typed password, for every password slot of the envelope: the slow part. */
export async function passwordKeys(
  envelope: Envelope,
  password: string,
): Promise<ReadonlyMap<string, CryptoKey>> {
  const keys = new Map<string, CryptoKey>();
  for (const slot of envelope.slots) {
    if (slot.type === 'password') keys.set(slot.kdf.salt, (await passwordKeyFor(password, slot.kdf)).key);
  }
  return keys;
}

/**
 * Opens by password. `keep` is given the vault key, which is wiped when it has settled. `password-wrong`: no slot is of
 * this password. `vault-damaged`: one is, and it or the body fails.
 */
export async function openByPassword(
  envelope: Envelope,
  keys: ReadonlyMap<string, CryptoKey>,
  deadlineMs: number | null,
  keep: (vaultKey: Uint8Array<ArrayBuffer>) => Promise<void>,
): Promise<Result<OpenVault>> {
  for (const slot of envelope.slots) {
    const key = slot.type === 'password' ? keys.get(slot.kdf.salt) : undefined;
    if (slot.type !== 'password' || !key) continue;
    const vaultKey = await openPasswordSlot(envelope, slot, key);
    if (vaultKey === 'wrong') continue;
    if (vaultKey === 'damaged') return fail('vault-damaged');
    const opened = await openVault(envelope, await importHkdfKey(vaultKey), deadlineMs);
    if (opened.kind === 'open') await keep(vaultKey);
    wipe(vaultKey);
    return opened.kind === 'open' ? ok(opened) : { ok: false, failure: opened.failure };
  }
  return fail('password-wrong');
}

function unusable(code: 'vault-damaged' | 'vault-unreadable'): Extract<LoadedVault, { kind: 'unusable' }> {
  return { kind: 'unusable', failure: { code } };
}
