import type { Bytes } from '@/lib/crypto/bytes';
import { importHkdfKey } from '@/lib/crypto/hkdf';
import { wipe } from '@/lib/crypto/wipe';
import type { Result } from '@/lib/errors';
import { fail, ok } from '@/lib/errors';
import type { Envelope } from '@/lib/vault/envelope';
import type { OpenVault } from '@/lib/vault/loading';
import { openVault } from '@/lib/vault/loading';
import type { Secret, SlotKeys } from '@/lib/vault/secrets';
import { slotKeysFor, wrongCode } from '@/lib/vault/secrets';
import { openSlot } from '@/lib/vault/slot-sealing';
import type { KeyedSlot } from '@/lib/vault/slots';
import { isKeyed } from '@/lib/vault/slots';

/** Who takes `vaultKey` wipes it. */
export interface OpenedBySecret {
  readonly open: OpenVault;
  readonly vaultKey: Bytes;
  readonly slot: KeyedSlot;
}

/**
 * Opens by what the person gave. `password-wrong`, `recovery-code-wrong`, `passkey-unknown`: no slot is of this secret.
 * `vault-damaged`: one is, and it or the body fails.
 */
export async function openByKeys(
  envelope: Envelope,
  keys: SlotKeys,
  secret: Secret,
): Promise<Result<OpenedBySecret>> {
  for (const slot of envelope.slots.filter(isKeyed)) {
    const material = keys(slot);
    const vaultKey = material ? await openSlot(envelope, slot, material) : 'wrong';
    if (vaultKey === 'wrong') continue;
    if (vaultKey === 'damaged') return fail('vault-damaged');
    const open = await openVault(envelope, await importHkdfKey(vaultKey), null);
    if (open.kind === 'open') return ok({ open, vaultKey, slot });
    wipe(vaultKey);
    return { ok: false, failure: open.failure };
  }
  return fail(wrongCode(secret));
}

/** As `openByKeys`, deriving first: for files, which nobody changes meanwhile. */
export async function openBySecret(envelope: Envelope, secret: Secret): Promise<Result<OpenedBySecret>> {
  const keys = await slotKeysFor(envelope.slots, secret);
  return keys.ok ? openByKeys(envelope, keys.value, secret) : keys;
}
