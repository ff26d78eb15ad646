/** Finds settings by what people call them. */
import { findNamed } from '@/lib/i18n/find-named';
import { settingSynonyms } from '@/lib/i18n/setting-synonyms';
import type { Speech } from '@/lib/i18n/speak';
import { type Place, places, sectionTitles } from './places';

export interface FoundSetting {
  readonly id: string;
  readonly title: string;
  readonly section: string;
}

/** Best first; none for no query. */
export function findSettings(query: string, t: Speech['t']): readonly FoundSetting[] {
  if (query.trim() === '') return [];
  const named = places.map(({ id, title, section }: Place) => ({
    id,
    title: t(title as 'language'),
    hint: t(sectionTitles[section]),
    words: settingSynonyms[id] ?? '',
  }));
  return findNamed(query, named).map(({ id, title, hint }) => ({ id, title, section: hint }));
}
