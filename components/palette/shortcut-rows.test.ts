import { expect, test } from 'vitest';
import { type KeyPress, commandOf } from '../accounts/list-keys';
import { type ShortcutRow, shortcutRows } from './shortcut-rows';

/** As the sheet writes a key, and as the browser names it. */
const keyNames: Readonly<Record<string, string>> = {
  'A…Z': 'a',
  '↑': 'ArrowUp',
  '↓': 'ArrowDown',
  'Page ↑': 'PageUp',
  'Page ↓': 'PageDown',
  '↖': 'Home',
  '↘': 'End',
  Del: 'Delete',
  Esc: 'Escape',
  F: 'f',
};
const places = [
  { inSearch: true, hasQuery: false },
  { inSearch: false, hasQuery: false },
];
const pressed = (keys: readonly string[]): Omit<KeyPress, 'inSearch' | 'hasQuery'> => ({
  key: keys.map((key) => keyNames[key] ?? key).at(-1) ?? '',
  ctrlKey: keys.includes('Ctrl'),
  metaKey: false,
  altKey: keys.includes('Alt'),
  shiftKey: keys.includes('Shift'),
});
const rows: readonly ShortcutRow[] = shortcutRows;
const listRows = rows.filter(({ does }) => does !== 'over');

test.each(
  listRows.flatMap(({ word, does, keys }) => keys.map((way) => [way.join('+'), word, does, way] as const)),
)('%s does what the sheet says: %s', (_name, _word, does, way) => {
  const kinds = places.map((place) => commandOf({ ...pressed(way), ...place })?.kind);
  expect(kinds).toContain(does);
});

test('the sheet leaves out nothing that a key does in the list', () => {
  const told = new Set(listRows.map(({ does }) => does));
  const keys = [
    'a',
    ' ',
    '1',
    'f',
    'k',
    'Enter',
    'Escape',
    'Delete',
    'Backspace',
    'Tab',
    'F10',
    'ContextMenu',
    'Home',
    'End',
    'PageUp',
    'PageDown',
    'ArrowUp',
    'ArrowDown',
    'ArrowLeft',
    'ArrowRight',
  ];
  const bits = [false, true];
  for (const key of keys)
    for (const ctrlKey of bits)
      for (const altKey of bits)
        for (const shiftKey of bits)
          for (const place of places) {
            const does = commandOf({ key, ctrlKey, metaKey: false, altKey, shiftKey, ...place })?.kind;
            if (does) expect(told, `${key} ${ctrlKey} ${altKey} ${shiftKey}`).toContain(does);
          }
});
