/**
 * lib/messages: the typed protocol between our pages and the background. Only pages of the extension may ask; content
 * scripts send nothing at all (they are called, and answer by their return value).
 */
import type { Failure } from '@/lib/errors';
import type { Computer, Settings } from '@/lib/settings/settings';
import type { AccountProtocol } from './account-protocol';
import type { BackupProtocol, SafetyNotice } from './backup-protocol';
import type { ImportProtocol } from './import-protocol';
import type { ListProtocol, PageRequest } from './list-protocol';
import type { RehearsalProtocol } from './rehearsal-protocol';
import type { ScanProtocol } from './scan-protocol';
import type { SecurityProtocol } from './security-protocol';
import type { CodesProtocol } from './codes-protocol';
import type { ExportProtocol } from './export-protocol';
import type { ClockNote, ExpiryNotice, RowExtra, TokenProtocol } from './token-protocol';
import type { LastFill, Resembles, SiteCard, SitesProtocol } from './sites-protocol';
import type { SupportProtocol } from './support-protocol';

/** One row of the list: names and the codes that will be seen, never a secret. */
export interface AccountRow {
  readonly id: string;
  readonly issuer: string;
  readonly name: string;
  /** Tied to the origin of the tab that was asked about. */
  readonly here: boolean;
  readonly confirmed: boolean;
  readonly code: RowCode;
  /** Its picture (lib/marks); absent: its initials. */
  readonly mark?: string;
  readonly extra?: RowExtra;
}

export type RowCode =
  | {
      readonly kind: 'timed';
      /** This step's code and the next one's. */
      readonly current: string;
      readonly next: string;
      readonly periodSeconds: number;
      /** Unix time in ms at which `current` gives way to `next`. */
      readonly expiresAtMs: number;
    }
  /** HOTP: `current` is shown once the person has asked for it; `null` before. */
  | { readonly kind: 'counted'; readonly current: string | null; readonly counter: number }
  /** A reminder: there is no code. */
  | { readonly kind: 'none' };

export interface AccountsPage {
  /** Accounts that match the query, of which `rows` are those from `offset` on. */
  readonly total: number;
  readonly offset: number;
  readonly rows: readonly AccountRow[];
  /** How many of the matching accounts, first in order, belong to the tab's site. */
  readonly here: number;
  /** Host of the tab, when the browser lets us know it. */
  readonly host: string | null;
  /** The tab's host is taken for one of an account's, and is not it; asked of the whole list only. */
  readonly resembles?: Resembles;
  /** Every group of the vault, in order of the alphabet; absent when there is none. */
  readonly tags?: readonly string[];
  /** Place of the account that was asked for by `follow`; -1 when it is not among these. */
  readonly at?: number;
}

export type VaultState =
  | { readonly kind: 'empty' }
  /**
   * `protected`: the person is needed to open it. `mirrorFailed`: everything is saved, but the second copy in this
   * browser could not be written.
   */
  | {
      readonly kind: 'open';
      readonly protected: boolean;
      readonly accounts: number;
      readonly mirrorFailed?: true;
      /** The organisation requires a password: until there is one, only what was just added is seen. */
      readonly mustProtect?: true;
    }
  | { readonly kind: 'locked' }
  | { readonly kind: 'unusable'; readonly failure: Failure };

/** What the first look of a popup or panel needs, in one answer. */
export interface Glance {
  readonly vault: VaultState;
  readonly page: AccountsPage | null;
  readonly card: Card | null;
  readonly settings: Settings;
  /** While the vault is open. */
  readonly safety?: SafetyNotice;
  /** It is time to try the password once, so that it is not forgotten. */
  readonly practice?: true;
  /** Accounts that end within 30 days or have ended, the first of them first; not on a day it was put off. */
  readonly expiring?: readonly ExpiryNotice[];
  /** What was entered last in this tab: it may be said to be wrong. */
  readonly last?: LastFill;
}

