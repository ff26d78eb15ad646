import { useEffect, useRef, useState } from 'preact/hooks';
import { type Later, loadLater, wordsOf } from '@/lib/i18n/catalogue';
import { chooseLanguage } from '@/lib/i18n/language';
import { type Speech, createSpeech } from '@/lib/i18n/speak';
import type { FirstLook } from '@/lib/messages/first-look';
import type { Language } from '@/lib/settings/settings';

/** By then the first drawing is on the screen, and hardly anybody has done anything. */
const pauseMs = 300;

/**
 * Speaks the first look's language at once, fetches the rest of it as soon as a word of it is wanted, or in a pause, and changes
 * language when the setting does. What is on the screen is drawn again only when it lacked a word.
 */
export function useLanguage(
  first: FirstLook,
  later: Later | null,
  setting: Language | null | undefined,
): Speech {
  const wants = useRef(false);
  const load = useRef<() => void>(() => undefined);
  const [speech, setSpeech] = useState(() =>
    createSpeech(first.language, first.words, later, () => {
      wants.current = true;
      load.current();
    }),
  );
  const language = setting === undefined ? first.language : chooseLanguage(setting, first.languages);
  useEffect(() => {
    if (speech.complete && speech.language === language) return;
    let isWanted = true;
    let loading: Promise<void> | undefined;
    load.current = () => {
      loading ??= loadLater(language).then((rest) => {
        if (!isWanted) return;
        if (speech.language === language && !wants.current) speech.add(rest);
        else setSpeech(createSpeech(language, wordsOf(language), rest));
      });
    };
    const timer = setTimeout(() => load.current(), pauseMs);
    if (wants.current || speech.language !== language) load.current();
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [language]);
  useEffect(() => {
    document.documentElement.lang = speech.tag;
  }, [speech]);
  return speech;
}
