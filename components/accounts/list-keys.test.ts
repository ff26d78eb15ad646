import { expect, test } from 'vitest';
import { type Command, type KeyPress, commandOf } from './list-keys';

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const inSearch = { ...none, inSearch: true, hasQuery: false };
const inList = { ...none, inSearch: false, hasQuery: false };
const typed = { ...inSearch, hasQuery: true };
const go = (by: 'row' | 'screen' | 'all', to: 1 | -1): Command => ({ kind: 'go', by, to });

test.each<[string, Omit<KeyPress, 'key'>, Command | null]>([
  ['Enter', inSearch, { kind: 'use' }],
  ['Enter', inList, null],
  ['Enter', { ...inList, ctrlKey: true }, { kind: 'fill' }],
  ['Enter', { ...inSearch, metaKey: true }, { kind: 'fill' }],
  ['Enter', { ...inList, shiftKey: true }, { kind: 'reveal' }],
  ['ArrowDown', inSearch, go('row', 1)],
  ['ArrowUp', inList, go('row', -1)],
  ['PageDown', typed, go('screen', 1)],
  ['PageUp', inList, go('screen', -1)],
  ['Home', inList, go('all', -1)],
  ['End', inSearch, go('all', 1)],
  ['End', typed, null],
  ['End', { ...inSearch, shiftKey: true }, null],
  ['ArrowUp', { ...inList, altKey: true }, { kind: 'move', to: 'up' }],
  ['ArrowDown', { ...inList, altKey: true }, { kind: 'move', to: 'down' }],
  ['Home', { ...inList, altKey: true }, { kind: 'move', to: 'first' }],
  ['End', { ...inList, altKey: true }, { kind: 'move', to: 'last' }],
  ['ArrowUp', { ...inSearch, altKey: true }, null],
  ['ArrowLeft', { ...inList, altKey: true }, null],
  ['@', { ...inList, altKey: true, ctrlKey: true }, null],
  ['Escape', inSearch, { kind: 'clear' }],
  ['Delete', inList, { kind: 'remove' }],
  ['Delete', typed, null],
  ['ContextMenu', inList, { kind: 'menu' }],
  ['F10', { ...inList, shiftKey: true }, { kind: 'menu' }],
  ['F10', inList, null],
  ['f', { ...inList, ctrlKey: true }, { kind: 'find' }],
  ['c', { ...inList, ctrlKey: true }, null],
  ['é', inList, { kind: 'type' }],
  [' ', inList, null],
  ['Tab', inList, null],
  ['a', inSearch, null],
])('%s with %o', (key, where, command) => {
  expect(commandOf({ key, ...where })).toEqual(command);
});
