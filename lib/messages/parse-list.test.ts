import { expect, it } from 'vitest';
import { parsers, parseSettingsChange } from './parse';

const page = { tabId: 3, query: 'x', offset: 0, limit: 12 };

it.each([
  ['accounts.page', page, page],
  ['accounts.page', { ...page, tag: 'Travail', follow: 'a' }, { ...page, tag: 'Travail', follow: 'a' }],
  ['accounts.page', { ...page, tag: 7, follow: '' }, page],
  ['accounts.page', { ...page, query: 'x'.repeat(301) }, undefined],
  ['accounts.page', { ...page, limit: 201 }, undefined],
  ['accounts.page', { ...page, tabId: 'x' }, undefined],
  ['list.pin', { accountId: 'a', pinned: true }, { accountId: 'a', pinned: true }],
  ['list.pin', { accountId: 'a', pinned: 'yes' }, undefined],
  [
    'list.tags',
    { accountId: 'a', tags: [' Maison ', 'Maison', 'B'] },
    { accountId: 'a', tags: ['Maison', 'B'] },
  ],
  ['list.tags', { accountId: 'a', tags: ['  '] }, undefined],
  ['list.tags', { accountId: 'a', tags: ['x'.repeat(101)] }, undefined],
  ['list.tags', { accountId: 'a', tags: ['\uD800'] }, undefined],
  ['list.move', { tabId: null, accountId: 'a', to: 'up' }, { tabId: null, accountId: 'a', to: 'up' }],
  ['list.move', { tabId: null, accountId: 'a', to: 'away' }, undefined],
  [
    'list.move',
    { tabId: 1, accountId: 'a', to: { side: 'after', accountId: 'b', more: 1 } },
    { tabId: 1, accountId: 'a', to: { side: 'after', accountId: 'b' } },
  ],
  ['list.used', { accountId: 'a', untilMs: null }, { accountId: 'a', untilMs: null }],
  ['list.used', { accountId: 'a', untilMs: -1 }, undefined],
  ['list.about', { accountId: '' }, undefined],
] as const)('%s: of %o takes %o', (name, given, taken) => {
  expect(parsers[name](given)).toEqual(taken);
});

it('takes the orders it knows', () => {
  expect(parseSettingsChange({ sort: 'own', codesOnDemand: true })).toEqual({
    sort: 'own',
    codesOnDemand: true,
  });
  expect(parseSettingsChange({ sort: 'colour' })).toBeNull();
});
