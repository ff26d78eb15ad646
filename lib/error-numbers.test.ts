import { expect, test } from 'vitest';
import { errorNumbers, retiredNumbers, wordNumbers } from './error-numbers';
import { errorCodes } from './errors';
import { loadLater, wordsOf } from './i18n/catalogue';

const inUse = Object.values(errorNumbers);

test('every failure has a number, of three digits, and nothing else has one', () => {
  expect(Object.keys(errorNumbers).sort()).toEqual([...errorCodes].sort());
  for (const number of inUse) expect(String(number)).toMatch(/^[1-9]\d\d$/);
});

test('no number means two failures, nor one that there is no more', () => {
  const all = [...inUse, ...Object.values(wordNumbers), ...retiredNumbers];
  expect(new Set(all).size).toBe(all.length);
});

test('numbers that people have been told stay what they were', () => {
  // A few of each hundred, written down once: a renumbering must be seen.
  expect(errorNumbers).toMatchObject({
    'qr-none': 101,
    'qr-microsoft': 106,
    'uri-too-long': 121,
    'page-protected': 201,
    'field-none': 207,
    'vault-locked': 301,
    'vault-damaged': 302,
    'password-wrong': 310,
    'backup-not-ours': 401,
    'file-malformed': 501,
    'account-unknown': 601,
    internal: 903,
  });
});

test('a number that is written in a word is one of ours, and the same in both languages', async () => {
  const numbersIn = async (language: 'fr' | 'en') => {
    const words = { ...wordsOf(language), ...(await loadLater(language)).words };
    return Object.fromEntries(
      Object.entries(words).flatMap(([key, word]) => {
        const texts: readonly string[] = typeof word === 'string' ? [word] : [word.one, word.other];
        const numbers = texts.map((text) => Number(/\(S-(\d+)\)$/.exec(text)?.[1] ?? 0));
        expect(new Set(numbers).size, key).toBe(1);
        return numbers[0] ? [[key, numbers[0]]] : [];
      }),
    );
  };
  const [french, english] = [await numbersIn('fr'), await numbersIn('en')];
  expect(french).toEqual(english);
  expect(french).toMatchObject(wordNumbers);
  const ours: readonly number[] = [...inUse, ...Object.values(wordNumbers)];
  for (const [key, number] of Object.entries(french)) expect(ours, key).toContain(number);
});
