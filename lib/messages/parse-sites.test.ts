import { expect, it } from 'vitest';
import { parsers } from './parse';

const origin = 'https://portail.exemple.ca';
const memory = { field: 'k', accountId: 'a', never: true, unattended: false };

it.each([
  ['sites.undo', {}, {}],
  ['sites.undo', { origin, memory, accountId: 'a', more: 1 }, { origin, memory, accountId: 'a' }],
  ['sites.undo', { domain: 'exemple.ca', accountId: 'a' }, { domain: 'exemple.ca', accountId: 'a' }],
  ['sites.undo', { httpHost: 'intranet:8080' }, { httpHost: 'intranet:8080' }],
  ['sites.undo', { origin: `${origin}/chemin` }, undefined],
  ['sites.undo', { origin, memory: { ...memory, other: 1 } }, undefined],
  ['sites.undo', { origin, memory: { unattended: 'yes' } }, undefined],
  ['sites.undo', { origin, memory: null }, undefined],
  ['sites.undo', { accountId: '' }, undefined],
  ['sites.undo', { httpHost: 'intranet/x' }, undefined],
  ['sites.change', { origin, change: { never: true } }, undefined],
  ['sites.change', { origin, change: { never: false } }, { origin, change: { never: false } }],
] as const)('%s: of %o takes %o', (name, given, taken) => {
  expect(parsers[name](given)).toEqual(taken);
});
