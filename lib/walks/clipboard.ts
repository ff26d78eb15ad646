/**
 * A copied code is taken out of the clipboard again after some seconds: also when the popup is closed, the background
 * stopped and the vault locked in between. The deadline is what counts; timers only wake us.
 */
import type { Settings } from '@/lib/settings/settings';

export interface PendingClear {
  /** Unix time in ms. */
  readonly atMs: number;
  /** What was copied, to compare with; null where the clipboard may not be read, and then it is not kept. */
  readonly text: string | null;
}

export interface ClipboardPorts {
  /** Memory of this browser session only. */
  readonly pending: { get(): Promise<PendingClear | null>; set(pending: PendingClear | null): Promise<void> };
  readonly clipboard: {
    canRead(): Promise<boolean>;
    canEmpty(): Promise<boolean>;
    /** With `expected`, only while the clipboard holds it. */
    empty(expected: string | null): Promise<void>;
  };
  /** Calls `emptyIfDue` again at that time, or later. */
  wakeAt(atMs: number): void;
  readonly settings: { read(): Promise<Settings> };
  readonly clock: { now(): number };
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
  await ports.pending.set({ atMs, text: canRead ? text : null });
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
  const canRead = waiting.text !== null && (await clipboard.canRead());
  try {
    if (canRead) await clipboard.empty(waiting.text);
    else if ((await settings.read()).clipboardUnsure === 'empty') await clipboard.empty(null);
  } finally {
    const now = await pending.get();
    // Copied again meanwhile: that one waits for its own time.
    if (now?.atMs === waiting.atMs) await pending.set(null);
  }
}
