import type { Bytes } from '@/lib/crypto/bytes';
import { equalBytes, toBase64Url } from '@/lib/crypto/bytes';
import { importHkdfKey } from '@/lib/crypto/hkdf';
import { keyBytes } from '@/lib/crypto/aead';
import { randomBytes } from '@/lib/crypto/random';
import { wipe } from '@/lib/crypto/wipe';
import type { Result } from '@/lib/errors';
import { fail, ok } from '@/lib/errors';
import type { VaultContent } from '@/lib/vault/account';
import { openBody, sealBody } from '@/lib/vault/body';
import { encodeContent } from '@/lib/vault/content';
import type { Envelope, EnvelopeHeader } from '@/lib/vault/envelope';
import { format, formatVersion, isSameEnvelope, parseEnvelope } from '@/lib/vault/envelope';
import type { CommittedBeside, VaultStore } from '@/lib/vault/ports';
import { withSenderKeys } from '@/lib/vault/changing';
import type { MadeSlot, NewSlot, SlotPlace } from '@/lib/vault/slot-sealing';
import { makeSlot, openSlot, rewrapSlot, sealDeviceSlot } from '@/lib/vault/slot-sealing';
import type { KeyedSlot, Slot } from '@/lib/vault/slots';
import { isCarried } from '@/lib/vault/slots';

type DistributedOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** The header of the envelope to come; what it lacks is decided by the slots and the vault key. */
export type NextHeader = Pick<EnvelopeHeader, 'vaultId' | 'gen' | 'device' | 'savedAt' | 'note'>;

/** An envelope with the vault key it was sealed under; whoever takes `vaultKey` wipes it. */
export interface NewVault {
  readonly envelope: Envelope;
  readonly vk: CryptoKey;
  readonly vaultKey: Bytes;
}

/** A vault that opens in this browser without the person. See [Note: Device slot]. */
export async function sealForDevice(
  next: NextHeader,
  newId: () => string,
  content: VaultContent,
): Promise<Result<NewVault & { readonly deviceKey: Bytes }>> {
  const [vaultKey, deviceKey] = [randomBytes(keyBytes), randomBytes(keyBytes)];
  const place = placeFor(next, newId);
  const slot = await sealDeviceSlot(place, newId(), deviceKey, vaultKey);
  const vk = await importHkdfKey(vaultKey);
  const sealed = await sealChecked({ ...place, slots: [slot] }, vk, content);
  return sealed.ok ? ok({ envelope: sealed.value, vk, vaultKey, deviceKey }) : sealed;
}

/** A way to be made, with the key material its secret became. */
export interface NewWay {
  readonly slot: DistributedOmit<NewSlot, 'id' | 'createdAt'>;
  readonly material: CryptoKey;
}

/** How the vault will open: the slots that stay, whose secrets are not here, and new ones. */
export interface Ways {
  readonly kept: readonly MadeSlot[];
  readonly added: readonly NewWay[];
}

/**
 * A vault under a vault key of its own that opens by these ways and by nothing else. `way-last`: none of them is a
 * password or a recovery code.
 */
export async function sealForPerson(
  next: NextHeader,
  newId: () => string,
  content: VaultContent,
  { kept, added }: Ways,
): Promise<Result<NewVault & { readonly content: VaultContent }>> {
  const vaultKey = randomBytes(keyBytes);
  const place = placeFor(next, newId);
  const slots: Slot[] = [];
  const senderKeys: Record<string, string> = {};
  for (const each of kept) {
    slots.push(await rewrapSlot(place, each, vaultKey));
    senderKeys[each.slot.id] = each.senderKey;
  }
  for (const { slot, material } of added) {
    const complete = { ...slot, id: newId(), createdAt: next.savedAt } as NewSlot;
    const made = await makeSlot(place, complete, material, vaultKey);
    if (!(await opensAgain(place, made.slot, material, vaultKey))) return fail('vault-write-failed');
    slots.push(made.slot);
    senderKeys[complete.id] = made.senderKey;
  }
  if (!slots.some(isCarried)) return fail('way-last');
  const vk = await importHkdfKey(vaultKey);
  const complete = withSenderKeys(content, senderKeys);
  const sealed = await sealChecked({ ...place, slots }, vk, complete);
  return sealed.ok ? ok({ envelope: sealed.value, vk, vaultKey, content: complete }) : sealed;
}

async function opensAgain(
  place: SlotPlace,
  slot: KeyedSlot,
  material: CryptoKey,
  vaultKey: Bytes,
): Promise<boolean> {
  const opened = await openSlot(place, slot, material);
  if (typeof opened === 'string') return false;
  const isSame = equalBytes(opened, vaultKey);
  wipe(opened);
  return isSame;
}

function placeFor(next: NextHeader, newId: () => string): Omit<EnvelopeHeader, 'slots'> {
  return { fmt: format, v: formatVersion, minReader: formatVersion, vkId: newId(), ...next };
}

/** Seals, and opens again from the text that will be stored: a write that cannot be read is found before it is made. */
export async function sealChecked(
  header: EnvelopeHeader,
  vk: CryptoKey,
  content: VaultContent,
): Promise<Result<Envelope>> {
  const intended = encodeContent(content);
  const envelope = await sealBody(header, vk, intended);
  const parsed = parseEnvelope(JSON.parse(JSON.stringify(envelope)));
  const opened = parsed.ok ? await openBody(parsed.value, vk) : null;
  return opened && equalBytes(opened, intended) ? ok(envelope) : fail('vault-write-failed');
}

/** One atomic set, then the store is asked what it holds. `vault-write-failed` when it refuses or holds something else. */
export async function commitEnvelope(
  store: VaultStore,
  envelope: Envelope,
  previous: Envelope | undefined,
  beside?: CommittedBeside,
): Promise<Result<void>> {
  try {
    await store.commit(envelope, previous, beside);
    const held = parseEnvelope(await store.read());
    return held.ok && isSameEnvelope(held.value, envelope) ? ok() : fail('vault-write-failed');
  } catch {
    return fail('vault-write-failed');
  }
}

export function besideDeviceKey(deviceKey: Bytes): CommittedBeside {
  return { deviceKey: toBase64Url(deviceKey) };
}
