/**
 * What the two injected scripts answer. They are called by the background (`scripting.executeScript`) through one global
 * of the isolated world, which the page cannot see, and answer by their return value: JSON only.
 */
import type { ClockReading } from '@/lib/clock/offset';
import type { LinkRole, LinkedApp } from '@/lib/providers/links';
import type { Place } from '@/lib/qr/cut-out';

/** A picture of the page that may hold a QR code: luminance, 8 bits, composited on white with an added white margin. */
export interface CapturedPicture {
  readonly width: number;
  readonly height: number;
  /** base64 of width × height bytes. */
  readonly luma: string;
  /** The same composited on black, when some pixel was transparent. */
  readonly lumaOnBlack: string | null;
  /** This is the element the person pointed at. */
  readonly aimed: boolean;
}

export interface CaptureRequest {
  /** `info.srcUrl` of the context menu: the address of the picture the person pointed at. */
  readonly srcUrl: string | null;
  /** Firefox: `info.targetElementId`, for `menus.getTargetElement`. */
  readonly targetElementId: number | null;
}

export interface Capture {
  readonly origin: string;
  /** Best candidates first, at most 40. */
  readonly pictures: readonly CapturedPicture[];
  /** The person pointed at something that can hold a picture (an image, canvas, svg, background). */
  readonly aimed: boolean;
  /** Its words are those of a page that activates CA Mobile OTP (lib/providers/token-page). */
  readonly tokenPage?: true;
  /**
   * Pictures that no script may read, best first, at most three: `show` brings them into view for a picture of the tab. Those
   * pointed at alone (`aimed`), if there are any; absent when there is none.
   */
  readonly unread?: { readonly count: number; readonly aimed: boolean };
  /** Keys shown as text; absent when there is none. */
  readonly written?: readonly WrittenKey[];
}

/** A key that a page shows as text, as it is written there. */
export interface WrittenKey {
  readonly key: string;
  /** What the page calls itself, where its markup says so; else empty. */
  readonly issuer: string;
  /** As written in the page's own list of parameters; `null`: a lone key, of which nothing else is known. */
  readonly parameters: {
    readonly kind: 'totp' | 'hotp';
    readonly algorithm: string;
    readonly digits: string;
    /** The period in seconds, or the counter. */
    readonly moving: string;
  } | null;
}

/** Which kind of code a field wants. */
export type FieldClass = 'authenticator' | 'delivered' | 'recovery' | 'none';

export interface SurveyRequest {
  /** Digits of the account's code, if one is known. */
  readonly digits: number | null;
  /** Only the focused (right-clicked) field counts. */
  readonly focusedOnly: boolean;
  /** Only the field of this key counts, as if the person pointed at it now: they chose it in a list, today or before. */
  readonly candidateKey?: string | null;
  /** Names of accounts: which of them does the page show? */
  readonly names?: readonly string[];
}

/** A field that could take a code, as a person would look for it in a list. */
export interface FieldCandidate {
  /**
   * The same at the next visit: from the id and name of the field without their digits (its `aria-label` or placeholder when
   * it has neither), its type, and how many such fields come before it. Letters and digits, at most 20; no text of the page.
   */
  readonly key: string;
  /** What the page calls it, at most 60 characters; empty when the page says nothing. */
  readonly label: string;
  /** Words of the button of its form, or of the heading before it, at most 60 characters: "in the form with …". May be empty. */
  readonly place: string;
  readonly class: FieldClass;
  readonly score: number;
  readonly reasons: readonly string[];
}

/** What one frame has to offer. */
export interface Survey {
  /** `self.origin`: "null" in a sandboxed frame. */
  readonly origin: string;
  readonly secureContext: boolean;
  readonly field: {
    readonly class: FieldClass;
    readonly score: number;
    /** `sure`: fill on the gesture; `unsure`: only if the person pointed at it. */
    readonly certainty: 'sure' | 'unsure';
    /** One field, or a group of boxes. */
    readonly shape: 'single' | 'boxes';
    readonly visible: boolean;
    /** Empty, or holding something that looks like a code. */
    readonly replaceable: boolean;
    /** The page was seen, or is known, to submit by itself when the code is complete. */
    readonly submitsByItself: boolean;
    /** Why: names of signals, for tests and for the person; no page text. */
    readonly reasons: readonly string[];
    /** As in `candidates`. */
    readonly key: string;
  } | null;
  /** At most 8, likeliest first, seen by a person and empty or holding a code; never a field for recovery codes. */
  readonly candidates: readonly FieldCandidate[];
  /** In the order of `SurveyRequest.names`. */
  readonly shows?: readonly boolean[];
  /** Origins of frames of other sites that a person sees here; only of the page itself, not of a frame. */
  readonly foreignFrames?: readonly string[];
  /** A field that asks for a name of the device is there and empty. */
  readonly deviceNameField: boolean;
  /** Words of the button that would submit the field, at most 60 characters. */
  readonly button: string | null;
  /** The page shows a way out of a session: somebody is signed in already, so one that is there later proves nothing. */
  readonly signedIn?: true;
}

