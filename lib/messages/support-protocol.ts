/** What the settings and whoever helps by telephone ask about Seconde itself: never an account's name, a site or a secret. */
import type { ErrorCode } from '@/lib/errors';
import type { Policy } from '@/lib/settings/policy';

export interface SupportFacts {
  readonly vault:
    | { readonly kind: 'empty' | 'locked' }
    | { readonly kind: 'open'; readonly protected: boolean }
    | { readonly kind: 'unusable'; readonly code: ErrorCode };
  /** While the vault is open. */
  readonly accounts: number | null;
  /** `null` where the vault cannot say. */
  readonly ways: {
    readonly password: boolean;
    readonly recovery: boolean;
    readonly passkeys: number;
  } | null;
  /** A file was seen to open and to hold every account; `null` within: never. While the vault is open. */
  readonly backup: { readonly verifiedAtMs: number | null; readonly changesSince: number } | null;
  readonly automaticBackup: boolean;
  /** The last clock of a site that was read: what has to be added to this computer's, in ms. */
  readonly clock: { readonly offsetMs: number; readonly measuredAtMs: number } | null;
  readonly policy: Policy;
}

export interface SupportProtocol {
  'policy.read': { request: null; response: Policy };
  'support.read': { request: null; response: SupportFacts };
}
