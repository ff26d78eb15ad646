/**
 * The words of a list, for words typed nearly: in the order of letters, so that what was worked out for the beginning of a word serves all
 * that begin like it. Pure; folded texts in, numbers out.
 */
import { errorsForgiven, isLetter } from '@/lib/i18n/nearly';

export interface WordsIndex {
  /** Distinct, in the order of their letters. */
  readonly words: readonly string[];
  /** How many letters a word has in common with the one before it. */
  readonly shared: Uint16Array;
  /** Words of the text at `index`: `places[starts[index]]` to `places[starts[index + 1]]`, exclusive. */
  readonly places: Uint32Array;
  readonly starts: Uint32Array;
}

/** A word that takes more errors than are forgiven. */
export const tooMany = 255;
/** A term is compared by so many letters. */
const widest = 64;

/** `texts`: of each entry, those whose words count. */
export function indexWords(texts: readonly (readonly string[])[]): WordsIndex {
  const known = new Map<string, number>();
  const found: number[] = [];
  const starts = new Uint32Array(texts.length + 1);
  texts.forEach((all, index) => {
    for (const text of all)
      eachWord(text, (word) => {
        const id = known.get(word) ?? known.size;
        if (id === known.size) known.set(word, id);
        found.push(id);
      });
    starts[index + 1] = found.length;
  });
  const words = [...known.keys()].toSorted();
  const placeOf = new Uint32Array(words.length);
  words.forEach((word, place) => (placeOf[known.get(word) ?? 0] = place));
  const shared = new Uint16Array(words.length);
  for (let place = 1; place < words.length; place += 1)
    shared[place] = lettersShared(words[place - 1] ?? '', words[place] ?? '');
  return { words, shared, places: Uint32Array.from(found, (id) => placeOf[id] ?? 0), starts };
}

/**
 * Of each word, by its place, the least number of errors with which `term` begins it; `tooMany` for more than are forgiven in a term of
 * that length. Letters missing, added, wrong, or exchanged with a neighbour (optimal string alignment, within a band).
 */
export function errorsByWord(term: string, { words, shared }: WordsIndex): Uint8Array {
  const most = errorsForgiven(term.length);
  const length = Math.min(term.length, widest);
  const deepest = length + most;
  const errors = new Uint8Array(words.length).fill(tooMany);
  // One row a letter of the word: what the letters before it cost stays for the next word that has them too.
  const width = length + 1;
  const rows = new Uint8Array(width * (deepest + 1));
  const best = new Uint8Array(deepest + 1);
  for (let column = 0; column <= length; column += 1) rows[column] = column;
  best[0] = length;
  /** Rows up to here are of the word at hand; what begins like it for `lost` letters gets nothing more by the others. */
  let depth = 0;
  let lost = deepest + 1;
  for (let place = 0; place < words.length; place += 1) {
    const same = shared[place] ?? 0;
    if (same < lost) {
      lost = deepest + 1;
      depth = Math.min(depth, same);
      const word = words[place] ?? '';
      const last = Math.min(word.length, deepest);
      while (depth < last && lost > deepest) {
        depth += 1;
        if (nextRow(rows, width, depth, word, term, length, most, best) > most) lost = depth;
      }
    }
    const least = best[depth] ?? tooMany;
    if (least <= most) errors[place] = least;
  }
  return errors;
}

/** Works out the row of the letter at `depth`, from 1; answers the least in it. */
function nextRow(
  rows: Uint8Array,
  width: number,
  depth: number,
  word: string,
  term: string,
  length: number,
  most: number,
  best: Uint8Array,
): number {
  const letter = word.charCodeAt(depth - 1);
  const before = word.charCodeAt(depth - 2);
  const row = depth * width;
  const above = row - width;
  const from = Math.max(1, depth - most);
  const to = Math.min(length, depth + most);
  let left = from === 1 ? depth : most + 1;
  let least = left;
  if (from <= length + 1) rows[row + from - 1] = left;
  for (let column = from; column <= to; column += 1) {
    const at = term.charCodeAt(column - 1);
    let errors = (rows[above + column - 1] ?? 0) + (at === letter ? 0 : 1);
    const added = (column <= depth - 1 + most ? (rows[above + column] ?? 0) : most + 1) + 1;
    if (added < errors) errors = added;
    if (left + 1 < errors) errors = left + 1;
    if (column > 1 && depth > 1 && term.charCodeAt(column - 2) === letter && at === before) {
      const exchanged = (rows[above - width + column - 2] ?? 0) + 1;
      if (exchanged < errors) errors = exchanged;
    }
    rows[row + column] = errors;
    left = errors;
    if (errors < least) least = errors;
  }
  const whole = to === length && from <= length ? (rows[row + length] ?? tooMany) : tooMany;
  best[depth] = Math.min(best[depth - 1] ?? tooMany, whole);
  return least;
}

function eachWord(text: string, take: (word: string) => void): void {
  let start = -1;
  for (let at = 0; at <= text.length; at += 1) {
    const isIn = at < text.length && isLetter(text.charCodeAt(at));
    if (isIn && start < 0) start = at;
    if (isIn || start < 0) continue;
    take(text.slice(start, at));
    start = -1;
  }
}

function lettersShared(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let count = 0;
  while (count < most && a.charCodeAt(count) === b.charCodeAt(count)) count += 1;
  return count;
}
