/**
 * Waits in a page for the field of the code to come: a later step of an application, or a page that draws itself slowly.
 * Passive: it observes, changes nothing, and says only that something is to be looked at; no data, no code.
 */
import { chooseField, find, leastSureScore, type Page } from './finder';
import type { ReadyHint } from './page-contract';
import { valueOf } from './ladder';
import type { Root } from './walk';

export interface ReadyOptions {
  /** Of the account's code. */
  readonly digits: number | null;
  /** How long to wait, ms. */
  readonly forMs: number;
  tell(hint: ReadyHint): void;
  readonly signal: AbortSignal;
}

const leastGapMs = 250;
/** Of the time of the page, at most this much goes into looking. */
const leastRest = 10;
/** A page that makes fields without end is told of no more than this often. */
const mostHints = 20;

const attributes = [
  'class',
  'style',
  'hidden',
  'disabled',
  'open',
  'aria-hidden',
  'inert',
  'type',
  'readonly',
];

/** Tells of each field that is surely the one, empty and seen; and of frames that came, for others to look into. */
export function watchReady(
  view: Window & typeof globalThis,
  page: Page,
  { digits, forMs, tell, signal }: ReadyOptions,
): void {
  const watched = new WeakSet<Node>();
  const told = new WeakSet<Element>();
  let hints = 0;
  let timer: number | undefined;
  let notBeforeMs = 0;

  const say = (): void => {
    if (hints++ < mostHints) tell({ name: 'page.ready' });
  };
  const look = (): void => {
    timer = undefined;
    const beganMs = view.performance.now();
    const { fields, roots } = find(page, { digits });
    const choice = chooseField(fields, { focusedOnly: false });
    const field = choice?.field;
    const input = field?.inputs[0];
    if (
      field &&
      input &&
      choice.certainty === 'sure' &&
      field.verdict.score >= leastSureScore(field) &&
      field.visible &&
      valueOf(field.inputs) === '' &&
      !told.has(input)
    ) {
      told.add(input);
      say();
    }
    for (const root of roots) observe(root);
    const tookMs = view.performance.now() - beganMs;
    notBeforeMs = view.performance.now() + Math.max(leastGapMs, leastRest * tookMs);
  };
  const soon = (): void => {
    if (timer !== undefined || signal.aborted || hints >= mostHints) return;
    timer = view.setTimeout(look, Math.max(30, notBeforeMs - view.performance.now()));
  };
  const observer = new view.MutationObserver(soon);
  const observe = (root: Root): void => {
    if (watched.has(root)) return;
    watched.add(root);
    observer.observe(root, { subtree: true, childList: true, attributes: true, attributeFilter: attributes });
  };

  observe(page.doc);
  const options = { capture: true, passive: true, signal };
  for (const event of ['transitionend', 'animationend', 'focusin', 'popstate'])
    view.addEventListener(event, soon, options);
  // What is inside a frame of the same site is looked into by who is told.
  view.addEventListener(
    'load',
    ({ target }) => /^i?frame$/.test((target as Partial<Element> | null)?.localName ?? '') && say(),
    options,
  );
  const end = view.setTimeout(() => stop(), forMs);
  const stop = (): void => {
    observer.disconnect();
    view.clearTimeout(end);
    view.clearTimeout(timer);
  };
  signal.addEventListener('abort', stop, { once: true });
  soon();
}
