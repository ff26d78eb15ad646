/** What a key means in the list. Pure: the table of the keyboard, which the sheet of shortcuts tells of. */

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  /** The focus is in the search. */
  readonly inSearch: boolean;
  /** Something is typed in it. */
  readonly hasQuery: boolean;
}

export type Command =
  | { readonly kind: 'use' | 'fill' | 'reveal' | 'menu' | 'remove' | 'clear' | 'find' | 'type' }
  /** By so many rows, or screens of them, or to an end of the list. */
  | { readonly kind: 'go'; readonly by: 'row' | 'screen' | 'all'; readonly to: 1 | -1 }
  | { readonly kind: 'move'; readonly to: 'up' | 'down' | 'first' | 'last' };

const moves: Readonly<Record<string, 'up' | 'down' | 'first' | 'last'>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
};
const steps: Readonly<Record<string, readonly ['row' | 'screen' | 'all', 1 | -1]>> = {
  ArrowUp: ['row', -1],
  ArrowDown: ['row', 1],
  PageUp: ['screen', -1],
  PageDown: ['screen', 1],
  Home: ['all', -1],
  End: ['all', 1],
};

/** `null`: the browser does with it what it always does. */
export function commandOf(press: KeyPress): Command | null {
  const { key, inSearch, hasQuery } = press;
  const control = press.ctrlKey || press.metaKey;
  if (press.altKey) {
    const to = moves[key];
    return to && !control && !inSearch && !press.shiftKey ? { kind: 'move', to } : null;
  }
  if (key === 'Enter') {
    if (control) return { kind: 'fill' };
    if (press.shiftKey) return { kind: 'reveal' };
    return inSearch ? { kind: 'use' } : null;
  }
  if (control) return key === 'f' ? { kind: 'find' } : null;
  if (key === 'Escape') return { kind: 'clear' };
  if (key === 'ContextMenu' || (key === 'F10' && press.shiftKey)) return inSearch ? null : { kind: 'menu' };
  if (key === 'Delete') return inSearch ? null : { kind: 'remove' };
  const step = steps[key];
  if (step) {
    const [by, to] = step;
    // They move the caret in what is typed.
    if (press.shiftKey || (by === 'all' && inSearch && hasQuery)) return null;
    return { kind: 'go', by, to };
  }
  return !inSearch && key.length === 1 && key !== ' ' ? { kind: 'type' } : null;
}
