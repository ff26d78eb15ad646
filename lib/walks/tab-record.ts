/** What is remembered about one tab while the browser runs: the card, the gesture that waits, the code that was typed. */
import type { ClockOffset } from '@/lib/clock/offset';
import type { Card } from '@/lib/messages/protocol';

/** A gesture that could not be finished at once; it goes on by itself when what it waits for has come. */
export type PendingGesture =
  | {
      readonly kind: 'enrol';
      readonly origin: string | null;
      /** Texts of the QR codes read; one, or several to choose from. */
      readonly texts: readonly string[];
      readonly privateWindowAllowed: boolean;
      /** What the person typed for an account that needs one. */
      readonly pin?: string;
      readonly madeAtMs: number;
    }
  | {
      readonly kind: 'fill';
      readonly origin: string | null;
      readonly frameId: number | null;
      readonly focusedOnly: boolean;
      readonly accountId: string | null;
      readonly madeAtMs: number;
    }
  /** The browser is asking the person about a frame of another site. */
  | {
      readonly kind: 'frame';
      /** Of the frame. */
      readonly origin: string;
      readonly topHost: string;
      readonly accountId: string | null;
      readonly madeAtMs: number;
    };

/** Where the last code of this tab went, and why there. */
export interface LastEntry {
  readonly accountId: string;
  readonly origin: string;
  readonly frameId: number;
  /** Key of the field, and what the page calls it. */
  readonly key: string;
  readonly label: string;
  readonly place: string;
  readonly reasons: readonly string[];
  /** Without a gesture. */
  readonly unattended: boolean;
  readonly atMs: number;
}

/** A field that the card's list offers. */
export interface FieldChoice {
  readonly frameId: number;
  readonly origin: string;
  readonly key: string;
}

/** A code was typed in the page; its fate is read while the page can be seen. */
export interface Watch {
  readonly accountId: string;
  readonly origin: string;
  readonly frameId: number;
  readonly code: string;
  readonly deviceName: string | null;
  /** When the page was seen being submitted with the code in it; Unix ms. */
  readonly submittedAtMs: number | null;
  /** Somebody was signed in on the page: a way out of a session there is no answer of it. */
  readonly signedIn?: true;
  /** The person pressed a button that leaves the page's task: cancel, back. */
  readonly cancelled?: boolean;
  /** Since when the code is in no field, though nothing was seen to send it; Unix ms. */
  readonly goneSinceMs?: number;
  /** The site refused it, and its clock was asked for: once is enough. So too where it may not be asked. */
  readonly clockAsked?: true;
}

/** An export of several QR codes, as far as it has been scanned in this tab. */
export interface ExportSoFar {
  readonly id: number;
  readonly size: number;
  /** Numbers of the parts, from 1. */
  readonly have: readonly number[];
  readonly added: number;
  readonly known: number;
  readonly unread: number;
}

/** The half of a key that was made for a QR code: shown the same code twice, the same half is right. */
export interface MadePart {
  readonly text: string;
  /** Base32 of the bytes. */
  readonly part: string;
}

export interface TabRecord {
  readonly card: Card | null;
  readonly pending: PendingGesture | null;
  readonly watch: Watch | null;
  /** Of an enrolled card: the origin that gave the secret, and so learns nothing from its codes. */
  readonly secretFrom?: string | null;
  /** The clock that was last read in this tab. */
  readonly clock?: { readonly origin: string; readonly offset: ClockOffset };
  /** The person would rather have the code of this computer's clock, here and now. */
  readonly ownClock?: true;
  readonly exportSoFar?: ExportSoFar;
  readonly madePart?: MadePart;
  readonly last?: LastEntry | null;
  /** In the order of the card's list. */
  readonly choices?: readonly FieldChoice[];
  /** A frame of another site that the browser lets us into for this gesture, in a page of this host. */
  readonly frame?: { readonly origin: string; readonly topHost: string } | null;
  /** Loads of pages in which a code was entered without a gesture, newest last. */
  readonly unattendedLoads?: readonly string[];
}

/** What outlives the card: the next scan in this tab goes on with it. */
export function lasting({ exportSoFar, madePart }: TabRecord): Pick<TabRecord, 'exportSoFar' | 'madePart'> {
  return { ...(exportSoFar && { exportSoFar }), ...(madePart && { madePart }) };
}

export const emptyRecord: TabRecord = { card: null, pending: null, watch: null };

/** A gesture kept while the vault is locked dies after this long. */
export const gestureLifeMs = 10 * 60_000;

export function isAlive(gesture: PendingGesture, nowMs: number): boolean {
  const age = nowMs - gesture.madeAtMs;
  return age >= 0 && age <= gestureLifeMs;
}
