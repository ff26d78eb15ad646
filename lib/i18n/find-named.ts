/** Finds actions and settings by what people call them: names in the language shown, other words in both, typing errors forgiven. */
import { fold } from './fold';
import { errorsBetween, errorsForgiven } from './nearly';

export interface Named {
  readonly title: string;
  /** Whose it is, or where it stands. */
  readonly hint?: string;
  /** What else people call it, in both languages. */
  readonly words: string;
}

/** Said between the words that tell something. */
const small = new Set(
  'le la les l un une de du des d a au mon ma mes et ou the an my of to in and or'.split(' '),
);

/** Every word of the query begins a word of the name or of what else it is called, or nearly; best first. All for no query. */
export function findNamed<T extends Named>(query: string, all: readonly T[]): readonly T[] {
  const typed = wordsOf(query);
  const telling = typed.filter((word) => !small.has(word));
  const wanted = telling.length > 0 ? telling : typed;
  if (wanted.length === 0) return all;
  const rated = all.flatMap((one) => {
    const title = wordsOf(one.title);
    const others = wordsOf(`${one.words} ${one.hint ?? ''}`);
    let sum = 0;
    for (const word of wanted) {
      const errors = errorsOf(word, title, others);
      if (errors === null) return [];
      sum += errors;
    }
    return [{ one, sum }];
  });
  // Of three letters nearly everything is near: errors are forgiven where nothing is called so.
  const exact = rated.filter(({ sum }) => sum <= wanted.length);
  const found = exact.length > 0 ? exact : rated;
  return found.sort((a, b) => a.sum - b.sum).map(({ one }) => one);
}

/** 0 in the name, a half in the first of its other words, 1 in another, more with typing errors; `null` when it is nowhere. */
function errorsOf(word: string, title: readonly string[], others: readonly string[]): number | null {
  if (title.some((one) => one.startsWith(word))) return 0;
  const other = others.findIndex((one) => one.startsWith(word));
  if (other >= 0) return other === 0 ? 0.5 : 1;
  const most = errorsForgiven(word.length);
  if (most === 0) return null;
  const least = Math.min(...[...title, ...others].map((one) => errorsBetween(word, one, most)));
  return least > most ? null : 1 + least;
}

function wordsOf(text: string): string[] {
  return fold(text)
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter(Boolean);
}
