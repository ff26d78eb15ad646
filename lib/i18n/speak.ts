import type { Failure } from '@/lib/errors';
import type { EnrolWarning } from '@/lib/messages/protocol';
import type { Language } from '@/lib/settings/settings';
import type { Later, Placeholders, Plural, WordKey, Words } from './catalogue';

type Values<Names extends string> = Readonly<Record<Names, string | number>>;
type Given<K extends WordKey> = [Placeholders<K>] extends [never] ? [] : [values: Values<Placeholders<K>>];

/** One language, ready to speak. */
export interface Speech {
  readonly language: Language;
  /** Everything is loaded, not only what the list says. */
  readonly complete: boolean;
  /** The rest of the language has been loaded: it is spoken from now on. */
  add(later: Later): void;
  /** BCP 47, for `lang` and Intl. */
  readonly tag: 'fr-CA' | 'en-CA';
  /** The word `key`, its placeholders filled; a plural is chosen by `count`. */
  t<K extends WordKey>(key: K, ...given: Given<K>): string;
  /** Its sentence, and its number for whoever is told of it. */
  failure(failure: Failure): string;
  warning(warning: EnrolWarning): string;
  /** `15 minutes`, `20 s`: whole units, from seconds. */
  duration(seconds: number): string;
  /** Long date, from Unix ms. */
  date(atMs: number): string;
}

/** BCP 47: both languages are those of Canada. */
export function languageTag(language: Language): Speech['tag'] {
  return language === 'fr' ? 'fr-CA' : 'en-CA';
}

/** Letters that run from right to left, and signs that turn what follows around: they may not reach the words around them. */
const fromRight = /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufefc]/;

/**
 * With `rest` still to be loaded (null) it says only what the list says, and nothing at all for the rest; `onMissing` hears of each
 * word that would have been said.
 */
export function createSpeech(
  language: Language,
  words: Words,
  rest: Later | null,
  onMissing: () => void = () => undefined,
): Speech {
  const tag = languageTag(language);
  let later = rest;
  let all: Partial<Readonly<Record<WordKey, string | Plural>>> = { ...words, ...later?.words };
  let plurals: Intl.PluralRules | undefined;
  let numbers: Intl.NumberFormat | undefined;

  const write = (value: string | number): string => {
    if (typeof value === 'number') return (numbers ??= new Intl.NumberFormat(tag)).format(value);
    return fromRight.test(value) ? `\u2068${value}\u2069` : value;
  };
  // A value is put in as it is: a placeholder inside an account's name is not one of ours.
  const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) =>
      Object.hasOwn(values, name) ? write(values[name] ?? '') : whole,
    );
  const unit = (value: number, unit: 'second' | 'minute' | 'hour'): string =>
    new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: display(unit) }).format(value);

  // Seconds count down in little room: `20 s` in French, `20s` in English, whose short form is `20 secs`.
  const display = (unit: string) => (unit !== 'second' ? 'long' : language === 'en' ? 'narrow' : 'short');

  return {
    language,
    get complete() {
      return later !== null;
    },
    add(loaded) {
      later = loaded;
      all = { ...words, ...loaded.words };
    },
    tag,
    t(key, ...given) {
      if (later === null && !(key in all)) onMissing();
      const word = all[key] ?? '';
      const values: Readonly<Record<string, string | number>> = given[0] ?? {};
      if (typeof word === 'string') return fill(word, values);
      plurals ??= new Intl.PluralRules(tag);
      return fill(plurals.select(Number(values['count'])) === 'one' ? word.one : word.other, values);
    },
    // A background of another version may name a failure that these words do not know.
    failure({ code, details = {} }) {
      if (!later) {
        onMissing();
        return '';
      }
      const known = Object.hasOwn(later.failures, code) ? code : 'internal';
      return `${fill(later.failures[known], details)} (S-${later.numbers[known]})`;
    },
    warning(warning) {
      if (!later) onMissing();
      return later?.warnings[warning] ?? '';
    },
    duration(seconds) {
      if (seconds < 60) return unit(seconds, 'second');
      return seconds < 3600
        ? unit(Math.round(seconds / 60), 'minute')
        : unit(Math.round(seconds / 3600), 'hour');
    },
    date: (atMs) => new Intl.DateTimeFormat(tag, { dateStyle: 'long' }).format(atMs),
  };
}
