import type { Bytes } from '@/lib/crypto/bytes';
import type { KdfCost } from '@/lib/crypto/kdf';
import { defaultCost } from '@/lib/crypto/kdf';
import type { Result } from '@/lib/errors';
import { fail, ok } from '@/lib/errors';
import type { VaultState } from '@/lib/messages/protocol';
import type { VaultContent } from '@/lib/vault/account';
import type { Backup } from '@/lib/vault/backup';
import { openBackup, writeBackup } from '@/lib/vault/backup';
import { contentAfter, isMuchSmaller } from '@/lib/vault/changing';
import { backupNote } from '@/lib/vault/copy-note';
import { isProtected } from '@/lib/vault/envelope';
import type { CandidateKey, CandidatePreview, Findings } from '@/lib/vault/findings';
import { createFindings } from '@/lib/vault/findings';
import { contentOf, createKeeper } from '@/lib/vault/keeper';
import type { ChangeReason, VaultPorts } from '@/lib/vault/ports';
import { quietly } from '@/lib/vault/quietly';
import type { PasskeyAnswer, Secret } from '@/lib/vault/secrets';
import { isTooShort, newPasswordKey, newRecoveryKey, passkeyMaterial } from '@/lib/vault/secrets';
import type { Slot } from '@/lib/vault/slots';
import { isCarried, maximumLabel } from '@/lib/vault/slots';
import { unlockWith } from '@/lib/vault/unlocking';
import type { PasskeyWay, Way } from '@/lib/vault/ways';
import { passkeysOf, waysOf } from '@/lib/vault/ways';
import type { NewWay } from '@/lib/vault/writing';

/** The one way to the accounts. Only the background has one. Every failure is a value; nothing here asks a person. */
export interface Vault {
  state(): Promise<VaultState>;
  /** The accounts in display order; none before the first was saved. Costs nothing once the vault was opened. */
  content(): Promise<Result<VaultContent>>;
  /**
   * Stores what `change` makes of the newest content, and answers it once storage was seen to hold it. Writers wait for
   * each other. The first write makes the vault. `change` is called once, must be pure, and writes nothing when it
   * gives back what it was given. `vault-write-failed`: what was stored before is still there. `vault-smaller`: several
   * accounts, or the last one, would have gone without a `reason`. With one, the state before a great change is kept.
   */
  update(
    change: (content: VaultContent) => VaultContent,
    options?: { readonly reason?: ChangeReason },
  ): Promise<Result<VaultContent>>;

  /** `password-wrong`, `vault-damaged`, `vault-newer`, or `vault-unprotected` where there is nothing to unlock. */
  unlock(password: string): Promise<Result<void>>;
  /** `recovery-code-malformed` with the group in `position`, `recovery-code-wrong`, or as `unlock`. */
  unlockWithRecoveryCode(code: string): Promise<Result<void>>;
  /** `passkey-unknown`, or as `unlock`. */
  unlockWithPasskey(answer: PasskeyAnswer): Promise<Result<void>>;
  /** Ends the session. A vault without a password opens again by itself. */
  lock(): Promise<void>;
  /** Someone is using the opened vault: moves the lock deadline. Says nothing to a vault that is not open here. */
  touch(): void;
  /** At browser start: what a session that ended with the browser left is removed, and the vault compared with its mirror. */
  sweep(): Promise<void>;

  /** What WebAuthn must be asked for; readable while locked. */
  passkeys(): Promise<readonly PasskeyWay[]>;
  /** Readable while locked. */
  ways(): Promise<Result<readonly Way[]>>;
  /**
   * Sets or changes the password. Like every change of ways below it brings a new vault key, to which the ways that stay are
   * sealed again; nothing that opened the vault before and is not among them opens what is stored. `vault-locked`
   * also when a password slot from an old file must first be opened by its password.
   */
  protect(password: string): Promise<Result<void>>;
  /** Shown once; ends an earlier one. */
  addRecoveryCode(): Promise<Result<{ readonly code: string }>>;
  /** Replaces an earlier one of the same credential; a long label is cut. `vault-unprotected` before there is a password or a recovery code. */
  addPasskey(passkey: PasskeyWay & { readonly prf: Bytes }): Promise<Result<void>>;
  /** `way-last` for the last password or recovery code. One that is gone already is no failure. */
  removeWay(id: string): Promise<Result<void>>;

