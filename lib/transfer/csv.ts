/**
 * Tables in text (RFC 4180, and what spreadsheets make of it): a line at a time, so that a million of them need no more memory
 * than one. Linear time.
 */

export interface CsvRow {
  /** Of its beginning, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** A quotation mark is open to the end of the file: what follows it is in the last cell, whole rows perhaps. */
  readonly isUnclosed: boolean;
}

export type Separator = ',' | ';' | '\t';

/** Rows without any text are left out; cells are as written, not trimmed. */
export function* csvRows(text: string, separator: Separator): Generator<CsvRow> {
  const plain = plainCells[separator];
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const start = at;
    const cells: string[] = [];
    let isUnclosed = false;
    for (;;) {
      let cell = '';
      if (text[at] === '"') {
        const quoted = quotedCell(text, at + 1);
        cell = quoted.text;
        at = quoted.end;
        isUnclosed = quoted.isUnclosed;
      }
      plain.lastIndex = at;
      // Text after a closing mark is against the rule; nothing is lost of it.
      cell += plain.exec(text)?.[0] ?? '';
      at = plain.lastIndex;
      cells.push(cell);
      if (text[at] !== separator) break;
      at += 1;
    }
    if (cells.some((cell) => cell.trim() !== '')) yield { line, cells, isUnclosed };
    if (text.startsWith('\r\n', at)) at += 2;
    else if (at < text.length) at += 1;
    line += linesIn(text, start, at);
  }
}

/** Up to the separator or the end of the line. */
const plainCells: Readonly<Record<Separator, RegExp>> = {
  ',': /[^,\r\n]*/y,
  ';': /[^;\r\n]*/y,
  '\t': /[^\t\r\n]*/y,
};

/** What stands between two marks, a doubled one being one of its own. */
function quotedCell(
  text: string,
  start: number,
): { readonly text: string; readonly end: number; readonly isUnclosed: boolean } {
  const parts: string[] = [];
  for (let at = start; ;) {
    const mark = text.indexOf('"', at);
    if (mark < 0) {
      parts.push(text.slice(at));
      return { text: parts.join(''), end: text.length, isUnclosed: true };
    }
    parts.push(text.slice(at, mark));
    if (text[mark + 1] !== '"') return { text: parts.join(''), end: mark + 1, isUnclosed: false };
    parts.push('"');
    at = mark + 2;
  }
}

function linesIn(text: string, start: number, end: number): number {
  let lines = 0;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) lines += 1;
  }
  return lines;
}
