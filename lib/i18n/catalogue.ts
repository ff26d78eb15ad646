/**
 * lib/i18n: every word a person reads, in two complete languages. English gives the shape, French satisfies it by type.
 * What the list says is there from the start, in both; all the rest, which most openings never show, is a chunk a language,
 * loaded when it is needed. `browser.i18n` cannot switch language, so it only names the extension.
 */
import type { ErrorCode } from '@/lib/errors';
import type { EnrolWarning } from '@/lib/messages/protocol';
import type { Language } from '@/lib/settings/settings';
import { words as englishWords } from './en';
import type { laterWords as englishLaterWords } from './en-later';
import { words as frenchWords } from './fr';

type English = typeof englishWords & typeof englishLaterWords;

/** `one` and `other` as chosen by Intl.PluralRules; French takes `one` for 0 as well. */
export interface Plural {
  readonly one: string;
  readonly other: string;
}

type Shape<W> = { readonly [K in keyof W]: W[K] extends string ? string : Plural };
export type Words = Shape<typeof englishWords>;
export type LaterWords = Shape<typeof englishLaterWords>;
export type WordKey = keyof English;

/** What is said of failures and warnings. */
export interface Sentences {
  readonly failures: Readonly<Record<ErrorCode, string>>;
  readonly warnings: Readonly<Record<EnrolWarning, string>>;
}

export interface Later extends Sentences {
  readonly words: LaterWords;
  /** Of failures, equal in every language. */
  readonly numbers: Readonly<Record<ErrorCode, number>>;
}

type Named<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Named<Rest> : never;
type Texts<Word> = Word extends string ? Word : Word[keyof Word];

/** Names of the placeholders of one word, read from its English text. */
export type Placeholders<K extends WordKey> = Named<Texts<English[K]>>;

/** What the list says. Not a chunk: one more file would be waited for, longer than the other language is to read. */
export function wordsOf(language: Language): Words {
  return language === 'fr' ? frenchWords : englishWords;
}

/** Loads everything else. */
export async function loadLater(language: Language): Promise<Later> {
  return language === 'fr' ? (await import('./fr-rest')).later : (await import('./en-rest')).later;
}
