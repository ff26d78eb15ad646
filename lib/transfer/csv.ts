/**
 * Tables in text (RFC 4180, and what spreadsheets make of it): a line at a time, so that a million of them need no more memory
 * than one. Linear time: each mark is looked for once, whatever stands between.
 */

export interface CsvRow {
  /** Of its beginning, counted from 1. */
  readonly line: number;
  /** Characters of the text up to its end. */
  readonly end: number;
  readonly cells: readonly string[];
  /** A quotation mark is open to the end of the file: what follows it is in the last cell, whole rows perhaps. */
  readonly isUnclosed: boolean;
}

export type Separator = ',' | ';' | '\t';

/** Of a row; no export has nearly as many columns, and a line of nothing but separators is a cell a character. */
const mostCells = 4096;

/** Rows without any text are left out; cells are as written, not trimmed. */
export function* csvRows(text: string, separator: Separator): Generator<CsvRow> {
  const nextSeparator = finder(text, separator);
  const nextLineFeed = finder(text, '\n');
  const nextReturn = finder(text, '\r');
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const begun = line;
    const cells: string[] = [];
    let isUnclosed = false;
    for (;;) {
      let cell = '';
      if (text[at] === '"') {
        const quoted = quotedCell(text, at + 1);
        cell = quoted.text;
        at = quoted.end;
        isUnclosed = quoted.isUnclosed;
        line += lineEndsIn(cell);
      }
      const end = Math.min(nextSeparator(at), nextLineFeed(at), nextReturn(at));
      // Text after a closing mark is against the rule; nothing is lost of it.
      cell += text.slice(at, end);
      at = end;
      if (cells.length < mostCells) cells.push(cell);
      if (text[at] !== separator) break;
      at += 1;
    }
    if (cells.some((cell) => cell.trim() !== '')) yield { line: begun, end: at, cells, isUnclosed };
    at += text.startsWith('\r\n', at) ? 2 : 1;
    line += 1;
  }
}

/** Where a mark stands next, from a place on that only grows; the end of the text where it does not. */
function finder(text: string, mark: string): (from: number) => number {
  let found = -1;
  return (from) => {
    if (found >= from) return found;
    const at = text.indexOf(mark, from);
    found = at < 0 ? text.length : at;
    return found;
  };
}

/** What stands between two marks, a doubled one being one of its own. */
function quotedCell(
  text: string,
  start: number,
): { readonly text: string; readonly end: number; readonly isUnclosed: boolean } {
  let mark = text.indexOf('"', start);
  while (mark >= 0 && text[mark + 1] === '"') mark = text.indexOf('"', mark + 2);
  const isUnclosed = mark < 0;
  const written = text.slice(start, isUnclosed ? text.length : mark);
  return { text: written.replace(/""/g, '"'), end: isUnclosed ? text.length : mark + 1, isUnclosed };
}

function lineEndsIn(cell: string): number {
  return cell.match(/\r\n|\n|\r/g)?.length ?? 0;
}
