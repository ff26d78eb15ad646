/**
 * What is open in this context, and every write of the vault. Functions named …Alone are called under the lock, that is
 * within `alone`; nothing else changes what is stored.
 */
import { importAeadKey } from '@/lib/crypto/aead';
import type { Bytes } from '@/lib/crypto/bytes';
import { wipe } from '@/lib/crypto/wipe';
import type { Result } from '@/lib/errors';
import { fail, ok } from '@/lib/errors';
import type { VaultContent } from '@/lib/vault/account';
import { withSenderKeys } from '@/lib/vault/changing';
import { emptyContent } from '@/lib/vault/content';
import type { Envelope } from '@/lib/vault/envelope';
import { headerOf, isSameEnvelope, parseEnvelope } from '@/lib/vault/envelope';
import type { LoadedVault, OpenVault } from '@/lib/vault/loading';
import { loadVault } from '@/lib/vault/loading';
import { mirrorCommit, mirrorRotation, snapshotOf } from '@/lib/vault/mirroring';
import type { ChangeReason, Snapshot, VaultPorts } from '@/lib/vault/ports';
import { quietly } from '@/lib/vault/quietly';
import type { MadeSlot } from '@/lib/vault/slot-sealing';
import type { SenderKeys, Slot } from '@/lib/vault/slots';
import { isBoxed, isKeyed } from '@/lib/vault/slots';
import type { NextHeader, Ways } from '@/lib/vault/writing';
import {
  besideDeviceKey,
  commitEnvelope,
  sealChecked,
  sealForDevice,
  sealForPerson,
} from '@/lib/vault/writing';

/** A password slot made anew after an unlock, for the next write to take in. */
export interface SlotUpgrade {
  readonly vkId: string;
  readonly oldId: string;
  readonly made: MadeSlot;
}

export type Keeper = ReturnType<typeof createKeeper>;

