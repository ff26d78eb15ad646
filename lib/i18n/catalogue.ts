/**
 * lib/i18n: every word a person reads, in two complete languages. English gives the shape, French satisfies it by type,
 * each is one chunk loaded when it is needed. `browser.i18n` cannot switch language, so it only names the extension.
 */
import type { ErrorCode } from '@/lib/errors';
import type { EnrolWarning } from '@/lib/messages/protocol';
import type { Language } from '@/lib/settings/settings';
import type { words as englishWords } from './en';

type English = typeof englishWords;

/** `one` and `other` as chosen by Intl.PluralRules; French takes `one` for 0 as well. */
export interface Plural {
  readonly one: string;
  readonly other: string;
}

export type WordKey = keyof English;

export interface Sentences {
  readonly failures: Readonly<Record<ErrorCode, string>>;
  readonly warnings: Readonly<Record<EnrolWarning, string>>;
}

export interface Catalogue extends Sentences {
  readonly words: { readonly [K in WordKey]: English[K] extends string ? string : Plural };
}

type Named<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Named<Rest> : never;
type Texts<Word> = Word extends string ? Word : Word[keyof Word];

/** Names of the placeholders of one word, read from its English text. */
export type Placeholders<K extends WordKey> = Named<Texts<English[K]>>;

/** Loads one language; the other stays on disk. */
export async function loadCatalogue(language: Language): Promise<Catalogue> {
  return language === 'fr' ? (await import('./fr')).catalogue : (await import('./en')).catalogue;
}
