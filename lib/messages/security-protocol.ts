/** The part of the protocol about ways to open the vault, the practice of the password, and the clipboard. */
import type { PasskeyWay, Way } from '@/lib/vault/ways';

export type { PasskeyWay, Way };

export interface Openings {
  readonly ways: readonly Way[];
  /** Changing the password needs the current one: it is what the vault was opened with. */
  readonly asksPassword: boolean;
}

/** What a passkey gave, as text: base64url. `prf` never leaves the page and the background. */
export interface PasskeyOpening {
  readonly credentialId: string;
  readonly prf: string;
}

/** What a person gives to see a secret while the vault is open already (lib/walks/proof.ts). */
export type Proof =
  { readonly password: string } | { readonly recoveryCode: string } | { readonly passkey: PasskeyOpening };

export interface SecurityProtocol {
  /** Readable while locked. */
  'vault.ways': { request: null; response: Openings };
  /** What WebAuthn must be asked for. Readable while locked. */
  'vault.passkeys': { request: null; response: readonly PasskeyWay[] };
  'vault.unlock-code': { request: { code: string }; response: null };
  'vault.unlock-passkey': { request: PasskeyOpening; response: null };
  /** `current` is null where there is no password yet, or where the vault was opened without it. */
  'vault.change-password': { request: { current: string | null; password: string }; response: null };
  /** Right or wrong, nothing changes. */
  'vault.check-password': { request: { password: string }; response: null };
  /** The code is answered this once and kept nowhere. */
  'vault.add-recovery-code': { request: null; response: { readonly code: string } };
  'vault.add-passkey': { request: PasskeyWay & PasskeyOpening; response: null };
  'vault.remove-way': { request: { id: string }; response: null };
  /** As `vault.check-password`, and the next practice is set after it. */
  'practice.try': { request: { password: string }; response: null };
  'practice.later': { request: null; response: null };
  /** A code was just put in the clipboard: answers in how many seconds it is taken out again, null for not at all. */
  'clipboard.copied': { request: { text: string }; response: { readonly seconds: number | null } };
}
