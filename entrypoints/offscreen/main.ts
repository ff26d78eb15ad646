/**
 * What a worker cannot do in Chromium: the clipboard, and a worker of its own. A document that is not seen has no focus, so
 * only the old commands work; and copying an empty selection changes nothing, so the `copy` event is answered with an empty
 * text. Pictures come by the service worker's own channel to its documents, which no page shares and which copies no bytes
 * into text.
 */
import { browser } from 'wxt/browser';
import { readForBackground } from '@/lib/browser/qr-worker';
import { fingerprintOf } from '@/lib/walks/clipboard';

readForBackground();

interface Order {
  readonly name: 'offscreen.clipboard';
  /** Emptied only while it holds what has this fingerprint; null: in any case. */
  readonly expected: string | null;
}

browser.runtime.onMessage.addListener((message: unknown, sender, sendResponse) => {
  const order = message as Order | null;
  if (sender.id !== browser.runtime.id || order?.name !== 'offscreen.clipboard') return undefined;
  if (order.expected === null || fingerprintOf(heldText()) === order.expected) emptyClipboard();
  sendResponse(true);
  return undefined;
});

function heldText(): string {
  const field = document.querySelector('textarea');
  if (!field) throw new TypeError('"textarea" expected');
  field.value = '';
  field.focus();
  document.execCommand('paste');
  const held = field.value;
  field.value = '';
  return held;
}

function emptyClipboard(): void {
  const answer = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.clipboardData?.setData('text/plain', '');
  };
  document.addEventListener('copy', answer, { once: true });
  document.execCommand('copy');
  document.removeEventListener('copy', answer);
}
