/** The keys that the sheet of shortcuts tells of; its test holds them against the keyboard of the list. */
import type { WordKey } from '@/lib/i18n/catalogue';
import type { Command } from '../accounts/list-keys';

export interface ShortcutRow {
  readonly word: WordKey;
  /** What the list makes of them; `over`: what opens over everything. */
  readonly does: Command['kind'] | 'over';
  /** Each way is pressed together. */
  readonly keys: readonly (readonly string[])[];
}

/** In the order in which people learn them. */
export const shortcutRows = [
  { word: 'keySearch', does: 'type', keys: [['A…Z']] },
  { word: 'keyWalk', does: 'go', keys: [['↑'], ['↓']] },
  { word: 'keyPages', does: 'go', keys: [['Page ↑'], ['Page ↓']] },
  { word: 'keyEnds', does: 'go', keys: [['↖'], ['↘']] },
  { word: 'keyUse', does: 'use', keys: [['Enter']] },
  { word: 'keyFill', does: 'fill', keys: [['Ctrl', 'Enter']] },
  { word: 'keyReveal', does: 'reveal', keys: [['Shift', 'Enter']] },
  { word: 'keyMenu', does: 'menu', keys: [['Shift', 'F10']] },
  {
    word: 'keyMove',
    does: 'move',
    keys: [
      ['Alt', '↑'],
      ['Alt', '↓'],
      ['Alt', '↖'],
      ['Alt', '↘'],
    ],
  },
  { word: 'keyRemove', does: 'remove', keys: [['Del']] },
  { word: 'keyFind', does: 'find', keys: [['Ctrl', 'F']] },
  { word: 'keyClear', does: 'clear', keys: [['Esc']] },
  { word: 'keyPalette', does: 'over', keys: [['Ctrl', 'K'], ['>']] },
  { word: 'keyThis', does: 'over', keys: [['?']] },
] as const satisfies readonly ShortcutRow[];
