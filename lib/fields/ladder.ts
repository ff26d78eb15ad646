/**
 * Puts a code in a field: the techniques that pages take, gentlest first, each checked by reading the field back before the
 * next is tried, so that a page which sends a complete code by itself does so once. Never presses a button, never submits.
 */
import { type Box, isInput, textIn } from './boxes';
import type { Hold } from './hold';
import { focusedElement, type OpenRoot } from './walk';

export interface LadderOptions {
  readonly openRoot: OpenRoot;
  readonly hold: Hold;
  /** The page was seen submitting: it has the code, and must not be given it twice. */
  sent(): boolean;
}

/** `rung`: after which the field held the code, or the page took it. `changed`: the field became another before it had the code. */
export type Typed =
  | { readonly kind: 'held'; readonly rung: 'set' | 'insert' | 'paste' | 'digits' | 'paste-again' }
  | { readonly kind: 'changed' }
  | { readonly kind: 'refused' };

const bare = (text: string): string => text.replace(/[\s-]/g, '');

/** What the field holds, without the separators that pages add. */
export const valueOf = (boxes: readonly Box[]): string => bare(boxes.map(textIn).join(''));

function createHands(view: Window & typeof globalThis, openRoot: OpenRoot) {
  const { document: doc } = view;
  const flags = { bubbles: true, composed: true, cancelable: true };
  const send = (target: EventTarget, event: Event): boolean => target.dispatchEvent(event);
  return {
    wait: (ms: number): Promise<unknown> => new Promise((resolve) => void view.setTimeout(resolve, ms)),

    /** While a popup has the keyboard the page hears nothing of `focus()`, so it is told. */
    focus(box: Box): void {
      const before = focusedElement(doc, openRoot);
      box.focus({ preventScroll: true });
      if (doc.hasFocus() || before === box) return;
      const tell = (target: Element, type: string, bubbles: boolean): boolean =>
        send(target, new view.FocusEvent(type, { bubbles, composed: true }));
      if (before && before !== doc.body)
        for (const type of ['blur', 'focusout']) tell(before, type, type === 'focusout');
      for (const type of ['focus', 'focusin']) tell(box, type, type === 'focusin');
    },

    key: (box: Box, type: string, key: string): boolean =>
      send(
        box,
        new view.KeyboardEvent(type, { ...flags, key, code: `${/\d/.test(key) ? 'Digit' : 'Key'}${key}` }),
      ),

    /** A plain assignment reaches the page's own idea of the field: a framework overrides `value` on its wrapper, not on ours. */
    set(box: HTMLInputElement, value: string): void {
      box.value = value;
      send(
        box,
        new view.InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText', data: value }),
      );
    },

    change: (box: Box): boolean => send(box, new view.Event('change', { bubbles: true, composed: true })),

    /** Gives trusted events, for pages that ignore the others. Writes where the focus is: nowhere, if the page took it away. */
    insert(box: Box, value: string): void {
      if (isInput(box)) box.select();
      else doc.getSelection()?.selectAllChildren(box);
      if (focusedElement(doc, openRoot) === box) doc.execCommand('insertText', false, value);
    },

    /** True when the page took the event for itself. Gecko leaves `clipboardData` of a made event empty, and reads two members of its own. */
    paste(box: Box, value: string): boolean {
      const data = new view.DataTransfer();
      data.setData('text/plain', value);
      let event = new view.ClipboardEvent('paste', { ...flags, clipboardData: data });
      if (event.clipboardData?.getData('text/plain') !== value) {
        const init = { ...flags, dataType: 'text/plain', data: value };
        event = new view.ClipboardEvent('paste', init);
      }
      return !send(box, event);
    },
  };
}

const changed: Typed = { kind: 'changed' };

/** Types `code` in one field, or one character in each of its boxes. Before each writing the field is looked at again. */
export async function typeCode(code: string, { openRoot, hold, sent }: LadderOptions): Promise<Typed> {
  const view = hold.boxes()[0]?.ownerDocument.defaultView;
  if (!view) return changed;
  const hands = createHands(view, openRoot);
  const first = (): Box => hold.boxes()[0] as Box;
  const single = hold.boxes().length === 1;
  const isIn = (): boolean => valueOf(hold.boxes()) === code;
  /** The page let the code stand, for an instant at least: if the field goes away now, it went with the code. */
  let complete = false;

  /** Waits for the page, then reads the field. `patient`: the page may need longer. `took`: it took the code for itself. */
  const outcomeOf = async (
    ms: number,
    { patient = false, took = false } = {},
  ): Promise<'held' | 'not' | 'changed'> => {
    for (let waited = 0; ; waited += 60) {
      await hands.wait(ms);
      if (sent()) return 'held';
      const inPage = hold.boxes().every((box) => box.isConnected);
      if (inPage && isIn()) return 'held';
      const now = hold.look();
      if (now === 'gone') return complete || took ? 'held' : 'changed';
      if (now === 'changed') return 'changed';
      if (isIn()) return 'held';
      if (!patient || waited >= 300) return 'not';
    }
  };

  const rungs: readonly [
    Extract<Typed, { kind: 'held' }>['rung'],
    () => Promise<'held' | 'not' | 'changed'>,
  ][] = single
    ? [
        ['set', setAll],
        ['insert', insertAll],
        ['paste', pasteAll],
      ]
    : [
        ['paste', pasteAll],
        ['digits', typeEach],
        ['paste-again', pasteAll],
      ];

  async function setAll() {
    const box = first();
    if (!isInput(box)) return 'not';
    hands.set(box, code);
    hands.change(box);
    complete = isIn();
    // What a framework does to an assignment it does before its handlers return, or in a microtask: a turn of the loop shows it.
    return outcomeOf(complete ? 1 : 30, { patient: box.value === '' });
  }

  async function insertAll() {
    hands.insert(first(), code);
    complete = isIn();
    return outcomeOf(30);
  }

  async function pasteAll() {
    const took = hands.paste(first(), code);
    return outcomeOf(60, { patient: took, took });
  }

  async function typeEach() {
    for (const [index, digit] of [...code].entries()) {
      const seen = index === 0 ? 'same' : hold.look(index);
      if (seen !== 'same') return sent() ? 'held' : 'changed';
      const box = hold.boxes()[index];
      if (!box || !isInput(box)) return 'not';
      hands.focus(box);
      hands.key(box, 'keydown', digit);
      if (box.value !== digit) hands.set(box, digit);
      hands.key(box, 'keyup', digit);
      hands.change(box);
      await hands.wait(15);
    }
    complete = isIn();
    return outcomeOf(30);
  }

  for (const [rung, climb] of rungs) {
    hands.focus(first());
    if (hold.look() !== 'same') return sent() ? { kind: 'held', rung } : changed;
    const outcome = await climb();
    if (outcome === 'held') return { kind: 'held', rung };
    if (outcome === 'changed') return changed;
  }
  return { kind: 'refused' };
}

/** Types a name in a plain text field. True when the field kept it. */
export async function typeText(input: HTMLInputElement, text: string, openRoot: OpenRoot): Promise<boolean> {
  const view = input.ownerDocument.defaultView;
  if (!view) return false;
  const hands = createHands(view, openRoot);
  hands.focus(input);
  hands.set(input, text);
  hands.change(input);
  await hands.wait(20);
  return input.value === text;
}
