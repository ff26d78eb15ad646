/**
 * Password managers' CSV: one item a row, a column of which is a one-time code. Only what goes with the code is taken: no
 * password, card or other field of the item is kept, not even in what is kept raw.
 */
import { type Failure, type Result, failure, ok } from '@/lib/errors';
import { type CsvRow, type Separator, csvRows } from './csv';
import { type FoundEntry, readEntries } from './entries';
import type { FileFormat, ReadFile, ReadTools, SeenFile } from './file-format';
import { withoutCode } from './left-out';
import { suggestedSites } from './suggested-site';
import { readTotpText } from './totp-text';

/** Names of columns, in lower case; of several, the first that holds something. */
export interface PasswordTable {
  readonly id: string;
  readonly name: string;
  /** All of them have to be there, in any order. */
  readonly marks: readonly string[];
  /** None of them may be: another format's marks. */
  readonly others?: readonly string[];
  readonly title: readonly string[];
  readonly user: readonly string[];
  readonly code: readonly string[];
  readonly site: readonly string[];
  readonly note: readonly string[];
  /** What the person filed it under, from the cells of these columns. */
  readonly tags?: (row: TableRow) => readonly string[];
  readonly isPinned?: (row: TableRow) => boolean;
  /** Title as the person knows it, where the program adds to it. */
  readonly cleanTitle?: (title: string, row: TableRow) => string;
}

export interface TableRow {
  readonly line: number;
  /** Trimmed; '' without such a column, or cell. */
  readonly cell: (...names: readonly string[]) => string;
}

export function passwordTable(table: PasswordTable): FileFormat {
  return {
    id: table.id,
    name: table.name,
    recognises: ({ csvHeader }) => {
      if (csvHeader === null) return false;
      const header = new Set(csvHeader.map((name) => name.toLowerCase()));
      return (
        table.marks.every((mark) => header.has(mark)) && !table.others?.some((other) => header.has(other))
      );
    },
    needs: () => ok({ secret: 'nothing' }),
    read: async (file, _secret, tools) => readTable(file, table, tools),
  };
}

interface Found {
  readonly row: TableRow;
  readonly isUnclosed: boolean;
}

function readTable(file: SeenFile, table: PasswordTable, tools: ReadTools): Result<ReadFile> {
  const found: Found[] = [];
  let [without, beyond] = [0, 0];
  for (const [row, isUnclosed] of rowsOf(file, tools)) {
    if (row.cell(...table.code) === '' && !isUnclosed) without += 1;
    // One more than may be read, so that it is said that there were more.
    else if (found.length <= tools.limits.entries) found.push({ row, isUnclosed });
    else beyond += 1;
  }
  return readEntries(found, (one) => readRow(one as Found, table), tools, {
    notes: withoutCode(without),
    beyond,
    where: (one) => whereIs(one as Found, table),
  });
}

/** Rows after the header, seen in batches: a million of them take a while. */
export function* rowsOf(
  { text, csvHeader }: SeenFile,
  tools: ReadTools,
): Generator<readonly [TableRow, boolean]> {
  const content = text ?? '';
  const separator: Separator = csvHeader?.some((name) => name.includes(';')) ? ';' : separatorOf(content);
  let columns: ReadonlyMap<string, number> | null = null;
  let count = 0;
  for (const row of csvRows(content, separator)) {
    if (columns === null) {
      columns = new Map(
        row.cells.map((name, at): [string, number] => [name.trim().toLowerCase(), at]).toReversed(),
      );
      continue;
    }
    count += 1;
    if (count % 1024 === 0) {
      tools.signal.throwIfAborted();
      tools.progress(row.end, content.length);
    }
    yield [tableRow(row, columns), row.isUnclosed];
  }
}

/** Of the header: spreadsheets of some countries write semicolons. */
function separatorOf(text: string): Separator {
  const line = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  return line.includes(',') ? ',' : line.includes(';') ? ';' : ',';
}

function tableRow({ line, cells }: CsvRow, columns: ReadonlyMap<string, number>): TableRow {
  const cell = (name: string) => cells[columns.get(name) ?? -1]?.trim() ?? '';
  return { line, cell: (...names) => names.map(cell).find((text) => text !== '') ?? '' };
}

function readRow({ row, isUnclosed }: Found, table: PasswordTable): Result<FoundEntry> {
  // An open quotation mark may have swallowed other rows: they are not to be lost without a word.
  if (isUnclosed) return { ok: false, failure: lost };
  const written = row.cell(...table.title);
  const title = table.cleanTitle?.(written, row) ?? written;
  const read = readTotpText(row.cell(...table.code), {
    title,
    user: row.cell(...table.user),
    format: table.id,
    raw: undefined,
  });
  if (!read.ok) return read;
  const own = read.value.suggestedSites ?? [];
  return ok({
    ...read.value,
    note: row.cell(...table.note),
    tags: [...(read.value.tags ?? []), ...(table.tags?.(row) ?? [])],
    pinned: table.isPinned?.(row) === true,
    suggestedSites: [...own, ...suggestedSites(addressesIn(row.cell(...table.site)))],
  });
}

/** Of several in a cell, each begins with its scheme; the first may have none. */
function addressesIn(cell: string): readonly string[] {
  return cell.split(/[\s,]+/).filter((address, at) => at === 0 || address.includes('://'));
}

const lost: Failure = failure('entry-malformed');

function whereIs({ row }: Found, table: PasswordTable): string {
  const names = [row.cell(...table.title), row.cell(...table.user)].filter((text) => text !== '');
  return names.length > 0 ? names.join(' · ').slice(0, 200) : String(row.line);
}
