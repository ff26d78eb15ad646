/**
 * A copied code is taken out of the clipboard again after some seconds: also when the popup is closed, the background
 * stopped and the vault locked in between. The deadline is what counts; timers only wake us.
 */
import { toBase64Url, utf8 } from '@/lib/crypto/bytes';
import { sha256 } from '@/lib/crypto/digest';
import type { Settings } from '@/lib/settings/settings';

export interface PendingClear {
  /** Unix time in ms. */
  readonly atMs: number;
  /** Of what was copied, to compare with: it may be the key of an account. Null where the clipboard may not be read. */
  readonly fingerprint: string | null;
}

export interface ClipboardPorts {
  /** Memory of this browser session only. */
  readonly pending: { get(): Promise<PendingClear | null>; set(pending: PendingClear | null): Promise<void> };
  readonly clipboard: {
    canRead(): Promise<boolean>;
    canEmpty(): Promise<boolean>;
    /** With `expected`, only while the clipboard holds what has this {@link fingerprintOf}. */
    empty(expected: string | null): Promise<void>;
  };
  /** Calls `emptyIfDue` again at that time, or later. */
  wakeAt(atMs: number): void;
  readonly settings: { read(): Promise<Settings> };
  readonly clock: { now(): number };
}

/** Base64url of the SHA-256: of a key it tells nothing. */
export function fingerprintOf(text: string): string {
  return toBase64Url(new Uint8Array(sha256(utf8(text))));
}

/** `text` was just copied. Answers in how many seconds it will be taken out; null for not at all. */
export async function noteCopied(ports: ClipboardPorts, text: string): Promise<number | null> {
  const [{ clipboardSeconds: seconds, clipboardUnsure }, canEmpty, canRead] = await Promise.all([
    ports.settings.read(),
    ports.clipboard.canEmpty(),
    ports.clipboard.canRead(),
  ]);
  if (seconds === null || !canEmpty || (!canRead && clipboardUnsure === 'leave')) {
    await ports.pending.set(null);
    return null;
  }
  const atMs = ports.clock.now() + seconds * 1000;
  await ports.pending.set({ atMs, fingerprint: canRead ? fingerprintOf(text) : null });
  ports.wakeAt(atMs);
  return seconds;
}

let last: Promise<void> = Promise.resolve();

/** At every wake. A timer and an alarm may come at the same moment: the clipboard is emptied once. */
export function emptyIfDue(ports: ClipboardPorts): Promise<void> {
  const done = last.then(() => emptyNow(ports));
  last = done.catch(() => undefined);
  return done;
}

async function emptyNow({ pending, clipboard, wakeAt, settings, clock }: ClipboardPorts): Promise<void> {
  const waiting = await pending.get();
  if (waiting === null) return;
  if (clock.now() < waiting.atMs) return wakeAt(waiting.atMs);
  const canRead = waiting.fingerprint !== null && (await clipboard.canRead());
  try {
    if (canRead) await clipboard.empty(waiting.fingerprint);
    else if ((await settings.read()).clipboardUnsure === 'empty') await clipboard.empty(null);
  } finally {
    const now = await pending.get();
    // Copied again meanwhile: that one waits for its own time.
    if (now?.atMs === waiting.atMs) await pending.set(null);
  }
}