export function createKeeper(
  ports: VaultPorts,
  lockAfterMinutes: () => number | null | Promise<number | null>,
) {
  const { store, mirror, deviceKeys, sessions, lock, clock, newId } = ports;

  /** Replaced as a whole, and only under the lock, but for `close`. */
  let opened: OpenVault | null = null;
  /** The mirror lacks what was committed last. */
  let isMirrorBehind = false;
  let hasMirrorFailed = false;
  let upgrade: Promise<SlotUpgrade | null> | null = null;

  function alone<T>(work: () => Promise<T>): Promise<T> {
    return lock.run(work);
  }

  async function look(): Promise<LoadedVault> {
    return stillOpen() ?? alone(lookAlone);
  }

  async function lookAlone(): Promise<LoadedVault> {
    const open = stillOpen();
    if (open) return open;
    // A session that could not be cleared is over all the same: its deadline says so at every load.
    if (opened) await quietly(forgetAlone());
    const { vault, mirror: standing } = await loadVault(ports);
    if (standing !== 'unasked') {
      isMirrorBehind = standing === 'behind';
      hasMirrorFailed = standing === 'failed';
    }
    opened = vault.kind === 'open' ? vault : null;
    if (opened && isMirrorBehind) await mirrorAlone(opened.envelope, []);
    return vault;
  }

  /** As `lookAlone`, and sure that what is open here is what is stored: a write starts from nothing else. */
  async function newestAlone(): Promise<LoadedVault> {
    const open = stillOpen();
    if (!open) return lookAlone();
    const stored = await storedAlone();
    if (stored.ok && isSameEnvelope(stored.value, open.envelope)) return open;
    if (!stored.ok && stored.failure.code === 'vault-unreadable')
      return { kind: 'unusable', failure: stored.failure };
    opened = null;
    return lookAlone();
  }

  async function storedAlone(): Promise<Result<Envelope>> {
    try {
      return parseEnvelope(await store.read());
    } catch {
      return fail('vault-unreadable');
    }
  }

  function stillOpen(): OpenVault | null {
    const isOver = opened && opened.deadlineMs !== null && clock.now() >= opened.deadlineMs;
    return isOver ? null : opened;
  }

  async function forgetAlone(): Promise<void> {
    close();
    await sessions.clear();
  }

  /** Nothing is open here any more. */
  function close(): void {
    opened = null;
    upgrade = null;
  }

  async function nextDeadline(): Promise<number | null> {
    const minutes = await lockAfterMinutes();
    return minutes === null ? null : clock.now() + minutes * 60_000;
  }

  async function moveDeadline(): Promise<void> {
    const deadlineMs = await nextDeadline();
    const open = stillOpen();
    if (!open) return;
    opened = { ...open, deadlineMs };
    await sessions.setDeadline(deadlineMs);
  }

  /** Keeps a vault open that the person opened, here and in the session. A session that cannot be kept costs a password later. */
  async function keepOpenAlone(open: OpenVault, vaultKey: Bytes): Promise<void> {
    const deadlineMs = await nextDeadline();
    opened = { ...open, deadlineMs };
    await quietly(sessions.write(vaultKey, open.envelope.vkId, deadlineMs));
    if (isMirrorBehind) await mirrorAlone(open.envelope, []);
  }

  function headerAfter(before: Envelope | null): NextHeader {
    const { vaultId, gen, device } = before ?? { vaultId: newId(), gen: 0, device: newId() };
    return { vaultId, gen: gen + 1, device, savedAt: clock.now() };
  }

  async function mirrorAlone(envelope: Envelope, before: readonly Snapshot[]): Promise<void> {
    await noting(mirrorCommit(mirror, envelope, before, clock.now()));
  }

  /** A mirror that fails is said, and changes nothing else: what it mirrors was saved. */
  async function noting(mirrored: Promise<void>): Promise<void> {
    hasMirrorFailed = await mirrored.then(
      () => false,
      () => true,
    );
    isMirrorBehind = hasMirrorFailed;
  }

  async function createAlone(content: VaultContent): Promise<Result<VaultContent>> {
    const made = await sealForDevice(headerAfter(null), newId, content);
    if (!made.ok) return made;
    const { envelope, vk, vaultKey, deviceKey } = made.value;
    wipe(vaultKey);
    const committed = await commitEnvelope(store, envelope, undefined, besideDeviceKey(deviceKey));
    if (committed.ok) {
      opened = { kind: 'open', envelope, vk, content, deadlineMs: null };
      await quietly(deviceKeys.keep(await importAeadKey(deviceKey)));
      await mirrorAlone(envelope, []);
    }
    wipe(deviceKey);
    return committed.ok ? ok(content) : committed;
  }

  async function rewriteAlone(
    open: OpenVault,
    content: VaultContent,
    reason?: ChangeReason,
  ): Promise<Result<VaultContent>> {
    const { slots, senderKeys } = await waysNow(open);
    const header = { ...headerOf(open.envelope), ...headerAfter(open.envelope), slots };
    const complete = withSenderKeys(content, senderKeys);
    const sealed = await sealChecked(header, open.vk, complete);
    if (!sealed.ok) return sealed;
    const committed = await commitEnvelope(store, sealed.value, open.envelope);
    // The deadline may have been moved meanwhile: it is taken from `opened`, not from `open`.
    opened = committed.ok && opened ? { ...opened, envelope: sealed.value, content: complete } : null;
    if (!committed.ok) return committed;
    await mirrorAlone(sealed.value, reason ? [snapshotOf(open.envelope, reason)] : []);
    return ok(complete);
  }

  /** The slots of an open vault with their sender's keys, a slot made anew after the unlock in the old one's place. */
  async function waysNow({
    envelope,
    content,
  }: OpenVault): Promise<{ readonly slots: readonly Slot[]; readonly senderKeys: SenderKeys }> {
    const { vkId, slots } = envelope;
    const { senderKeys = {} } = content;
    const ready = await upgrade;
    if (ready?.vkId !== vkId || !slots.some(({ id }) => id === ready.oldId)) return { slots, senderKeys };
    const { slot: made, senderKey } = ready.made;
    const { [ready.oldId]: _, ...others } = senderKeys;
    return {
      slots: slots.map((slot) => (slot.id === ready.oldId ? made : slot)),
      senderKeys: { ...others, [made.id]: senderKey },
    };
  }

  /**
   * The slots that stay, as a new vault key can be sealed to them. `null`: a password slot of an old file is among them,
   * and only its password can make it anew.
   */
  async function keptSlotsAlone(
    open: OpenVault | null,
    stays: (slot: Slot) => boolean,
  ): Promise<readonly MadeSlot[] | null> {
    if (!open) return [];
    const { slots, senderKeys } = await waysNow(open);
    const staying = slots.filter((slot) => isKeyed(slot) && stays(slot));
    const kept = staying.flatMap((slot) => {
      const senderKey = senderKeys[slot.id];
      return isBoxed(slot) && senderKey !== undefined ? [{ slot, senderKey }] : [];
    });
    return kept.length === staying.length ? kept : null;
  }

  /**
   * [Note: Rotation] A new vault key, and the ways that open it from now on. The older envelope is replaced too, in the same
   * instant, since the device key or an old password opens it. Only when storage is seen to hold the new one is the device
   * key destroyed: stopped anywhere before, that key or the old ways open what is stored, stopped after, the new ones do;
   * the next load destroys a device key that was left. Then the ring follows.
   */
  async function rotateAlone(newest: LoadedVault, ways: Ways): Promise<Result<void>> {
    const content = contentOf(newest);
    if (!content.ok) return content;
    const open = newest.kind === 'open' ? newest : null;
    const made = await sealForPerson(headerAfter(open && open.envelope), newId, content.value, ways);
    if (!made.ok) return made;
    const { envelope, vk, vaultKey, content: complete } = made.value;
    const committed = await commitEnvelope(store, envelope, envelope);
    close();
    if (committed.ok) {
      isMirrorBehind = false;
      const rotated: OpenVault = { kind: 'open', envelope, vk, content: complete, deadlineMs: null };
      await keepOpenAlone(rotated, vaultKey);
      await quietly(deviceKeys.destroy());
      if (open) await noting(mirrorRotation(mirror, open, rotated, clock.now()));
      else await mirrorAlone(envelope, []);
    }
    wipe(vaultKey);
    return committed;
  }

  return {
    alone,
    look,
    lookAlone,
    newestAlone,
    storedAlone,
    stillOpen,
    forgetAlone,
    close,
    moveDeadline,
    keepOpenAlone,
    headerAfter,
    mirrorAlone,
    createAlone,
    rewriteAlone,
    keptSlotsAlone,
    rotateAlone,
    hasMirrorFailed: () => hasMirrorFailed,
    /** For a vault that opens without the person. */
    keepOpenByDevice: (open: OpenVault) => void (opened = open),
    upgradeWith: (made: Promise<SlotUpgrade | null>) => void (upgrade = made),
  };
}

export function contentOf(loaded: LoadedVault): Result<VaultContent> {
  switch (loaded.kind) {
    case 'open':
      return ok(loaded.content);
    case 'empty':
      return ok(emptyContent);
    case 'locked':
      return fail('vault-locked');
    case 'unusable':
      return { ok: false, failure: loaded.failure };
  }
}