/** Asks to be told when the field of the code has come (`page.ready`). */
export interface ArmRequest {
  readonly expectedOrigin: string;
  readonly digits: number | null;
  /** How long to wait, ms. */
  readonly forMs: number;
}

export interface FillRequest {
  /** Checked again against `self.origin`, just before typing. */
  readonly expectedOrigin: string;
  readonly code: string;
  readonly focusedOnly: boolean;
  /** As in `SurveyRequest`; with it `focusedOnly` does not matter. */
  readonly candidateKey?: string | null;
  /** The person allowed this very host by name though its connection is not secure. */
  readonly insecureAllowed?: boolean;
  /** Typed into an empty device-name field; `null`: leave it. */
  readonly deviceName: string | null;
  /** Of a sign-in that lists devices: the one whose code this is. */
  readonly device?: string;
}

export type FillReport =
  | {
      readonly kind: 'filled';
      readonly rung: string;
      readonly deviceName: string | null;
      readonly deviceUnchosen?: true;
    }
  | {
      readonly kind: 'refused';
      readonly why:
        | 'page-changed'
        | 'page-insecure'
        | 'field-none'
        | 'field-unsure'
        | 'field-hidden'
        | 'field-occupied'
        | 'field-refused';
    };

export interface OutcomeRequest {
  readonly expectedOrigin: string;
  /** The code that was typed, to know it again in the field. */
  readonly code: string;
  readonly deviceName: string | null;
  /** The background saw the page being submitted with the code in it. */
  readonly submitted: boolean;
  /** As Survey's, of the page the code was typed in. */
  readonly signedIn?: true;
}

export interface ClockRequest {
  readonly expectedOrigin: string;
}

/** `silent`: nothing can be told from this page; never taken for acceptance. */
export type PageOutcome = 'unchanged' | 'accepted' | 'refused' | 'silent' | 'page-changed';

export interface PointRequest {
  /** Whose QR code it was; `null` when it is not known. */
  readonly app: LinkedApp | null;
}

/** What `point` did: which link it scrolled to and focused. */
export interface PointReport {
  /** The page is Microsoft's own for security information, by its marks. */
  readonly page: 'microsoft' | null;
  /** Its words are the page's, at most 80 characters. */
  readonly link: { readonly role: LinkRole; readonly words: string } | null;
}

/** The global of the isolated world that `point` installs. */
export interface PointScript {
  point(request: PointRequest): PointReport;
}

export interface ShowRequest {
  /** Among `Capture.unread`. */
  readonly index: number;
}

/** Where in the picture of the tab something can be seen. */
export interface Shown {
  /** Something was scrolled for it. */
  readonly moved: boolean;
  /** `null`: all of the view. */
  readonly place: Place | null;
}

/** The global of the isolated world that `capture` installs. */
export interface CaptureScript {
  collect(request: CaptureRequest): Promise<Capture>;
  /** Scrolls to one of `unread` unless it is in full view; `null` when it is no longer there. `putBack` ends it. */
  show(request: ShowRequest): Promise<Shown | null>;
  /** Every scroll position is as it was before `show`; by itself after some seconds too. */
  putBack(): Promise<true>;
  /** Recovery codes that the page shows to be kept, in its order. */
  recoveryCodes(): readonly string[];
}

/** The global of the isolated world that `fill` installs. */
export interface FillScript {
  survey(request: SurveyRequest): Survey;
  /** Scrolls to the candidate of this key and focuses it; nothing is drawn. False when it is no longer there. */
  point(key: string): boolean;
  fill(request: FillRequest): Promise<FillReport>;
  outcome(request: OutcomeRequest): PageOutcome;
  /** Asks this very site for its time; `null` where the browser or the site lets nobody. */
  clock(request: ClockRequest): Promise<ClockReading | null>;
  /** The number of the recovery code that the page asks for. */
  askedRecovery(): number | null;
  /** `null`: no longer. Answers whether it waits now. */
  arm(request: ArmRequest | null): boolean;
}

/**
 * The first of the two things an injected script says unasked: the page is being submitted while the typed code is in its
 * field. A hint for the outcome only; the background believes nothing else of it.
 */
export interface SubmittedHint {
  readonly name: 'page.submitted';
  readonly cancelled: boolean;
}

/** The second: an armed page may ask for the code now. Carries nothing; the background looks for itself. */
export interface ReadyHint {
  readonly name: 'page.ready';
}

/** Said by the script of a site that the person allowed: the page was loaded, or has other fields now. Believed of nothing. */
export interface ArrivedHint {
  readonly name: 'page.arrived';
  /** One load of one page. */
  readonly load: string;
}

/** Said by the script of a site where the person chose it: they clicked a link that holds an account. Only ever a question. */
export interface AccountLinkHint {
  readonly name: 'page.account-link';
  /** As the browser writes it; at most 8 KiB. */
  readonly address: string;
}

declare global {
  /** What stops the waiting of an earlier injection into the same document. */
  var secondeArmed: AbortController | undefined;
  var secondeCapture: CaptureScript | undefined;
  var secondePoint: PointScript | undefined;
  var secondeFill: FillScript | undefined;
}
