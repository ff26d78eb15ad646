/** Typing errors: letters missing, added, exchanged or wrong. */

/** Errors forgiven in a word of so many letters; in a short one, any is another word. */
export function errorsForgiven(letters: number): number {
  if (letters < 3) return 0;
  return letters < 7 ? 1 : 2;
}

const widest = 64;
let rowBefore = new Uint8Array(widest + 1);
let row = new Uint8Array(widest + 1);
let rowNext = new Uint8Array(widest + 1);

/**
 * The least number of errors with which `term` begins `word`, at most `most`; `most + 1` when it takes more. Both are folded; a
 * term of more than 64 letters is compared by its first 64. Neighbours exchanged count as one error (optimal string alignment,
 * within a band).
 */
export function errorsBetween(term: string, word: string, most: number): number {
  const length = Math.min(term.length, widest);
  const wordLength = Math.min(word.length, length + most);
  if (wordLength < length - most) return most + 1;
  for (let column = 0; column <= length; column += 1) row[column] = column;
  let best = row[length] ?? 0;
  for (let at = 1; at <= wordLength; at += 1) {
    const letter = word.charCodeAt(at - 1);
    const from = Math.max(1, at - most);
    const to = Math.min(length, at + most);
    rowNext[from - 1] = from === 1 ? at : most + 1;
    let least = rowNext[from - 1] ?? 0;
    for (let column = from; column <= to; column += 1) {
      const isSame = term.charCodeAt(column - 1) === letter;
      let errors = Math.min(
        (row[column - 1] ?? 0) + (isSame ? 0 : 1),
        (column <= at - 1 + most ? (row[column] ?? 0) : most + 1) + 1,
        (rowNext[column - 1] ?? 0) + 1,
      );
      const isExchange =
        column > 1 &&
        at > 1 &&
        term.charCodeAt(column - 2) === letter &&
        term.charCodeAt(column - 1) === word.charCodeAt(at - 2);
      if (isExchange) errors = Math.min(errors, (rowBefore[column - 2] ?? 0) + 1);
      rowNext[column] = errors;
      if (errors < least) least = errors;
    }
    if (to === length && (rowNext[length] ?? 0) < best) best = rowNext[length] ?? 0;
    if (least > most) break;
    [rowBefore, row, rowNext] = [row, rowNext, rowBefore];
  }
  return Math.min(best, most + 1);
}

/** A letter or digit of any script; surrogates count, so that no character is cut in two. */
export function isLetter(unit: number): boolean {
  if (unit < 128) return (unit > 96 && unit < 123) || (unit > 47 && unit < 58) || (unit > 64 && unit < 91);
  return unit > 191 && !(unit >= 0x2000 && unit <= 0x206f) && !(unit >= 0x3000 && unit <= 0x3003);
}
