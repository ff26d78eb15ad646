/** The part of the protocol about the page of one account: what it holds besides its secret, its edits, its secret to who proves who they are. */
import type { HandFields, HandKind } from '@/lib/otp/by-hand';
import type { OtpAlgorithm } from '@/lib/otp/parameters';
import type { EditedBy, TokenOrigin } from '@/lib/vault/account';
import type { CodePreview } from './scan-protocol';
import type { Proof, Way } from './security-protocol';
import type { AccountOption, Resembles } from './sites-protocol';

/** How the codes are made, without the key. `unknown`: by a later version. */
export type OtpLook =
  | { readonly kind: 'none' | 'unknown' }
  /** What a file held and Seconde cannot compute, in the words of the file. */
  | {
      readonly kind: 'kept';
      readonly what: string;
      /** A PIN is all that it takes. */
      readonly lacksPin: boolean;
    }
  | {
      readonly kind: HandKind;
      readonly algorithm: OtpAlgorithm;
      readonly digits: number;
      readonly periodSeconds: number;
      readonly counter: number;
    };

/** One field as it was and as it became; '' and `null` stand for none. */
export type HistoryChange =
  | {
      readonly field: 'issuer' | 'name' | 'deviceName' | 'note' | 'renewalNote' | 'mark';
      readonly before: string;
      readonly after: string;
    }
  | {
      readonly field: 'tags' | 'sites' | 'domains';
      readonly before: readonly string[];
      readonly after: readonly string[];
    }
  | { readonly field: 'expiresAtMs'; readonly before: number | null; readonly after: number | null }
  /** `otherKey`: the key itself was another one. */
  | {
      readonly field: 'otp';
      readonly before: OtpLook;
      readonly after: OtpLook;
      readonly otherKey: boolean;
    };

export interface HistoryRow {
  readonly changedAtMs: number;
  readonly changes: readonly HistoryChange[];
  /** `null`: the person did it, in Seconde. */
  readonly by: EditedBy | null;
}

/** Another account that may be this one twice. */
export interface AccountTwin extends AccountOption {
  readonly why: 'same-key' | 'same-name';
}

export interface AccountDetails {
  readonly id: string;
  readonly issuer: string;
  readonly name: string;
  readonly deviceName: string;
  readonly note: string;
  readonly tags: readonly string[];
  /** Of all accounts, to choose from. */
  readonly knownTags: readonly string[];
  readonly pinned: boolean;
  readonly mark: string | null;
  readonly confirmed: boolean;
  readonly createdAtMs: number;
  readonly otp: OtpLook;
  /** HOTP: the counter of the next code. */
  readonly counter: number | null;
  readonly expiresAtMs: number | null;
  readonly renewalNote: string;
  readonly token: TokenOrigin;
  /** Origins. */
  readonly sites: readonly string[];
  readonly domains: readonly string[];
  /** Named by an imported file; they tie nothing. */
  readonly suggestedSites: readonly string[];
  /** The site of the tab, where it is one of the account's. */
  readonly site: { readonly host: string; readonly adjustedMs: number | null } | null;
  /** How many recovery codes of the site are kept, and not ticked off as used. */
  readonly recoveryCodes: { readonly total: number; readonly left: number };
  /** Newest first. */
  readonly history: readonly HistoryRow[];
  readonly twins: readonly AccountTwin[];
  /** The vault has a password or a recovery code; without one no key is shown. */
  readonly isProtected: boolean;
  /** The organisation lets no key out in clear. */
  readonly isKeyForbidden?: true;
  /** It is the one of the practice page. */
  readonly rehearsal: boolean;
}

export interface AccountChange {
  readonly issuer?: string;
  readonly name?: string;
  readonly deviceName?: string;
  readonly note?: string;
  readonly tags?: readonly string[];
  readonly pinned?: boolean;
  readonly mark?: string | null;
}

/** `changedAtMs` names the edit, to take it back; `null`: nothing was different, or nothing is kept of it. */
export interface Edited {
  readonly changedAtMs: number | null;
}

/** What is known of a site before an account is tied to it. */
export interface SiteLook {
  readonly origin: string;
  readonly host: string;
  readonly already: boolean;
  readonly resembles: Resembles | null;
  /** Accounts that are tied to it. */
  readonly others: readonly AccountOption[];
}

export type Proved =
  /** The person proves that it is them, by one of these. */
  | { readonly kind: 'asks'; readonly ways: readonly Way[] }
  /** Good for this account and for some minutes, unless the vault is locked. */
  | { readonly kind: 'proved'; readonly grant: string };

/** The key itself. Shown for a minute at most. */
export interface RevealedKey {
  /** As typed by hand: Base32, or hexadecimal for the kind that is written so. */
  readonly key: string;
  readonly pin: string | null;
  /** What its QR code holds. */
  readonly address: string;
}

export interface OtpPreview extends CodePreview {
  /** The site's codes would no longer be accepted, if they come from what is kept now. */
  readonly differs: boolean;
}

export type CodeTest =
  | { readonly kind: 'now' }
  /** The code of a moment ago, or of one that comes: it changes as it is typed. */
  | { readonly kind: 'beside'; readonly when: 'before' | 'after' }
  /** This account's, at another time: whoever made it has a clock that far ahead of ours, in ms, give or take one step. */
  | { readonly kind: 'elsewhen'; readonly aheadMs: number }
  /** Another account of the same issuer makes it now. */
  | { readonly kind: 'other'; readonly account: AccountOption }
  | { readonly kind: 'none' };

type Granted = { accountId: string; grant: string };

export interface AccountProtocol {
  'accounts.details': { request: { accountId: string; tabId: number | null }; response: AccountDetails };
  'account.edit': { request: { accountId: string; change: AccountChange }; response: Edited };
  /** As it was before that edit, in its fields. `grant`: needed where the key is among them. */
  'account.put-back': {
    request: { accountId: string; changedAtMs: number; grant: string | null };
    response: Edited;
  };
  /** A typed address; changes nothing. */
  'account.site-look': { request: { accountId: string; address: string }; response: SiteLook };
  'account.site-add': { request: { accountId: string; origin: string }; response: Edited };
  'account.site-remove': { request: { accountId: string; origin: string }; response: Edited };
  'account.narrow': { request: { accountId: string; domain: string }; response: Edited };
  'account.widen': { request: { accountId: string; domain: string }; response: Edited };
  /** Whether this account makes the typed code. */
  'account.test': { request: { accountId: string; code: string }; response: CodeTest };
  /** `proof` null: by what it is to be proved. */
  'account.prove': { request: { accountId: string; proof: Proof | null }; response: Proved };
  'account.reveal': { request: Granted; response: RevealedKey };
  /** The code that these fields make; an empty key or PIN stands for the one that is kept. */
  'account.preview': { request: Granted & { fields: HandFields }; response: OtpPreview };
  'account.set-otp': { request: Granted & { fields: HandFields }; response: Edited };
  /** The PIN of an account that a file held without it. Gives codes where there were none, so nobody has to prove who they are. */
  'account.set-pin': { request: { accountId: string; pin: string }; response: Edited };
}
