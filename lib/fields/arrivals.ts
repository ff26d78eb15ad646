/** On a site that the person allowed: says that the page was loaded, and again when fields come later. Reads nothing else. */
import type { ArrivedHint } from './page-contract';

/** A page that never rests is not listened to for ever. */
const mostHints = 30;
const restMs = 250;

export function tellArrivals(
  doc: Document,
  view: Window & typeof globalThis,
  tell: (hint: ArrivedHint) => void,
): void {
  const load = [...view.crypto.getRandomValues(new Uint8Array(12))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  let told = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let fields = -1;
  const say = (): void => {
    timer = undefined;
    const now = doc.getElementsByTagName('input').length;
    if (doc.visibilityState !== 'visible' || now === fields) return;
    fields = now;
    told += 1;
    if (told >= mostHints) observer.disconnect();
    tell({ name: 'page.arrived', load });
  };
  const soon = (): void => {
    timer ??= setTimeout(say, restMs);
  };
  const observer = new view.MutationObserver(soon);
  observer.observe(doc, { childList: true, subtree: true });
  doc.addEventListener('visibilitychange', soon);
  say();
}