  /** A copy under a vault key of its own, that the vault's own password and recovery code open. `vault-unprotected` when it has neither. */
  backup(): Promise<Result<Backup>>;
  /** Opens a file that was just written. `backup-not-ours`, `backup-truncated`, or as the unlock of that secret. */
  testBackup(text: string, secret: Secret): Promise<Result<CandidatePreview>>;
  /** As `testBackup`; changes nothing. */
  readBackup(text: string, secret: Secret): Promise<Result<VaultContent>>;

  /** What storage looks like, and every state that could still be brought back. */
  findings(): Promise<Findings>;
  previewCandidate(id: string, key: CandidateKey): Promise<Result<CandidatePreview>>;
  /** Makes a candidate the newest generation and opens it. What stood there is kept as a candidate. */
  restore(id: string, key: CandidateKey): Promise<Result<CandidatePreview>>;
  /** As `restore`, of a backup file, whatever stands there now: from then on the vault opens as the file does. */
  restoreBackup(text: string, secret: Secret): Promise<Result<CandidatePreview>>;
  /** The candidate as it lies there, encrypted; writes nothing. */
  exportCandidate(id: string): Promise<Result<string>>;
  /**
   * Leaves this computer: keys, mirror, vault and everything else of ours, the vault itself last and at once. Rejects when
   * something could not be removed; what is left is then never taken for a first run.
   */
  erase(): Promise<void>;
}

export interface VaultOptions {
  /** Minutes without use after which a vault with a password locks; `null`: when the browser closes. */
  readonly lockAfterMinutes: () => number | null | Promise<number | null>;
  /** Cost of new password slots. */
  readonly kdfCost?: KdfCost;
}

