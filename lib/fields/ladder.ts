/**
 * Puts a code in a field: the techniques that pages take, gentlest first, each checked by reading the field back before the
 * next is tried, so that a page which sends a complete code by itself does so once. Never presses a button, never submits.
 */
import { focusedElement, type OpenRoot } from './walk';

export interface LadderOptions {
  readonly openRoot: OpenRoot;
  /** The same field after the page has drawn it anew; `null`: it is no longer there. */
  refind(): readonly HTMLInputElement[] | null;
}

/** The rung that held, or `null` when the page took none. */
export type Rung = 'set' | 'insert' | 'paste' | 'digits' | 'paste-again' | null;

type Inputs = readonly HTMLInputElement[];

const bare = (text: string): string => text.replace(/[\s-]/g, '');

/** What the field holds, without the separators that pages add. */
export const valueOf = (inputs: Inputs): string => bare(inputs.map((input) => input.value).join(''));

const usable = (inputs: Inputs | null): inputs is Inputs =>
  inputs !== null &&
  inputs.length > 0 &&
  inputs.every((input) => input.isConnected && !input.disabled && !input.readOnly);

function createHands(view: Window & typeof globalThis, openRoot: OpenRoot) {
  const { document: doc } = view;
  const flags = { bubbles: true, composed: true, cancelable: true };
  const send = (target: EventTarget, event: Event): boolean => target.dispatchEvent(event);
  return {
    wait: (ms: number): Promise<unknown> => new Promise((resolve) => void view.setTimeout(resolve, ms)),

    /** While a popup has the keyboard the page hears nothing of `focus()`, so it is told. */
    focus(input: HTMLInputElement): void {
      const before = focusedElement(doc, openRoot);
      input.focus({ preventScroll: true });
      if (doc.hasFocus() || before === input) return;
      const tell = (target: Element, type: string, bubbles: boolean): boolean =>
        send(target, new view.FocusEvent(type, { bubbles, composed: true }));
      if (before && before !== doc.body)
        for (const type of ['blur', 'focusout']) tell(before, type, type === 'focusout');
      for (const type of ['focus', 'focusin']) tell(input, type, type === 'focusin');
    },

    key: (input: HTMLInputElement, type: string, key: string): boolean =>
      send(
        input,
        new view.KeyboardEvent(type, { ...flags, key, code: `${/\d/.test(key) ? 'Digit' : 'Key'}${key}` }),
      ),

    /** A plain assignment reaches the page's own idea of the field: a framework overrides `value` on its wrapper, not on ours. */
    set(input: HTMLInputElement, value: string): void {
      input.value = value;
      send(
        input,
        new view.InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText', data: value }),
      );
    },

    change: (input: HTMLInputElement): boolean =>
      send(input, new view.Event('change', { bubbles: true, composed: true })),

    /** Gives trusted events, for pages that ignore the others. */
    insert(input: HTMLInputElement, value: string): void {
      input.select();
      doc.execCommand('insertText', false, value);
    },

    /** True when the page took the event for itself. Gecko leaves `clipboardData` of a made event empty, and reads two members of its own. */
    paste(input: HTMLInputElement, value: string): boolean {
      const data = new view.DataTransfer();
      data.setData('text/plain', value);
      let event = new view.ClipboardEvent('paste', { ...flags, clipboardData: data });
      if (event.clipboardData?.getData('text/plain') !== value) {
        const init = { ...flags, dataType: 'text/plain', data: value };
        event = new view.ClipboardEvent('paste', init);
      }
      return !send(input, event);
    },
  };
}

/**
 * Types `code` in one field, or one character in each box. Resolves to the rung after which the field held the code, or
 * after which the page took the field away; to `null` when nothing held.
 */
export async function typeCode(
  inputs: Inputs,
  code: string,
  { openRoot, refind }: LadderOptions,
): Promise<Rung> {
  const view = inputs[0]?.ownerDocument.defaultView;
  if (!view) return null;
  const hands = createHands(view, openRoot);
  let now: Inputs | null = inputs;

  /** Waits for the page, then says whether the code is in; `taken`: the page seems to have accepted it and may be removing the field. */
  const holds = async (taken: boolean, ms: number): Promise<boolean> => {
    for (let waited = 0; ; waited += 60) {
      await hands.wait(ms);
      if (!usable(now) || now.some((input) => !input.isConnected)) now = refind();
      if (!usable(now) || valueOf(now) === code) return true;
      if (!taken || waited >= 300) return false;
    }
  };
  const first = (): HTMLInputElement => (now as Inputs)[0] as HTMLInputElement;

  hands.focus(first());
  if (inputs.length > 1) {
    if (await holds(hands.paste(first(), code), 60)) return 'paste';
    for (const [index, digit] of [...code].entries()) {
      if (!now?.[index]?.isConnected) now = refind();
      const input: HTMLInputElement | undefined = now?.[index];
      if (!input || !usable(now)) break;
      hands.focus(input);
      hands.key(input, 'keydown', digit);
      if (input.value !== digit) hands.set(input, digit);
      hands.key(input, 'keyup', digit);
      hands.change(input);
      await hands.wait(15);
    }
    if (await holds(false, 30)) return 'digits';
    hands.paste(first(), code);
    return (await holds(false, 60)) ? 'paste-again' : null;
  }

  hands.set(first(), code);
  hands.change(first());
  // What a framework does to an assignment it does before its handlers return, or in a microtask: a turn of the loop shows it.
  if (await holds(first().value === '', first().value === code ? 1 : 30)) return 'set';
  hands.focus(first());
  hands.insert(first(), code);
  if (await holds(false, 30)) return 'insert';
  hands.paste(first(), code);
  return (await holds(false, 60)) ? 'paste' : null;
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
