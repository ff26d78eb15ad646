import { importAeadKey } from '@/lib/crypto/aead';
import type { KdfCost } from '@/lib/crypto/kdf';
import { defaultCost } from '@/lib/crypto/kdf';
import { wipe } from '@/lib/crypto/wipe';
import type { Result } from '@/lib/errors';
import { fail, ok } from '@/lib/errors';
import type { VaultState } from '@/lib/messages/protocol';
import type { VaultContent } from '@/lib/vault/account';
import { emptyContent, withUnknownFields } from '@/lib/vault/content';
import { copyNote } from '@/lib/vault/copy-note';
import type { Envelope } from '@/lib/vault/envelope';
import { headerOf, isProtected, isSameEnvelope, parseEnvelope } from '@/lib/vault/envelope';
import type { LoadedVault, OpenVault } from '@/lib/vault/loading';
import { loadVault, openByPassword, passwordKeys } from '@/lib/vault/loading';
import { sortAccounts } from '@/lib/vault/order';
import type { VaultPorts } from '@/lib/vault/ports';
import { newPasswordKey } from '@/lib/vault/slots';
import type { NextHeader } from '@/lib/vault/writing';
import {
  besideDeviceKey,
  commitEnvelope,
  sealChecked,
  sealForDevice,
  sealForPassword,
} from '@/lib/vault/writing';

/** The one way to the accounts. Only the background has one. Every failure is a value; nothing here asks a person. */
export interface Vault {
  state(): Promise<VaultState>;
  /** The accounts in display order; none before the first was saved. Costs nothing once the vault was opened. */
  content(): Promise<Result<VaultContent>>;
  /**
   * Stores what `change` makes of the newest content, and answers it once storage was seen to hold it. Writers wait for
   * each other. The first write makes the vault. `change` is called once, must be pure, and writes nothing when it
   * gives back what it was given. `vault-write-failed`: what was stored before is still there.
   */
  update(change: (content: VaultContent) => VaultContent): Promise<Result<VaultContent>>;
  /** `password-wrong`, `vault-damaged`, `vault-newer`, or `vault-unprotected` where there is no password to give. */
  unlock(password: string): Promise<Result<void>>;
  /** Ends the session. A vault without a password opens again by itself. */
  lock(): Promise<void>;
  /** Sets or changes the password: new vault key; neither the device key nor the old password opens what is stored. */
  protect(password: string): Promise<Result<void>>;
  /** The JSON text of a copy under a vault key of its own, which this password opens. */
  copy(password: string): Promise<Result<string>>;
  /** Someone is using the opened vault: moves the lock deadline. Says nothing to a vault that is not open here. */
  touch(): void;
  /** At browser start: what a session that ended with the browser left on disk is removed. */
  sweep(): Promise<void>;
}

export interface VaultOptions {
  /** Minutes without use after which a vault with a password locks; `null`: when the browser closes. */
  readonly lockAfterMinutes: () => number | null | Promise<number | null>;
  /** Cost of new password slots. */
  readonly kdfCost?: KdfCost;
}

const minimumPasswordLength = 8;

