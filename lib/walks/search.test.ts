import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fold } from '@/lib/i18n/fold';
import { errorsBetween, errorsForgiven } from '@/lib/i18n/nearly';
import { account } from '@/tests/fakes/walk-ports';
import { searchAccounts } from './search';
import { errorsByWord, indexWords, tooMany } from './words-index';

const accounts = [
  account({ id: 'hub', issuer: 'GitHub', name: 'marie@exemple.quebec', tags: ['Travail'] }),
  account({
    id: 'cegep',
    issuer: 'Cégep Édouard-Montpetit',
    name: 'e1234567',
    sites: ['https://omnivox.ca'],
  }),
  account({ id: 'aws', issuer: 'Amazon Web Services', name: 'root', note: 'Facturation: github de Luc' }),
  account({
    id: 'caisse',
    issuer: 'Desjardins',
    name: 'Marie-Ève',
    sites: ['https://accweb.mouv.desjardins.com'],
  }),
  account({ id: 'octo', issuer: '🐙 Octopus', name: 'pieuvre' }),
  account({ id: 'hebrew', issuer: 'בנק הפועלים', name: 'משה' }),
  account({ id: 'isolated', issuer: '\u2067בנק\u2069 לאומי', name: '' }),
  account({ id: 'wide', issuer: 'ＰａｙＰａｌ', name: 'x' }),
  account({ id: 'oeuvre', issuer: 'Œuvre d’art', name: '' }),
];
const found = (query: string) => searchAccounts(accounts, query).map(({ id }) => id);

it.each([
  ['cegep EDOUARD', ['cegep']],
  ['montpetit', ['cegep']],
  ['eve', ['caisse']],
  ['marie github', ['hub']],
  ['travail', ['hub']],
  ['omnivox', ['cegep']],
  ['aws', ['aws']],
  ['amazonweb', ['aws']],
  ['🐙', ['octo']],
  ['בנק', ['isolated', 'hebrew']],
  ['paypal', ['wide']],
  ["oeuvre d'art", ['oeuvre']],
  ['facturation', ['aws']],
  ['nothing like it', []],
])('finds “%s”', (query, ids) => {
  expect(found(query).toSorted()).toEqual(ids.toSorted());
});

it.each([
  ['gihub', 'hub'],
  ['githbu', 'hub'],
  ['gitthub', 'hub'],
  ['gothub', 'hub'],
  ['desjrad', 'caisse'],
  ['dejsardins', 'caisse'],
  ['edourad', 'cegep'],
  ['amazom servces', 'aws'],
  ['pypal', 'wide'],
  ['octpus', 'octo'],
])('forgives the typing errors of “%s”', (query, id) => {
  expect(found(query)).toEqual([id]);
});

it('puts what an account is known by before what only its note or site says', () => {
  expect(found('github')).toEqual(['hub', 'aws']);
  expect(found('desj')[0]).toBe('caisse');
});

it('keeps what only a note says first, when a name is nearly it', () => {
  const near = [account({ id: 'near', issuer: 'Lucy' }), account({ id: 'note', issuer: 'X', note: 'luci' })];
  expect(searchAccounts(near, 'luci').map(({ id }) => id)).toEqual(['note', 'near']);
});

it('asks no short word to be right, and no other word for it', () => {
  expect(found('gi')).toEqual(['hub', 'aws']);
  expect(found('gx')).toEqual([]);
});

it('gives two hundred accounts of one issuer in the order they came', () => {
  const many = Array.from({ length: 200 }, (_, index) =>
    account({ id: `${index}`, issuer: 'Google', name: `n${index}` }),
  );
  expect(searchAccounts(many, 'google')).toEqual(many);
  expect(searchAccounts(many, 'gogle')).toEqual(many);
  expect(searchAccounts(many, 'google n199').map(({ id }) => id)).toEqual(['199']);
});

it('is not held up by names of 300 characters', () => {
  const long = account({ id: 'long', issuer: 'é'.repeat(300), name: `${'ab'.repeat(149)}zz` });
  expect(searchAccounts([long], 'e'.repeat(300))).toEqual([long]);
  expect(searchAccounts([long], 'x'.repeat(300))).toEqual([]);
});

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '1'), minLength: 1, maxLength: 12 });

it('never hides an account that holds what was typed, whatever else is nearly it', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(word, word), { minLength: 1, maxLength: 8 }), word, (names, query) => {
      const all = names.map(([issuer, name], index) => account({ id: `${index}`, issuer, name }));
      const given = searchAccounts(all, query);
      const holds = all.filter(({ issuer, name }) => fold(`${issuer}\n${name}`).includes(fold(query)));
      expect(new Set(given.slice(0, holds.length))).toEqual(new Set(holds));
      expect(new Set(given).size).toBe(given.length);
    }),
  );
});

/** The textbook table, against which the band is checked. */
function tableErrors(term: string, text: string): number {
  const table = Array.from({ length: text.length + 1 }, (_, at) =>
    Array.from({ length: term.length + 1 }, (_, column) => (at === 0 ? column : at)),
  );
  for (let at = 1; at <= text.length; at++)
    for (let column = 1; column <= term.length; column++) {
      const same = term[column - 1] === text[at - 1] ? 0 : 1;
      let errors = Math.min(
        table[at - 1]![column - 1]! + same,
        table[at - 1]![column]! + 1,
        table[at]![column - 1]! + 1,
      );
      if (at > 1 && column > 1 && term[column - 2] === text[at - 1] && term[column - 1] === text[at - 2])
        errors = Math.min(errors, table[at - 2]![column - 2]! + 1);
      table[at]![column] = errors;
    }
  return Math.min(...table.map((line) => line[term.length]!));
}

it('counts errors as the whole table does', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(letters, letters, fc.integer({ min: 0, max: 2 }), (term, text, most) => {
      expect(errorsBetween(term, text, most)).toBe(Math.min(tableErrors(term, text), most + 1));
    }),
    { numRuns: 2000 },
  );
});

it('counts them for all words of a list as for each', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(letters, fc.array(fc.array(letters, { maxLength: 3 }), { maxLength: 12 }), (term, texts) => {
      const index = indexWords(texts);
      const errors = errorsByWord(term, index);
      const most = errorsForgiven(term.length);
      texts.forEach((text, at) => {
        const places = [...index.places.subarray(index.starts[at], index.starts[at + 1])];
        expect(places.map((place) => index.words[place])).toEqual(text);
        for (const place of places) {
          const count = tableErrors(term, index.words[place]!);
          expect(errors[place]).toBe(count <= most ? count : tooMany);
        }
      });
    }),
    { numRuns: 2000 },
  );
});

it('finds the same while somebody types as at once', () => {
  const typed = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '1'), maxLength: 6 });
  fc.assert(
    fc.property(fc.array(typed), fc.array(typed, { maxLength: 6 }), (issuers, queries) => {
      const all = issuers.map((issuer, index) => account({ id: `${index}`, issuer, name: '' }));
      for (const query of queries)
        for (let end = 1; end <= query.length; end += 1)
          expect(searchAccounts(all, query.slice(0, end))).toEqual(
            searchAccounts([...all], query.slice(0, end)),
          );
    }),
  );
});
