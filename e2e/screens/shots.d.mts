import type { Browser, Page } from 'puppeteer-core';

export interface Shot {
  readonly name: string;
  /** A page of the extension, with its query: `scan.html?tab=7`. */
  readonly page: string;
  /** What the pretended background answers. */
  readonly state: object;
  /** Gestures on the loaded page that lead to the state. */
  readonly act?: (page: Page) => Promise<unknown>;
  /** CSS px. */
  readonly width?: number;
  readonly height?: number;
  /** Its gestures break, on purpose, what a person would meet: not to be measured. */
  readonly forPictures?: boolean;
}

export function allShots(browser: Browser): Promise<Shot[]>;
