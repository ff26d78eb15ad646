/**
 * lib/walks: the walks of the house (enrol, show, fill, unlock) as code. Each takes ports; none knows a browser, a key or
 * a page's DOM.
 */
import type { Bytes } from '@/lib/crypto/bytes';
import type { Result } from '@/lib/errors';
import type { ClockReading } from '@/lib/clock/offset';
import type {
  ArmRequest,
  Capture,
  CaptureRequest,
  ClockRequest,
  FillReport,
  FillRequest,
  OutcomeRequest,
  PageOutcome,
  PointReport,
  PointRequest,
  Shown,
  Survey,
  SurveyRequest,
} from '@/lib/fields/page-contract';
import type { Policy } from '@/lib/settings/policy';
import type { Settings } from '@/lib/settings/settings';
import type { Pixels } from '@/lib/qr/pixels';
import type { VaultContent } from '@/lib/vault/account';
import type { VaultState } from '@/lib/messages/protocol';
import type { TabRecord } from './tab-record';

/** A tab as far as the browser lets us know it. */
export interface Tab {
  readonly id: number;
  /** `null` where no gesture has granted us the tab. */
  readonly url: string | null;
  readonly privateWindow: boolean;
  /** In front in its window. */
  readonly active: boolean;
}

/** Sites that the browser lets us into without a gesture, as the person allowed. */
export interface SiteAccess {
  allowed(origin: string): Promise<boolean>;
  /** The person allowed it to stay, in the settings. */
  kept(origin: string): Promise<boolean>;
  /** The person chose that clicks on account links there open in Seconde. */
  opensLinks(origin: string): Promise<boolean>;
  drop(origin: string): Promise<void>;
}

/** What can be done in a page, under the grant of a gesture. Every call may fail with `page-protected`. */
export interface Pages {
  tab(tabId: number): Promise<Tab | null>;
  capture(tabId: number, request: CaptureRequest): Promise<Result<Capture>>;
  /** Scrolls to a link and focuses it; see `PointScript`. */
  pointLink(tabId: number, request: PointRequest): Promise<Result<PointReport>>;
  screenshot(tabId: number): Promise<Result<Pixels>>;
  /** Of what the last `capture` could not read; see `CaptureScript`. */
  show(tabId: number, index: number): Promise<Result<Shown | null>>;
  putBack(tabId: number): Promise<void>;
  /** One survey for each frame reached; `frameId` narrows it to one. */
  survey(
    tabId: number,
    frameId: number | null,
    request: SurveyRequest,
  ): Promise<Result<readonly { readonly frameId: number; readonly survey: Survey }[]>>;
  fill(tabId: number, frameId: number, request: FillRequest): Promise<Result<FillReport>>;
  /** Scrolls to the field of this key and focuses it; nothing is drawn. */
  point(tabId: number, frameId: number, key: string): Promise<Result<boolean>>;
  outcome(tabId: number, frameId: number, request: OutcomeRequest): Promise<Result<PageOutcome>>;
  /** What time it is at the site of this frame; `null` where nobody lets us know. */
  clock(tabId: number, frameId: number, request: ClockRequest): Promise<Result<ClockReading | null>>;
  /** Recovery codes that the page shows to be kept. */
  recoveryCodes(tabId: number): Promise<Result<readonly string[]>>;
  /** The number of the recovery code that the page asks for. */
  askedRecovery(tabId: number): Promise<Result<number | null>>;
  /** Has the tab's top document tell when it may be ready for the code; `null`: no longer. Answers whether it will. */
  arm(tabId: number, request: ArmRequest | null): Promise<Result<boolean>>;
}

/** Where a person sees what we have to say. */
export interface Surfaces {
  /** Shows the card of this tab: the surface that is open already, else the popup, else a badge. */
  show(tabId: number): Promise<void>;
  /** Resolves once no popup is open: a page under an open popup has no focus. */
  popupGone(): Promise<void>;
  /** Seconds left of a wait, on the toolbar icon; `null` takes them away. */
  countDown(tabId: number, seconds: number | null): Promise<void>;
}

/** Records by tab, in memory of the browser session only. */
export interface TabRecords {
  get(tabId: number): Promise<TabRecord>;
  /** One change after the other, also across walks. */
  change(tabId: number, change: (record: TabRecord) => TabRecord): Promise<TabRecord>;
}

export interface VaultPort {
  state(): Promise<VaultState>;
  content(): Promise<Result<VaultContent>>;
  /** `reason`: the person asked for it; a change that takes several accounts away is refused without. */
  update(
    change: (content: VaultContent) => VaultContent,
    options?: { readonly reason?: 'delete' | 'import' },
  ): Promise<Result<VaultContent>>;
}

export interface SettingsPort {
  read(): Promise<Settings>;
}

export interface Clock {
  /** Unix time in ms. */
  now(): number;
  sleep(ms: number): Promise<void>;
}

/** The last time step whose code was typed in a page, by account, while the browser runs. */
export interface UsedSteps {
  get(accountId: string): Promise<number | null>;
  set(accountId: string, step: number): Promise<void>;
}

/** What was used lately, so that the list can say it. Nothing here tells when. */
export interface Uses {
  /** Ids of accounts, the last used first. */
  recent(): Promise<readonly string[]>;
  /** By account: when the code that was copied or typed ends, Unix ms; while the browser runs. */
  spent(): Promise<Readonly<Record<string, number>>>;
  /** `untilMs`: `null` for a code that does not end by itself. */
  note(accountId: string, untilMs: number | null, nowMs: number): Promise<void>;
}

export interface WalkPorts {
  readonly pages: Pages;
  readonly surfaces: Surfaces;
  readonly records: TabRecords;
  readonly vault: VaultPort;
  readonly settings: SettingsPort;
  /** What the organisation rules. */
  readonly policy: { read(): Promise<Policy> };
  readonly usedSteps: UsedSteps;
  readonly uses: Uses;
  readonly access: SiteAccess;
  readonly clock: Clock;
  /**
   * Every distinct text of the QR codes in these pixels; `onBlack`: the same picture composited on black. `quick`: only what
   * takes no time worth naming, for pictures among which one is looked for; `whole`, if not given.
   */
  readonly readQr: (
    pixels: Pixels,
    onBlack: Pixels | null,
    deadlineMs: number,
    effort?: 'quick' | 'whole',
  ) => Promise<{ readonly texts: readonly string[]; readonly sawCode: boolean }>;
  readonly newId: () => string;
  /** From the browser's cryptographic generator. */
  readonly randomBytes: (length: number) => Bytes;
  /** The name proposed to a site for this device, in the person's language. */
  readonly deviceName: () => Promise<string>;
}