export function createVault(ports: VaultPorts, options: VaultOptions): Vault {
  const { store, deviceKeys, sessions, lock, clock, newId } = ports;
  const kdfCost = options.kdfCost ?? defaultCost;

  /** What is open in this context. Replaced as a whole, and only under the lock, but for `lock` itself. */
  let opened: OpenVault | null = null;

  async function look(): Promise<LoadedVault> {
    return stillOpen() ?? lock.run(lookAlone);
  }

  /** Functions named …Alone are called under the lock. */
  async function lookAlone(): Promise<LoadedVault> {
    const open = stillOpen();
    if (open) return open;
    // A session that could not be cleared is over all the same: its deadline says so at every load.
    if (opened) await quietly(forgetAlone());
    const loaded = await loadVault(ports);
    opened = loaded.kind === 'open' ? loaded : null;
    return loaded;
  }

  /** As `lookAlone`, and sure that what is open here is what is stored: a write starts from nothing else. */
  async function newestAlone(): Promise<LoadedVault> {
    const open = stillOpen();
    if (!open) return lookAlone();
    const stored = await storedEnvelope();
    if (stored.ok && stored.value && isSameEnvelope(stored.value, open.envelope)) return open;
    if (!stored.ok && stored.failure.code === 'vault-unreadable')
      return { kind: 'unusable', failure: stored.failure };
    opened = null;
    return lookAlone();
  }

  async function storedEnvelope(): Promise<Result<Envelope>> {
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
    opened = null;
    await sessions.clear();
  }

  async function nextDeadline(): Promise<number | null> {
    const minutes = await options.lockAfterMinutes();
    return minutes === null ? null : clock.now() + minutes * 60_000;
  }

  function headerAfter(before: Envelope | null): NextHeader {
    const { vaultId, gen, device } = before ?? { vaultId: newId(), gen: 0, device: newId() };
    return { vaultId, gen: gen + 1, device, savedAt: clock.now() };
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
    }
    wipe(deviceKey);
    return committed.ok ? ok(content) : committed;
  }

  async function rewriteAlone(open: OpenVault, content: VaultContent): Promise<Result<VaultContent>> {
    const header = { ...headerOf(open.envelope), ...headerAfter(open.envelope) };
    const sealed = await sealChecked(header, open.vk, content);
    if (!sealed.ok) return sealed;
    const committed = await commitEnvelope(store, sealed.value, open.envelope);
    // The deadline may have been moved meanwhile: it is taken from `opened`, not from `open`.
    opened = committed.ok && opened ? { ...opened, envelope: sealed.value, content } : null;
    return committed.ok ? ok(content) : committed;
  }

  /** Keeps a freshly opened vault open, here and in the session. A session that cannot be kept costs a password later. */
  async function keepSession(vaultKey: Uint8Array<ArrayBuffer>, vkId: string, deadlineMs: number | null) {
    await quietly(sessions.write(vaultKey, vkId, deadlineMs));
  }

  return {
    async state() {
      const loaded = await look();
      switch (loaded.kind) {
        case 'open':
          return {
            kind: 'open',
            protected: isProtected(loaded.envelope),
            accounts: loaded.content.accounts.length,
          };
        case 'locked':
          return { kind: 'locked' };
        default:
          return loaded;
      }
    },

    async content() {
      return contentOf(await look());
    },

    update: (change) =>
      lock.run(async () => {
        const newest = await newestAlone();
        const before = contentOf(newest);
        if (!before.ok) return before;
        const changed = change(before.value);
        if (changed === before.value) return before;
        const complete = withUnknownFields(before.value, changed);
        const content = { ...complete, accounts: sortAccounts(complete.accounts) };
        return newest.kind === 'open' ? rewriteAlone(newest, content) : createAlone(content);
      }),

    async unlock(password) {
      const loaded = await look();
      if (loaded.kind === 'unusable') return { ok: false, failure: loaded.failure };
      if (loaded.kind === 'empty' || !isProtected(loaded.envelope)) return fail('vault-unprotected');
      if (password === '') return fail('password-wrong');
      const keys = await passwordKeys(loaded.envelope, password);
      return lock.run(async () => {
        const stored = await storedEnvelope();
        if (!stored.ok) return stored;
        const deadlineMs = await nextDeadline();
        const result = await openByPassword(stored.value, keys, deadlineMs, (vaultKey) =>
          keepSession(vaultKey, stored.value.vkId, deadlineMs),
        );
        if (!result.ok) return result;
        opened = result.value;
        return ok();
      });
    },

    async lock() {
      opened = null;
      await lock.run(forgetAlone);
    },

    async protect(password) {
      if (isTooShort(password)) return fail('password-too-short');
      const before = contentOf(await look());
      if (!before.ok) return before;
      const passwordKey = await newPasswordKey(password, kdfCost);
      return lock.run(async () => {
        const newest = await newestAlone();
        const content = contentOf(newest);
        if (!content.ok) return content;
        const open = newest.kind === 'open' ? newest : null;
        const header = headerAfter(open && open.envelope);
        const made = await sealForPassword(header, newId, content.value, passwordKey);
        if (!made.ok) return made;
        const { envelope, vk, vaultKey } = made.value;
        // [Note: Protecting] The older envelope is replaced too, in the same instant, since the device key or the old
        // password opens it. Only when storage is seen to hold the new one is the device key destroyed: stopped
        // anywhere before, that key or the new password opens what is stored; stopped after, the next load destroys it.
        const committed = await commitEnvelope(store, envelope, envelope);
        opened = null;
        if (committed.ok) {
          const deadlineMs = await nextDeadline();
          opened = { kind: 'open', envelope, vk, content: content.value, deadlineMs };
          await keepSession(vaultKey, envelope.vkId, deadlineMs);
          await quietly(deviceKeys.destroy());
        }
        wipe(vaultKey);
        return committed;
      });
    },

    async copy(password) {
      if (isTooShort(password)) return fail('password-too-short');
      const loaded = await look();
      const content = contentOf(loaded);
      if (!content.ok) return content;
      const source = loaded.kind === 'open' ? loaded.envelope : null;
      const header = { ...headerAfter(source), gen: source?.gen ?? 1, note: copyNote };
      const passwordKey = await newPasswordKey(password, kdfCost);
      const made = await sealForPassword(header, newId, content.value, passwordKey);
      if (!made.ok) return made;
      wipe(made.value.vaultKey);
      return ok(`${JSON.stringify(made.value.envelope, null, 2)}\n`);
    },

    touch() {
      const open = stillOpen();
      if (open && isProtected(open.envelope)) void quietly(moveDeadline());
    },

    sweep: () => lock.run(() => sessions.sweep()),
  };

  async function moveDeadline(): Promise<void> {
    const deadlineMs = await nextDeadline();
    const open = stillOpen();
    if (!open) return;
    opened = { ...open, deadlineMs };
    await sessions.setDeadline(deadlineMs);
  }
}

function contentOf(loaded: LoadedVault): Result<VaultContent> {
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

function isTooShort(password: string): boolean {
  return [...password.normalize('NFKC')].length < minimumPasswordLength;
}

/** For steps whose failure changes nothing that was promised, and which the next load repairs or does without. */
async function quietly(step: Promise<void>): Promise<void> {
  await step.catch(() => undefined);
}
