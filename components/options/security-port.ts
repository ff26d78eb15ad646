import type { Result } from '@/lib/errors';
import type { PasskeyOpening, PasskeyWay } from '@/lib/messages/security-protocol';

export type ClipboardPermission = 'clipboardRead' | 'clipboardWrite';

/** What the settings page can do about security that other pages cannot; the entry that mounts it provides it. */
export interface SecurityPort {
  readonly browser: 'chromium' | 'firefox';
  /** Null where the browser lets no extension use passkeys. */
  readonly createPasskey: ((label: string) => Promise<Result<PasskeyWay & PasskeyOpening>>) | null;
  /** As {@link createPasskey}: one that opens the vault already. */
  readonly askPasskey: ((ways: readonly PasskeyWay[]) => Promise<Result<PasskeyOpening>>) | null;
  hasPermission(name: ClipboardPermission): Promise<boolean>;
  /** The browser's own question. Only in the very call of a click. */
  requestPermission(name: ClipboardPermission): Promise<boolean>;
  print(): void;
}
