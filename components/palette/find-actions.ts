/** Finds actions by what people call them: names in the language shown, other words in both, typing errors forgiven. */
import { fold } from '@/lib/i18n/fold';
import { errorsBetween, errorsForgiven } from '@/lib/i18n/nearly';
import type { PaletteAction } from './palette-actions';

/** Every word of the query begins a word of the name or of what else it is called, or nearly; best first. All for no query. */
export function findActions(query: string, actions: readonly PaletteAction[]): readonly PaletteAction[] {
  const wanted = wordsOf(query);
  if (wanted.length === 0) return actions;
  const rated = actions.flatMap((action) => {
    const title = wordsOf(action.title);
    const others = wordsOf(`${action.words} ${action.hint ?? ''}`);
    let sum = 0;
    for (const word of wanted) {
      const errors = errorsOf(word, title, others);
      if (errors === null) return [];
      sum += errors;
    }
    return [{ action, sum }];
  });
  return rated.sort((a, b) => a.sum - b.sum).map(({ action }) => action);
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
