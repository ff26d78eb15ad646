import type { Bytes } from '@/lib/crypto/bytes';
import type { KdfCost } from '@/lib/crypto/kdf';
import { wipe } from '@/lib/crypto/wipe';
import type { Result } from '@/lib/errors';
import { fail, ok } from '@/lib/errors';
import type { Envelope } from '@/lib/vault/envelope';
import { isProtected } from '@/lib/vault/envelope';
import type { Keeper, SlotUpgrade } from '@/lib/vault/keeper';
import { openByKeys } from '@/lib/vault/opening';
import type { Secret } from '@/lib/vault/secrets';
import { newPasswordKey, slotKeysFor } from '@/lib/vault/secrets';
import { makeSlot } from '@/lib/vault/slot-sealing';
import type { KeyedSlot, PasswordSlot } from '@/lib/vault/slots';
import { isBoxed } from '@/lib/vault/slots';

export interface UnlockPorts {
  readonly keeper: Keeper;
  readonly kdfCost: KdfCost;
  readonly clock: { now(): number };
  readonly newId: () => string;
}

/** See Vault's `unlock…`. The secret is derived before the lock is taken. */
export async function unlockWith(ports: UnlockPorts, secret: Secret): Promise<Result<void>> {
  const { keeper } = ports;
  const loaded = await keeper.look();
  if (loaded.kind === 'unusable') return { ok: false, failure: loaded.failure };
  if (loaded.kind === 'empty' || !isProtected(loaded.envelope)) return fail('vault-unprotected');
  const keys = await slotKeysFor(loaded.envelope.slots, secret);
  if (!keys.ok) return keys;
  return keeper.alone(async () => {
    const stored = await keeper.storedAlone();
    if (!stored.ok) return stored;
    const result = await openByKeys(stored.value, keys.value, secret);
    if (!result.ok) return result;
    const { open, vaultKey, slot } = result.value;
    await keeper.keepOpenAlone(open, vaultKey);
    if ('password' in secret && isOutdated(slot, ports.kdfCost))
      keeper.upgradeWith(upgraded(ports, stored.value, slot, secret.password, vaultKey));
    else wipe(vaultKey);
    return ok();
  });
}

/** Cheaper to guess than new ones, or without a box. */
function isOutdated(slot: KeyedSlot, cost: KdfCost): slot is PasswordSlot {
  if (slot.type !== 'password') return false;
  return !isBoxed(slot) || slot.kdf.memoryKiB < cost.memoryKiB || slot.kdf.passes < cost.passes;
}

/** The slot of this password at today's cost, for the next write; `null` when it could not be made. Wipes `vaultKey`. */
async function upgraded(
  { kdfCost, clock, newId }: UnlockPorts,
  place: Envelope,
  old: PasswordSlot,
  password: string,
  vaultKey: Bytes,
): Promise<SlotUpgrade | null> {
  try {
    const { kdf, key } = await newPasswordKey(password, kdfCost);
    const createdAt = old.createdAt ?? clock.now();
    const made = await makeSlot(place, { id: newId(), type: 'password', createdAt, kdf }, key, vaultKey);
    return { vkId: place.vkId, oldId: old.id, made };
  } catch {
    return null;
  } finally {
    wipe(vaultKey);
  }
}
