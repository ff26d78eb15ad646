/**
 * components: views. Data comes in by props and by this port, events go out by it; nothing here knows the vault, a key
 * or a browser API.
 */
import type { Result } from '@/lib/errors';
import type { MessageName, Request, Response } from '@/lib/messages/protocol';

/** Pages of ours that open in a tab. */
export type OwnPage =
  | `options.html#${string}`
  | 'recovery.html'
  | 'kit.html'
  | 'scan.html'
  | 'import.html'
  | 'token.html'
  | `account.html#${string}`
  | 'welcome.html'
  | 'export.html'
  | 'receive.html';

export interface Shortcut {
  readonly name: 'open' | 'fill' | 'scan';
  readonly keys: string;
}

/** What a page of ours can do; the entry that mounts it provides it. */
export interface Port {
  readonly surface: 'popup' | 'panel';
  ask<N extends MessageName>(name: N, request: Request<N>): Promise<Result<Response<N>>>;
  tabId(): Promise<number | null>;
  /** Something a page may show has changed. */
  onChange(listener: () => void): () => void;
  /** Another tab or page came to the front; a popup never lives that long. */
  onTabChange(listener: () => void): void;
  openOptions(): void;
  openPage(page: OwnPage): void;
  /** Opens the page that asks for a passkey; null where the browser has none for an extension. */
  readonly openPasskeyPage: (() => void) | null;
  /** Closes a popup, so that the page under it has the focus again; a panel stays. */
  close(): void;
  /** The browser's own question about one host (lib/sites/pattern); only in the very call of a click. */
  allowSite(pattern: string): Promise<boolean>;
  /** False when the browser did not allow it. */
  copy(text: string): Promise<boolean>;
  /** The browser's own keys for what Seconde does, as they are set now; '' for one without. */
  shortcuts?(): Promise<readonly Shortcut[]>;
  /** Opens the browser's page for them. */
  openShortcuts?(): void;
  /** Gives the person a file. */
  download(fileName: string, text: string): void;
}
