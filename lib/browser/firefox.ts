/** The parts of Firefox's WebExtensions that the shared types (Chromium's) do not know, as far as we use them. */
import { browser } from 'wxt/browser';

interface FirefoxParts {
  /** Absent in Chromium. */
  readonly sidebarAction?: {
    open(): Promise<void>;
    close(): Promise<void>;
    isOpen(details: { windowId?: number }): Promise<boolean>;
  };
}

export const firefox: FirefoxParts = browser as unknown as FirefoxParts;
