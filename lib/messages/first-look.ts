import type { Result } from '@/lib/errors';
import { type Words, wordsOf } from '@/lib/i18n/catalogue';
import { chooseLanguage } from '@/lib/i18n/language';
import type { Language } from '@/lib/settings/settings';
import { parseReply } from './client';
import type { FirstQuestion } from './first-question';
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
  /** Sent already, by a script that runs before this one is read. */
  readonly question: Promise<FirstQuestion>;
}

/** All that a popup, a panel or the settings need before they can be drawn: the background's answer and the words. */
export async function firstLook({ languages, question }: FirstLookOptions): Promise<FirstLook> {
  const { tabId, reply } = await question;
  const glance = parseReply<'glance'>(reply);
  const language = chooseLanguage(glance.ok ? glance.value.settings.language : null, languages);
  return { tabId, glance, languages, language, words: wordsOf(language) };
}
