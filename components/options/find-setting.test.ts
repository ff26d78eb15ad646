import { expect, test } from 'vitest';
import { loadLater, wordsOf } from '@/lib/i18n/catalogue';
import { fold } from '@/lib/i18n/fold';
import { createSpeech } from '@/lib/i18n/speak';
import { findSettings } from './find-setting';
import { places } from './places';

const speeches = {
  fr: createSpeech('fr', wordsOf('fr'), await loadLater('fr')),
  en: createSpeech('en', wordsOf('en'), await loadLater('en')),
};
const both = ['fr', 'en'] as const;
const found = (query: string, shown: 'fr' | 'en' = 'fr') =>
  findSettings(query, speeches[shown].t).map(({ id }) => id);
/** Words that say something. */
const telling = (title: string) =>
  fold(title)
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter((word) => word.length > 3);

test.each(both.flatMap((shown) => both.map((named) => [shown, named] as const)))(
  'in a page in %s every setting is found by its name in %s, without its accents',
  (shown, named) => {
    for (const { id, title } of places) {
      const name = speeches[named].t(title as 'language');
      for (const word of telling(name)) expect(found(word, shown), `${name}: ${word}`).toContain(id);
      expect(found(telling(name).join(' '), shown), name).toContain(id);
    }
  },
);

test('what is called so leaves out what is only nearly called so', () => {
  for (const query of ['mot', 'code', 'kit']) {
    const ids = found(query);
    expect(ids.length, query).toBeGreaterThan(0);
    expect(ids.length, query).toBeLessThan(places.length / 2);
  }
  expect(found('trousse')).toEqual(['kit']);
});

test.each([
  ['verouillage', 'lock'],
  ['presse papier', 'clipboard'],
  ['mot de pase', 'way-password'],
  ['SAUVEGARDE', 'copy'],
  ['autofill', 'site-fill'],
  ['raccourci', 'shortcuts'],
  ['exercice', 'welcome'],
  ['thème sombre', 'look'],
  ['nouvel ordinateur', 'receive'],
  ['hibou', null],
  ['  ', null],
])('what is called %s is found as %s', (query, id) => {
  if (id === null) expect(found(query)).toEqual([]);
  else expect(found(query).slice(0, 3)).toContain(id);
});