export function createVault(ports: VaultPorts, options: VaultOptions): Vault {
  const { store, mirror, deviceKeys, sessions, clock, newId } = ports;
  const kdfCost = options.kdfCost ?? defaultCost;
  const keeper = createKeeper(ports, options.lockAfterMinutes);
  const { findings, previewCandidate, restore, restoreFile, exportCandidate } = createFindings(ports, keeper);
  const unlockPorts = { keeper, kdfCost, clock, newId };

  /** The vault under a new vault key: without the slots that `leaves` says, with the new way. See [Note: Rotation]. */
  async function changeWays(
    leaves: (slot: Slot) => boolean,
    added: readonly NewWay[],
  ): Promise<Result<void>> {
    return keeper.alone(async () => {
      const newest = await keeper.newestAlone();
      const content = contentOf(newest);
      if (!content.ok) return content;
      const kept = await keeper.keptSlotsAlone(
        newest.kind === 'open' ? newest : null,
        (slot) => !leaves(slot),
      );
      if (kept) return keeper.rotateAlone(newest, { kept, added });
      await keeper.forgetAlone();
      return fail('vault-locked');
    });
  }

  async function passwordWay(password: string): Promise<NewWay> {
    const { kdf, key } = await newPasswordKey(password, kdfCost);
    return { slot: { type: 'password', kdf }, material: key };
  }

  /** Refuses before anything slow or shown once is made. */
  async function contentNow(): Promise<Result<VaultContent>> {
    return contentOf(await keeper.look());
  }

  return {
    async state() {
      const loaded = await keeper.look();
      if (loaded.kind === 'locked') return { kind: 'locked' };
      if (loaded.kind !== 'open') return loaded;
      return {
        kind: 'open',
        protected: isProtected(loaded.envelope),
        accounts: loaded.content.accounts.length,
        ...(keeper.hasMirrorFailed() ? { mirrorFailed: true } : {}),
      };
    },

    content: contentNow,

    update: (change, { reason } = {}) =>
      keeper.alone(async () => {
        const newest = await keeper.newestAlone();
        const before = contentOf(newest);
        if (!before.ok) return before;
        const changed = change(before.value);
        if (changed === before.value) return before;
        const isSmaller = isMuchSmaller(before.value, changed);
        if (isSmaller && !reason) return fail('vault-smaller');
        const content = contentAfter(before.value, changed, clock.now());
        if (newest.kind !== 'open') return keeper.createAlone(content);
        return keeper.rewriteAlone(newest, content, reason === 'delete' && !isSmaller ? undefined : reason);
      }),

    unlock: (password) => unlockWith(unlockPorts, { password }),
    unlockWithRecoveryCode: (recoveryCode) => unlockWith(unlockPorts, { recoveryCode }),
    unlockWithPasskey: (passkey) => unlockWith(unlockPorts, { passkey }),

    async lock() {
      keeper.close();
      await keeper.alone(keeper.forgetAlone);
    },

    touch() {
      const open = keeper.stillOpen();
      if (open && isProtected(open.envelope)) void quietly(keeper.moveDeadline());
    },

    sweep: () =>
      keeper.alone(async () => {
        await sessions.sweep();
        await keeper.lookAlone();
      }),

    async passkeys() {
      const loaded = await keeper.look();
      return 'envelope' in loaded ? passkeysOf(loaded.envelope) : [];
    },

    async ways() {
      const loaded = await keeper.look();
      if (loaded.kind === 'unusable') return { ok: false, failure: loaded.failure };
      return ok('envelope' in loaded ? waysOf(loaded.envelope) : []);
    },

    async protect(password) {
      if (isTooShort(password)) return fail('password-too-short');
      const before = await contentNow();
      if (!before.ok) return before;
      return changeWays(({ type }) => type === 'password', [await passwordWay(password)]);
    },

    async addRecoveryCode() {
      const { code, key } = await newRecoveryKey();
      const way: NewWay = { slot: { type: 'recovery' }, material: key };
      const added = await changeWays(({ type }) => type === 'recovery', [way]);
      return added.ok ? ok({ code }) : added;
    },

    async addPasskey({ prf, ...passkey }) {
      const material = await passkeyMaterial(prf);
      const loaded = await keeper.look();
      const isReady = loaded.kind === 'empty' || (loaded.kind === 'open' && !isProtected(loaded.envelope));
      if (isReady) return fail('vault-unprotected');
      const { credentialId, rpId, prfSalt } = passkey;
      const label = passkey.label.slice(0, maximumLabel).toWellFormed();
      const slot = { type: 'prf', credentialId, rpId, prfSalt, label } as const;
      const isSame = (other: Slot) => other.type === 'prf' && other.credentialId === credentialId;
      return changeWays(isSame, [{ slot, material }]);
    },

    async removeWay(id) {
      const loaded = await keeper.look();
      const content = contentOf(loaded);
      if (!content.ok) return content;
      const isThere = 'envelope' in loaded && loaded.envelope.slots.some((slot) => slot.id === id);
      return isThere ? changeWays((slot) => slot.id === id, []) : ok();
    },

    backup: () =>
      keeper.alone(async () => {
        const loaded = await keeper.newestAlone();
        const content = contentOf(loaded);
        if (!content.ok) return content;
        if (loaded.kind !== 'open' || !isProtected(loaded.envelope)) return fail('vault-unprotected');
        const kept = await keeper.keptSlotsAlone(loaded, isCarried);
        if (kept) {
          const { gen } = loaded.envelope;
          const header = { ...keeper.headerAfter(loaded.envelope), gen, note: backupNote };
          return writeBackup(header, newId, content.value, { kept, added: [] });
        }
        await keeper.forgetAlone();
        return fail('vault-locked');
      }),

    async testBackup(text, secret) {
      const opened = await openBackup(text, secret);
      if (!opened.ok) return opened;
      const { content, envelope } = opened.value.open;
      return ok({ accounts: content.accounts.length, savedAt: envelope.savedAt });
    },

    async readBackup(text, secret) {
      const opened = await openBackup(text, secret);
      return opened.ok ? ok(opened.value.open.content) : opened;
    },

    findings,
    previewCandidate,
    restore,
    restoreBackup: restoreFile,
    exportCandidate,

    erase: () =>
      keeper.alone(async () => {
        keeper.close();
        await sessions.clear();
        await mirror.erase();
        await deviceKeys.erase();
        await store.erase();
      }),
  };
}
