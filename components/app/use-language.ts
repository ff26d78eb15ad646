import { useEffect, useState } from 'preact/hooks';
import { type Later, loadLater, wordsOf } from '@/lib/i18n/catalogue';
import { chooseLanguage } from '@/lib/i18n/language';
import { type Speech, createSpeech } from '@/lib/i18n/speak';
import type { FirstLook } from '@/lib/messages/first-look';
import type { Language } from '@/lib/settings/settings';

/**
 * Speaks the first look's language at once, fetches the rest of it right after the first drawing, and
 * changes language when the setting does.
 */
export function useLanguage(
  first: FirstLook,
  later: Later | null,
  setting: Language | null | undefined,
): Speech {
  const [speech, setSpeech] = useState(() => createSpeech(first.language, first.words, later));
  const language = setting === undefined ? first.language : chooseLanguage(setting, first.languages);
  useEffect(() => {
    if (speech.complete && speech.language === language) return;
    let wanted = true;
    void loadLater(language).then((rest) => {
      if (wanted) setSpeech(createSpeech(language, wordsOf(language), rest));
    });
    return () => {
      wanted = false;
    };
  }, [language]);
  useEffect(() => {
    document.documentElement.lang = speech.tag;
  }, [speech]);
  return speech;
}
