import { expect, test } from 'vitest';
import { settingSynonyms } from '@/lib/i18n/setting-synonyms';
import { placeOf, places, sections, standsIn } from './places';

test('every place has an id of its own, also apart from the sections', () => {
  const ids = [...sections, ...places.map(({ id }) => id)];
  expect(new Set(ids).size).toBe(ids.length);
});

test('every place has other words to be found by, and there are none for what is no place', () => {
  expect(Object.keys(settingSynonyms).sort()).toEqual(places.map(({ id }) => id).sort());
});

test('every section has something in it, and a row that may be missing stands in a card of its section', () => {
  for (const section of sections) expect(places.some((place) => place.section === section)).toBe(true);
  for (const { id, section } of places)
    for (const card of standsIn(id)) expect(placeOf(`#${card}`).section).toBe(section);
});