/** What became of typing a code in a page. */
export type FillState =
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'filled';
      readonly host: string;
      readonly expiresAtMs: number | null;
      readonly deviceName: string | null;
      /** The page lists devices, and this one of ours could not be chosen there. */
      readonly deviceUnchosen?: string;
    }
  /** The page asks for no code yet: this one goes in when it does, once, until `untilMs`. Only at an enrolment. */
  | { readonly kind: 'armed'; readonly host: string; readonly untilMs: number }
  /** Boxes, or a page that submits by itself: typed only when the person says so, after the device name. */
  | { readonly kind: 'ready'; readonly host: string; readonly why: 'boxes' | 'submits-by-itself' }
  /** This step's code was `used` already, or is about to die: a fresh one goes in by itself at `atMs`. */
  | { readonly kind: 'waiting'; readonly host: string; readonly atMs: number; readonly used?: true }
  /** Not typed: the clocks differ by so much that this computer's code would be refused. */
  | { readonly kind: 'clock'; readonly host: string; readonly clock: ClockNote }
  | { readonly kind: 'failed'; readonly failure: Failure };

/**
 * `waiting`: the site has not been seen to answer; `unknown`: we can no longer see, so the person is asked; `left`: the
 * person was seen to leave the page without confirming.
 */
export type Outcome = 'waiting' | 'accepted' | 'refused' | 'unknown' | 'left';

/**
 * `okta` and `duo` have words of their own; `token` has a page of its own (CA's); `passkey` wants a phone; `not-an-app` is a
 * web address, a network, a text.
 */
export type OtherAppAdvice = 'microsoft' | 'okta' | 'duo' | 'token' | 'passkey' | 'app' | 'not-an-app';

/** What the extension has to say about one tab, kept until the person presses *Done*. */
export type Card =
  /** A gesture was made and is being carried out. */
  | { readonly kind: 'working'; readonly gesture: 'enrol' | 'fill' }
  | {
      readonly kind: 'enrolled';
      readonly accountId: string;
      readonly issuer: string;
      readonly name: string;
      /** The same secret was here already: nothing was stored twice. */
      readonly known: boolean;
      /** More accounts saved by the same gesture (an export of several). */
      readonly others: number;
      readonly fill: FillState;
      readonly outcome: Outcome;
      /** Of a refused code: what the clock has to do with it. */
      readonly clock?: ClockNote;
      /** The words of the site's own button, when it could be read. */
      readonly button: string | null;
      /** Parameters that were read leniently; each has a sentence. */
      readonly warnings: readonly EnrolWarning[];
      readonly askComputer: boolean;
      readonly computer: Computer | null;
      /** privacyIDEA: the half of the key made here, as it is typed in the page; the site knows no code before that. */
      readonly clientPart?: string;
      /** Earlier attempts, never verified, that went to the trash for this one; gone once the person put them back. */
      readonly replaced?: readonly string[];
      /** Verified accounts of the same name at this site, now that this one is verified too: which to keep? */
      readonly older?: readonly string[];
    }
  /** The codes of this account are made with a PIN that only the person knows. */
  | { readonly kind: 'pin'; readonly issuer: string; readonly name: string }
  /** The QR code, or the page, is for an app that is not an authenticator of one's own. */
  | {
      readonly kind: 'other-app';
      /** Its name, of our own table; '' when the QR code is no app's at all. */
      readonly app: string;
      readonly advice: OtherAppAdvice;
      /** The link of the page that was scrolled to and focused; its words are the page's, cut at 80 characters. */
      readonly link: { readonly role: 'another-app' | 'other-method'; readonly words: string } | null;
      /** Told by the page: its QR code could not be read. */
      readonly byPage: boolean;
    }
  /** An export in several QR codes: which of them are here. Each was saved as it came. */
  | {
      readonly kind: 'collected';
      readonly size: number;
      /** Numbers of the parts that are here, from 1, ascending. */
      readonly have: readonly number[];
      /** Accounts of all parts so far: new here, here already, left out because they could not be read. */
      readonly added: number;
      readonly known: number;
      readonly unread: number;
      /** The last QR code belongs to another export, and nothing of it was saved. */
      readonly other: boolean;
    }
  | {
      readonly kind: 'choose';
      readonly options: readonly { readonly issuer: string; readonly name: string }[];
      /** What was found is a key shown as text: even a single one is asked about. */
      readonly written?: true;
    }
  /** A link of the page that the person clicked gives accounts: saved only after a yes (`card.choose`, index 0). */
  | {
      readonly kind: 'page-link';
      readonly host: string;
      /** Of the first account, cut at 100 characters. */
      readonly issuer: string;
      readonly name: string;
      /** How many accounts come besides it. */
      readonly others: number;
    }
  | { readonly kind: 'private-window' }
  | { readonly kind: 'locked'; readonly gesture: 'enrol' | 'fill' }
  | {
      readonly kind: 'signing-in';
      readonly accountId: string;
      readonly issuer: string;
      readonly name: string;
      readonly fill: FillState;
    }
  /** The account is not tied to this host: typed only after a yes. */
  | {
      readonly kind: 'ask-site';
      readonly accountId: string;
      readonly issuer: string;
      readonly name: string;
      readonly host: string;
      readonly knownHosts: readonly string[];
      /** The field is in a frame: host of the page around it. */
      readonly framedBy?: string;
      readonly resembles?: Resembles;
      /** A known host of the same owner, which takes the same accounts. */
      readonly kin?: string;
      /** The file that the account came in named this site. */
      readonly suggested?: true;
    }
  | {
      readonly kind: 'pick-account';
      readonly host: string;
      readonly options: readonly { readonly id: string; readonly issuer: string; readonly name: string }[];
    }
  | SiteCard
  | { readonly kind: 'failed'; readonly failure: Failure };

