/** The part of the protocol about ways to open the vault, the practice of the password, and the clipboard. */
import type { PasskeyWay, Way } from '@/lib/vault/ways';

export type { PasskeyWay, Way };

export interface Openings {
  readonly ways: readonly Way[];
}

/** Whether ways to open the vault may be changed now. */
export type SelfProved =
  /** The person proves that it is them, by one of these. */
  | { readonly kind: 'asks'; readonly ways: readonly Way[] }
  /** For some minutes, unless the vault is locked; or there is nothing to prove with. */
  | { readonly kind: 'proved' };

/** What a passkey gave, as text: base64url. `prf` never leaves the page and the background. */
export interface PasskeyOpening {
  readonly credentialId: string;
  readonly prf: string;
}

/** What a person gives to see a secret, or to change how the vault opens, while it is open already (lib/walks/proof.ts). */
export type Proof =
  { readonly password: string } | { readonly recoveryCode: string } | { readonly passkey: PasskeyOpening };

export interface SecurityProtocol {
  /** Readable while locked. */
  'vault.ways': { request: null; response: Openings };
  /** What WebAuthn must be asked for. Readable while locked. */
  'vault.passkeys': { request: null; response: readonly PasskeyWay[] };
  'vault.unlock-code': { request: { code: string }; response: null };
  'vault.unlock-passkey': { request: PasskeyOpening; response: null };
  /** `proof` null: whether it is needed, and by what it is given. */
  'vault.prove': { request: { proof: Proof | null }; response: SelfProved };

  // `proof-needed` in a protected vault, but for who has just proved that it is them (lib/walks/presence.ts)
  /** Sets or changes the password: new vault key; the device slot ends. */
  'vault.protect': { request: { password: string }; response: null };
  /** The code is answered this once and kept nowhere. */
  'vault.add-recovery-code': { request: null; response: { readonly code: string } };
  'vault.add-passkey': { request: PasskeyWay & PasskeyOpening; response: null };
  'vault.remove-way': { request: { id: string }; response: null };

  /** Right or wrong, nothing of the vault changes; the next practice is set after it. */
  'practice.try': { request: { password: string }; response: null };
  'practice.later': { request: null; response: null };
  /** A code was just put in the clipboard: answers in how many seconds it is taken out again, null for not at all. */
  'clipboard.copied': { request: { text: string }; response: { readonly seconds: number | null } };
}
