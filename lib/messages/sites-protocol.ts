/** What a person says about sites: the field, the account, the frame, the permission; and what the settings show of them. */
import type { Failure } from '@/lib/errors';
import type { ResemblanceKind } from '@/lib/sites/resemblance';
import type { SiteMemory } from '@/lib/vault/account';

/** The page's host resembles one that an account is tied to, and is not it. */
export interface Resembles {
  readonly kind: ResemblanceKind;
  readonly host: string;
  readonly known: string;
}

export interface FieldOption {
  readonly label: string;
  readonly place: string;
}

export interface AccountOption {
  readonly id: string;
  readonly issuer: string;
  readonly name: string;
}

/** The code that was entered last in this tab. */
export interface LastFill {
  readonly host: string;
  readonly issuer: string;
  readonly name: string;
  /** Without a gesture. */
  readonly unattended: boolean;
}

/** What a tab's card says of its site. */
export type SiteCard =
  /** No field is surely right: the person chooses in a list. */
  | {
      readonly kind: 'pick-field';
      readonly host: string;
      readonly accountId: string | null;
      readonly failure: Failure;
      readonly options: readonly FieldOption[];
    }
  /** Nothing to fill but frames of other sites, which no gesture reaches. */
  | {
      readonly kind: 'ask-frame';
      readonly accountId: string | null;
      readonly topHost: string;
      readonly frames: readonly { readonly origin: string; readonly host: string }[];
    }
  /** `http:`, and not allowed by name. */
  | { readonly kind: 'insecure'; readonly host: string; readonly accountId: string | null }
  | {
      readonly kind: 'never-here';
      readonly origin: string;
      readonly host: string;
      readonly accountId: string | null;
    }
  /** The last code went to the wrong place, or was the wrong one. */
  | {
      readonly kind: 'correct';
      readonly accountId: string;
      readonly issuer: string;
      readonly name: string;
      readonly host: string;
      readonly field: FieldOption | null;
      /** Names of signals (lib/fields). */
      readonly reasons: readonly string[];
      readonly unattended: boolean;
      readonly accounts: readonly AccountOption[];
      readonly fields: readonly FieldOption[];
    };

/** One site, as the settings list it. */
export interface SiteRow {
  readonly origin: string;
  readonly host: string;
  readonly accounts: readonly AccountOption[];
  /** The browser lets Seconde see when this site is opened. */
  readonly allowed: boolean;
  readonly unattended: boolean;
  /** Clicks on account links of this site open in Seconde. */
  readonly links: boolean;
  readonly never: boolean;
  /** The person chose a field, or an account of several, here. */
  readonly chosen: boolean;
}

export interface SitesState {
  readonly sites: readonly SiteRow[];
  /** Domains that accounts were widened to. */
  readonly domains: readonly { readonly domain: string; readonly account: AccountOption }[];
  /** Hosts without a secure connection that were allowed by name. */
  readonly httpHosts: readonly string[];
  /** The person is needed to open the vault: without that, nothing is entered by itself. */
  readonly isProtected: boolean;
}

/** `false` and `null` forget. */
export interface SiteChange {
  readonly never?: false;
  readonly choices?: null;
  readonly unattended?: boolean;
}

/** What a change of the settings took away: giving it back is the undo of that change. */
export interface SiteUndo {
  readonly origin?: string;
  /** What was remembered of `origin`. */
  readonly memory?: SiteMemory;
  /** It was tied to `origin`, or to all of `domain`. */
  readonly accountId?: string;
  readonly domain?: string;
  /** It was allowed without a secure connection. */
  readonly httpHost?: string;
}

export interface SitesProtocol {
  /** Whether *Enter* may enter the code: the page has one field that is surely right, and an account belongs here. */
  'fill.ready': { request: { tabId: number }; response: { readonly sure: boolean } };
  /** The field chosen in the list of the card: pointed out, remembered, filled. */
  'fill.field': { request: { tabId: number; index: number }; response: null };
  /** The frame of another site, said in the click that asks the browser for it and again when it was given. */
  'fill.frame': { request: { tabId: number; origin: string; given: boolean }; response: null };
  /** What was entered last in this tab was wrong: shows the card. */
  'correct.show': { request: { tabId: number }; response: null };
  'correct.account': { request: { tabId: number; accountId: string }; response: null };
  /** Nothing is entered on this site any more. */
  'correct.never': { request: { tabId: number }; response: null };
  'sites.list': { request: null; response: SitesState };
  'sites.change': { request: { origin: string; change: SiteChange }; response: SiteUndo };
  /** After the browser's own question was answered: what follows from a permission given or taken back. */
  'sites.allowed': { request: { origin: string; allowed: boolean }; response: null };
  'sites.links': { request: { origin: string; on: boolean }; response: null };
  'sites.untie': { request: { origin: string; accountId: string }; response: SiteUndo };
  'sites.narrow': { request: { domain: string; accountId: string }; response: SiteUndo };
  'sites.http': { request: { host: string; allowed: boolean }; response: SiteUndo };
  'sites.undo': { request: SiteUndo; response: null };
}
