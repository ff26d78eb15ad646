/**
 * lib/browser/runtime: how a page of the extension reaches the background, and how it hears that something changed.
 * Knows no message: what goes through is `unknown` on both sides.
 */
import { browser } from 'wxt/browser';

const listeners = new Set<() => void>();
let listening = false;
/** Something changed while nobody listened: what the page was told before may be old. */
let missed = false;

/**
 * Sends one message and waits for its reply; rejects when nobody is there to answer. From the first one on, changes are
 * heard: one that comes between the first answer and the first drawing must not be lost.
 */
export function sendToBackground(message: unknown): Promise<unknown> {
  listen();
  return browser.runtime.sendMessage(message);
}

function listen(): void {
  if (listening) return;
  listening = true;
  browser.storage.session.onChanged.addListener((changes: object) => {
    if (!('revision' in changes)) return;
    missed = listeners.size === 0;
    for (const listener of listeners) listener();
  });
}

/**
 * Calls `listener` each time the background has changed something that a page may show. The background says so by
 * counting up `revision` in session storage: a broadcast that carries nothing. Returns what stops it.
 */
export function onSessionChange(listener: () => void): () => void {
  listen();
  listeners.add(listener);
  if (missed) {
    missed = false;
    listener();
  }
  return () => void listeners.delete(listener);
}

export function openOptions(): Promise<void> {
  return browser.runtime.openOptionsPage();
}

/** Version of the extension, as in the manifest. */
export function ownVersion(): string {
  return browser.runtime.getManifest().version;
}
