/** Finds settings by what people call them: names in the language shown, and other words for them in both. */
import { settingSynonyms } from '@/lib/i18n/setting-synonyms';
import { fold } from '@/lib/i18n/fold';
import type { Speech } from '@/lib/i18n/speak';
import { type Place, places, sectionTitles } from './places';

export interface FoundSetting {
  readonly id: string;
  readonly title: string;
  readonly section: string;
}

/** Every word of the query begins a word of the name, of its section or of what else it is called; best first. */
export function findSettings(query: string, t: Speech['t']): readonly FoundSetting[] {
  const wanted = wordsOf(query);
  if (wanted.length === 0) return [];
  const rated = places.flatMap((place: Place) => {
    const title = t(place.title as 'language');
    const section = t(sectionTitles[place.section]);
    const own = wordsOf(title);
    const all = [...own, ...wordsOf(settingSynonyms[place.id] ?? ''), ...wordsOf(section)];
    if (!wanted.every((word) => all.some((one) => one.startsWith(word)))) return [];
    const inTitle = wanted.filter((word) => own.some((one) => one.startsWith(word))).length;
    return [{ id: place.id, title, section, inTitle }];
  });
  return rated
    .sort((a, b) => b.inTitle - a.inTitle)
    .map(({ id, title, section }) => ({ id, title, section }));
}

function wordsOf(text: string): string[] {
  return fold(text)
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter(Boolean);
}