export const enrolWarnings = [
  'digits-assumed',
  'period-assumed',
  'counter-assumed',
  'algorithm-assumed',
  'secret-short',
  'secret-hex',
  'entries-unread',
  'issuers-differ',
  'name-missing',
] as const;
export type EnrolWarning = (typeof enrolWarnings)[number];

export type { TextLook } from './scan-protocol';

export interface Protocol
  extends
    SecurityProtocol,
    BackupProtocol,
    TokenProtocol,
    ScanProtocol,
    SitesProtocol,
    SupportProtocol,
    CodesProtocol,
    AccountProtocol,
    RehearsalProtocol,
    ListProtocol,
    ExportProtocol,
    ImportProtocol {
  glance: { request: { tabId: number | null; limit: number }; response: Glance };
  'accounts.page': { request: PageRequest; response: AccountsPage };
  /** HOTP: makes the next code and moves the counter, stored before the code is answered. */
  'accounts.next': {
    request: { accountId: string };
    response: { readonly code: string; readonly counter: number };
  };
  /** Moves it to the trash. */
  'accounts.remove': { request: { accountId: string }; response: null };
  'vault.unlock': { request: { password: string }; response: null };
  'vault.lock': { request: null; response: null };
  'enrol.scan': { request: { tabId: number }; response: null };
  'card.choose': { request: { tabId: number; index: number }; response: null };
  'card.save-in-private': { request: { tabId: number }; response: null };
  /** Types the code now: boxes, or a fresh code. */
  'card.fill': { request: { tabId: number }; response: null };
  'card.answer': { request: { tabId: number; accepted: boolean }; response: null };
  /** Points the link out again. */
  'card.point': { request: { tabId: number }; response: null };
  /** A key alone was scanned: opens the form that asks whose it is, with the key in it. */
  'card.name-key': { request: { tabId: number }; response: null };
  'card.pin': { request: { tabId: number; pin: string }; response: null };
  /** The parts of the earlier export are no longer counted; the QR code just scanned begins another. */
  'card.other-export': { request: { tabId: number }; response: null };
  'card.computer': { request: { tabId: number; computer: Computer }; response: null };
  /** The code no longer goes in by itself. */
  'card.stop': { request: { tabId: number }; response: null };
  /** Takes the earlier attempt, put aside for this one, out of the trash again. */
  'card.put-back': { request: { tabId: number }; response: null };
  /** Two verified accounts of the same name: `newest` moves the others to the trash. */
  'card.keep': { request: { tabId: number; keep: 'both' | 'newest' }; response: null };
  'card.done': { request: { tabId: number }; response: null };
  /** Looks again at what the page became; asked by a visible card. */
  'card.look': { request: { tabId: number }; response: null };
  'fill.account': {
    request: {
      tabId: number;
      accountId: string;
      confirmedHost: string | null;
      /** Host of the page around the frame that was named in the question. */
      confirmedTop?: string | null;
      /** The yes was for every host under this domain. */
      widenTo?: string | null;
    };
    response: null;
  };
  'settings.change': { request: { change: Partial<Omit<Settings, 'schema'>> }; response: Settings };
}

export type MessageName = keyof Protocol;
export type Request<N extends MessageName> = Protocol[N]['request'];
export type Response<N extends MessageName> = Protocol[N]['response'];
