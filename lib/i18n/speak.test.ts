import { expect, test } from 'vitest';
import { loadLater, wordsOf } from './catalogue';
import { chooseLanguage } from './language';
import { createSpeech } from './speak';

const fr = createSpeech('fr', wordsOf('fr'), await loadLater('fr'));
const en = createSpeech('en', wordsOf('en'), await loadLater('en'));

test('fills named placeholders', () => {
  expect(en.t('filledCode', { host: 'id.example.ca' })).toBe('Code entered in id.example.ca');
  expect(fr.t('filledCode', { host: 'id.example.ca' })).toBe('Code entré dans id.example.ca');
});

test('puts a value in as it is, also one that looks like a placeholder or a pattern', () => {
  expect(en.t('copyCode', { code: '123', issuer: '{name}', name: '$&' })).toBe('{name}, $&: copy code 123');
});

test.each(['مستشفى', 'שרה@example.org', '\u202Egnitset'])(
  'a name that runs the other way stays in its place: %s',
  (host) => {
    expect(en.t('filledCode', { host })).toBe(`Code entered in \u2068${host}\u2069`);
  },
);

test.each([
  [0, '0 compte', '0 accounts'],
  [1, '1 compte', '1 account'],
  [2, '2 comptes', '2 accounts'],
  [1_000_000, '1\u00A0000\u00A0000 comptes', '1,000,000 accounts'],
])('chooses the plural of %i in each language', (count, french, english) => {
  expect(fr.t('accountsFound', { count })).toBe(french);
  expect(en.t('accountsFound', { count })).toBe(english);
});

test('writes durations and dates as in Canada', () => {
  expect(fr.duration(12)).toMatch(/^12\s+s$/);
  expect(fr.duration(15 * 60)).toMatch(/^15\s+minutes$/);
  expect(fr.duration(3600)).toMatch(/^1\s+heure$/);
  expect(fr.date(Date.UTC(2026, 10, 21, 12))).toBe('21 novembre 2026');
  expect(en.date(Date.UTC(2026, 10, 21, 12))).toBe('November 21, 2026');
});

test('says a failure by its code', () => {
  expect(fr.failure({ code: 'vault-locked' })).toContain('Le coffre est verrouillé.');
  expect(en.failure({ code: 'vault-locked', details: { extra: 'x' } })).toContain('The vault is locked.');
});

test.each([
  ['fr', ['en-CA'], 'fr'],
  ['en', ['fr-CA'], 'en'],
  [null, ['fr-CA', 'en'], 'fr'],
  [null, ['EN-us', 'fr'], 'en'],
  [null, ['es-MX', 'fr-FR'], 'fr'],
  [null, ['frr', 'zh'], 'en'],
  [null, [], 'en'],
] as const)('with the setting %s and the browser in %s, speaks %s', (setting, browser, expected) => {
  expect(chooseLanguage(setting, browser)).toBe(expected);
});

test('says the number of a failure, the same in both languages', () => {
  for (const speech of [fr, en]) expect(speech.failure({ code: 'vault-locked' })).toMatch(/\. \(S-301\)$/);
});

test.each(['oops', 'constructor'])('says something of a failure that it does not know (%s)', (code) => {
  expect(en.failure({ code: code as 'internal' })).toBe(en.failure({ code: 'internal' }));
});
