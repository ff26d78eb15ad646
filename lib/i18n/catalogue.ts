/**
 * lib/i18n: every word a person reads, in two complete languages. English gives the shape, French satisfies it by type.
 * A language is two chunks loaded when they are needed: what the list says, and all the rest, which most openings never
 * show. `browser.i18n` cannot switch language, so it only names the extension.
 */
import type { ErrorCode } from '@/lib/errors';
import type { EnrolWarning } from '@/lib/messages/protocol';
import type { Language } from '@/lib/settings/settings';
import type { words as englishWords } from './en';
import type { laterWords as englishLaterWords } from './en-later';

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
}

type Named<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Named<Rest> : never;
type Texts<Word> = Word extends string ? Word : Word[keyof Word];

/** Names of the placeholders of one word, read from its English text. */
export type Placeholders<K extends WordKey> = Named<Texts<English[K]>>;

/** Loads what the list says in one language; the other stays on disk. */
export async function loadWords(language: Language): Promise<Words> {
  return language === 'fr' ? (await import('./fr')).words : (await import('./en')).words;
}

/** Loads everything else. */
export async function loadLater(language: Language): Promise<Later> {
  return language === 'fr' ? (await import('./fr-rest')).later : (await import('./en-rest')).later;
}
