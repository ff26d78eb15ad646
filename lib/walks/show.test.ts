import { expect, it } from 'vitest';
import { account } from '@/tests/fakes/walk-ports';
import { accountsPage } from './show';

const tab = { id: 1, url: 'https://id.example.org/login', privateWindow: false };
const accounts = [
  account({ id: 'a', issuer: 'Amisgest' }),
  account({ id: 'b', issuer: 'Cégep Édouard-Montpetit', sites: ['https://id.example.org'] }),
  account({ id: 'c', issuer: 'Desjardins' }),
  account({ id: 'd', issuer: 'Omnivox', sites: ['https://id.example.org'] }),
  account({
    id: 'e',
    issuer: 'Zoom',
    otp: { kind: 'hotp', secret: 'GEZDGNBVGY3TQOJQ', algorithm: 'SHA1', digits: 6, counter: 4 },
  }),
];
const ids = (offset: number, limit: number, query = '', url: string | null = tab.url) =>
  accountsPage(accounts, { ...tab, url }, { query, offset, limit }, 59_000).rows.map(({ id }) => id);

it('puts the accounts of the site first, each group in the order of the vault', () => {
  expect(ids(0, 10)).toEqual(['b', 'd', 'a', 'c', 'e']);
  expect(ids(0, 10, '', null)).toEqual(['a', 'b', 'c', 'd', 'e']);
});

it('answers any window of the list with the same rows as the whole', () => {
  const whole = ids(0, 10);
  for (let offset = 0; offset <= 5; offset++)
    for (let limit = 0; limit <= 5; limit++)
      expect(ids(offset, limit)).toEqual(whole.slice(offset, offset + limit));
});

it('forgives accents and case in a search', () => {
  expect(ids(0, 10, 'cegep EDOUARD')).toEqual(['b']);
  expect(ids(0, 10, 'nothing like it')).toEqual([]);
});

it('gives this code and the next, RFC 6238 at 59 s, and no code of a counter before it is asked for', () => {
  const page = accountsPage(accounts, tab, { query: '', offset: 0, limit: 5 }, 59_000);
  expect(page.rows[0]?.code).toMatchObject({
    kind: 'timed',
    current: '287082',
    expiresAtMs: 60_000,
    periodSeconds: 30,
  });
  expect(page.rows[4]?.code).toEqual({ kind: 'counted', current: null, counter: 4 });
  expect(page).toMatchObject({ total: 5, here: 2, host: 'id.example.org' });
});
