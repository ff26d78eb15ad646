import type { Result } from '@/lib/errors';
import { type Words, loadWords } from '@/lib/i18n/catalogue';
import { chooseLanguage } from '@/lib/i18n/language';
import type { Language } from '@/lib/settings/settings';
import { ask } from './client';
import { firstRows } from './first-rows';
import type { Glance } from './protocol';

export interface FirstLook {
  readonly tabId: number | null;
  readonly glance: Result<Glance>;
  /** What the browser speaks, best first. */
  readonly languages: readonly string[];
  readonly language: Language;
  readonly words: Words;
}

export interface FirstLookOptions {
  readonly languages: readonly string[];
  readonly activeTabId: () => Promise<number | null>;
}

/**
 * Asks for all that a popup or panel needs before it can be drawn, at the same time: the background's answer and the
 * words. The browser's language is loaded before the setting is known, being the right one nearly always.
 */
export async function firstLook({ languages, activeTabId }: FirstLookOptions): Promise<FirstLook> {
  const guess = chooseLanguage(null, languages);
  const guessed = loadWords(guess);
  const tabId = await activeTabId().catch(() => null);
  const glance = await ask('glance', { tabId, limit: firstRows });
  const language = glance.ok ? chooseLanguage(glance.value.settings.language, languages) : guess;
  return {
    tabId,
    glance,
    languages,
    language,
    words: language === guess ? await guessed : await loadWords(language),
  };
}
