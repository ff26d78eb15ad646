/** The part of the protocol about the site's clock, dates, counters and reminders. */
import type { Edited } from './account-protocol';

/** What is known of the clock of the site that checks the code. */
export type ClockNote =
  /** The browser or the site does not let us read it: nothing is guessed. */
  | { readonly kind: 'unknown'; readonly host: string }
  | {
      readonly kind: 'known';
      readonly host: string;
      /** The site's clock minus this computer's, ms: positive where the computer is behind. */
      readonly offsetMs: number;
      /** What codes typed there are adjusted by now; `null`: by nothing. */
      readonly adjustedMs: number | null;
      /** The clocks differ by enough to be told. */
      readonly notable: boolean;
      /** By more than is followed: the computer's clock has to be set. */
      readonly tooFar: boolean;
    };

/** What a row says besides its code. */
export interface RowExtra {
  readonly expiresAtMs?: number;
  /** Host whose clock the code follows. */
  readonly adjustedFor?: string;
  /** Recovery codes of the site are kept with it. */
  readonly recovery?: true;
  readonly pinned?: true;
  /** This step's code was copied or typed already; Unix ms at which it ends. */
  readonly usedUntilMs?: number;
}

/** An account that ends soon, or has ended. */
export interface ExpiryNotice {
  readonly accountId: string;
  readonly issuer: string;
  readonly name: string;
  readonly expiresAtMs: number;
  readonly renewalNote: string;
}

/** Where typed codes stand among those of a counter. `counter` is the one of the next code. */
export type CounterFound =
  | { readonly kind: 'found'; readonly counter: number; readonly moves: 'forward' | 'back' | 'nowhere' }
  /** More than one place: the code after it tells. */
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'none' };

export interface TokenProtocol {
  /** Asks the site of the tab for its time, once. */
  'clock.check': { request: { tabId: number }; response: ClockNote };
  /** Codes for the site last asked in this tab follow its clock from now on, or no longer; a card's code is then typed anew. */
  'clock.adjust': { request: { tabId: number; on: boolean }; response: null };
  /** The card's code goes in by this computer's clock, this once. */
  'clock.anyway': { request: { tabId: number }; response: null };

  /** Codes for this site follow this computer's clock again. */
  'clock.forget': { request: { host: string }; response: null };
  'accounts.dates': {
    request: { accountId: string; expiresAtMs: number | null; renewalNote: string };
    response: Edited;
  };
  /** An entry without a code. */
  'accounts.remind': {
    request: { issuer: string; name: string; expiresAtMs: number; renewalNote: string };
    response: { readonly accountId: string };
  };
  /** Nothing is said of ends for a day. */
  'expiry.not-now': { request: null; response: null };

  /** One code, or two that follow each other. */
  'counter.find': { request: { accountId: string; codes: readonly string[] }; response: CounterFound };

  /** `back`: the person agreed to a counter below the present one. */
  'counter.set': { request: { accountId: string; counter: number; back: boolean }; response: null };
}
