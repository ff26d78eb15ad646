/**
 * components/scan: the page of the ways in. It finds texts and shows what the background makes of them; it keeps
 * nothing, and parses no account.
 */
import type { Result } from '@/lib/errors';
import type { Part } from '@/lib/qr/part';
import type { Port } from '../app/port';

export interface FoundCode {
  readonly text: string;
  /** In pixels of the picture; null where its place is not known. */
  readonly box: Part | null;
}

export interface PictureReading {
  readonly width: number;
  readonly height: number;
  readonly codes: readonly FoundCode[];
  /** Without codes: one that could not be read. */
  readonly sawCode: boolean;
}

export type CameraStart =
  | { readonly kind: 'live'; readonly stream: MediaStream }
  | { readonly kind: 'refused' }
  | { readonly kind: 'none' };

/** What this page can do beside what every page of ours can. */
export interface ScanPort extends Port {
  /** Fails with `picture-too-large` or `picture-unreadable`. `part`: only that is looked at. */
  readPicture(picture: Blob, part?: Part): Promise<Result<PictureReading>>;
  /** The frame that a video shows now. */
  readVideo(video: HTMLVideoElement): Promise<PictureReading>;
  openCamera(): Promise<CameraStart>;
  /** One picture of a window or screen that the person chooses in the browser's own question; null: none was. */
  captureScreen(): Promise<Blob | null>;
  /** Brings a tab to the front. */
  showTab(tabId: number): void;
}

/** What the page is about. */
export interface ScanAbout {
  /** Where the card is kept: the tab that asked, or this page's own. */
  readonly tabId: number;
  /** The tab that asked is another one: there is a page to go back to, and to fill. */
  readonly hasPage: boolean;
  readonly byHand: boolean;
}
