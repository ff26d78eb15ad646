import type { Language } from '@/lib/settings/settings';

/**
 * The language to speak: the person's choice, else the first of the browser's languages (BCP 47, best first) that is
 * French or English, else English, as the manifest's `default_locale`.
 */
export function chooseLanguage(setting: Language | null, browserLanguages: readonly string[]): Language {
  if (setting) return setting;
  for (const tag of browserLanguages) {
    const [primary] = tag.toLowerCase().split('-');
    if (primary === 'fr' || primary === 'en') return primary;
  }
  return 'en';
}
