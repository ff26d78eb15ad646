/** The part of the protocol about the ways in: the page that shows them, texts from anywhere, a key typed by hand. */
import type { Failure } from '@/lib/errors';
import type { HandFields } from '@/lib/otp/by-hand';

export type { HandFields };

/** What the page of the ways in starts with. */
export interface ScanStart {
  /** The picture of the tab as a `data:` address, given once; null where there is none (any more). */
  readonly picture: string | null;
  /** Of the page the picture or the key is from; null when the browser does not let us know it. */
  readonly host: string | null;
  /** A key that the person selected on the page. */
  readonly key: string | null;
}

/** What the text of a QR code is: whose account, or why it is none. */
export type TextLook =
  | {
      readonly kind: 'account';
      readonly issuer: string;
      readonly name: string;
      /** Accounts it holds beside the one named. */
      readonly others: number;
    }
  | { readonly kind: 'failure'; readonly failure: Failure };

/** One code of an account that is kept nowhere. */
export interface CodePreview {
  readonly code: string;
  /** Unix ms; null for a counter. */
  readonly expiresAtMs: number | null;
  readonly periodSeconds: number | null;
  /** Characters of the key, as it was understood: upper case, without separators. */
  readonly keyLength: number;
  readonly short: boolean;
}

export interface ScanProtocol {
  /** Takes the picture of the tab where the browser allows it, and opens the page of the ways in beside it. */
  'scan.open': { request: { tabId: number | null; byHand: boolean }; response: null };
  'scan.start': { request: { tabId: number }; response: ScanStart };
  'texts.look': { request: { texts: readonly string[] }; response: readonly TextLook[] };
  /**
   * Adds what a text holds; what becomes of it is said by the card of the tab. `fromPicture`: read from the picture of
   * the tab, so that its page gave the secret.
   */
  'enrol.texts': { request: { tabId: number; text: string; fromPicture: boolean }; response: null };
  'enrol.by-hand': { request: { tabId: number; fields: HandFields }; response: null };
  'code.preview': { request: { fields: HandFields }; response: CodePreview };
}
