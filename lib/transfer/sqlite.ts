/**
 * Rows of a SQLite 3 database, read only: tables with row numbers, overflow pages, the three encodings of text
 * (sqlite.org/fileformat2). No index is used and no SQL understood but the names of columns. A page that is asked for twice, a
 * length that leaves the file: `null`, never a loop.
 */

export type SqliteValue = number | string | Uint8Array | null;
export type SqliteRow = ReadonlyMap<string, SqliteValue>;

export interface SqliteTable {
  readonly name: string;
  /** Lower case, in order. */
  readonly columns: readonly string[];
  /** Every row, or `null` where the tree is damaged. At most `most`. */
  readonly rows: (most: number) => readonly SqliteRow[] | null;
}

const magic = 'SQLite format 3\0';
/** Of a name, a type and the text that made a table; a value in a row may be larger. */
const mostTables = 1000;

export function isSqlite(bytes: Uint8Array): boolean {
  return bytes.length >= 100 && String.fromCharCode(...bytes.subarray(0, magic.length)) === magic;
}

/** Its tables; `null` for what is no database, or none that can be read. */
export function openSqlite(bytes: Uint8Array): readonly SqliteTable[] | null {
  const file = databaseFile(bytes);
  const schema = file && tableRows(file, 1, ['type', 'name', 'tbl_name', 'rootpage', 'sql'], mostTables);
  if (!file || !schema) return null;
  return schema.flatMap((row): SqliteTable[] => {
    const [type, name, root, sql] = ['type', 'name', 'rootpage', 'sql'].map((column) => row.get(column));
    if (type !== 'table' || typeof name !== 'string' || typeof root !== 'number' || typeof sql !== 'string')
      return [];
    const columns = columnsOf(sql);
    return [{ name, columns, rows: (most) => tableRows(file, root, columns, most) }];
  });
}

interface DatabaseFile {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly pageBytes: number;
  /** Of a page, without what extensions reserve at its end. */
  readonly usable: number;
  readonly decoder: TextDecoder;
  /** Of rows, still to be read: a byte belongs to one row, so all of them are no more than the file. */
  left: number;
}

function databaseFile(bytes: Uint8Array): DatabaseFile | null {
  if (!isSqlite(bytes)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const written = view.getUint16(16);
  const pageBytes = written === 1 ? 65_536 : written;
  const usable = pageBytes - view.getUint8(20);
  const isPower = pageBytes >= 512 && (pageBytes & (pageBytes - 1)) === 0;
  const encoding = ['utf-8', 'utf-8', 'utf-16le', 'utf-16be'][view.getUint32(56)] ?? 'utf-8';
  if (!isPower || usable < 480) return null;
  return { bytes, view, pageBytes, usable, decoder: new TextDecoder(encoding), left: 0 };
}

/** Depth first, in order of row numbers. */
function tableRows(
  file: DatabaseFile,
  root: number,
  columns: readonly string[],
  most: number,
): readonly SqliteRow[] | null {
  const rows: SqliteRow[] = [];
  file.left = file.bytes.length;
  const seen = new Set<number>();
  const waiting = [root];
  try {
    for (let page = waiting.pop(); page !== undefined && rows.length < most; page = waiting.pop()) {
      if (seen.has(page)) return null;
      seen.add(page);
      const start = (page - 1) * file.pageBytes;
      const header = page === 1 ? start + 100 : start;
      const type = file.view.getUint8(header);
      const cells = file.view.getUint16(header + 3);
      const pointers = header + (type === 5 ? 12 : 8);
      if (type === 5) {
        waiting.push(file.view.getUint32(header + 8));
        for (let cell = cells - 1; cell >= 0; cell -= 1)
          waiting.push(file.view.getUint32(start + file.view.getUint16(pointers + 2 * cell)));
      } else if (type === 13) {
        for (let cell = 0; cell < cells && rows.length < most; cell += 1) {
          const row = readCell(file, start + file.view.getUint16(pointers + 2 * cell), columns);
          if (row === null) return null;
          rows.push(row);
        }
      } else return null;
    }
  } catch (error) {
    // A place outside the file.
    if (error instanceof RangeError) return null;
    throw error;
  }
  return rows;
}

function readCell(file: DatabaseFile, at: number, columns: readonly string[]): SqliteRow | null {
  const length = varint(file.view, at);
  const rowId = varint(file.view, length.end);
  const payload = payloadOf(file, rowId.end, length.value);
  return payload && readRecord(payload, columns, rowId.value, file.decoder);
}

/** § 1.6: what does not fit in the page goes on in a chain of others. */
function payloadOf(file: DatabaseFile, at: number, length: number): Uint8Array | null {
  const { bytes, view, usable } = file;
  file.left -= length;
  if (file.left < 0) return null;
  if (length <= usable - 35) return at + length <= bytes.length ? bytes.subarray(at, at + length) : null;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const fitting = least + ((length - least) % (usable - 4));
  const here = fitting <= usable - 35 ? fitting : least;
  const payload = new Uint8Array(length);
  payload.set(bytes.subarray(at, at + here));
  let filled = here;
  for (let page = view.getUint32(at + here); filled < length;) {
    if (page === 0) return null;
    const start = (page - 1) * file.pageBytes;
    const part = bytes.subarray(start + 4, start + 4 + Math.min(usable - 4, length - filled));
    if (part.length === 0) return null;
    payload.set(part, filled);
    filled += part.length;
    page = view.getUint32(start);
  }
  return payload;
}

/** § 2.1. A column that was added later is missing at the end of older rows. */
function readRecord(
  payload: Uint8Array,
  columns: readonly string[],
  rowId: number,
  decoder: TextDecoder,
): SqliteRow | null {
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
  const header = varint(view, 0);
  const row = new Map<string, SqliteValue>([['rowid', rowId]]);
  let at = header.end;
  let body = header.value;
  for (const column of columns) {
    if (at >= header.value) {
      row.set(column, null);
      continue;
    }
    const type = varint(view, at);
    at = type.end;
    const bytes = bytesOfType(type.value);
    if (body + bytes > payload.length) return null;
    row.set(column, valueOf(view, body, type.value, decoder));
    body += bytes;
  }
  return row;
}

function bytesOfType(type: number): number {
  if (type >= 12) return Math.floor((type - 12) / 2);
  return [0, 1, 2, 3, 4, 6, 8, 8, 0, 0][type] ?? 0;
}

function valueOf(view: DataView, at: number, type: number, decoder: TextDecoder): SqliteValue {
  if (type >= 12) {
    const bytes = new Uint8Array(view.buffer, view.byteOffset + at, bytesOfType(type));
    return type % 2 === 0 ? bytes : decoder.decode(bytes);
  }
  if (type === 7) return view.getFloat64(at);
  if (type === 8 || type === 9) return type - 8;
  if (type === 0 || type > 9) return null;
  let value = view.getInt8(at);
  for (let byte = 1; byte < bytesOfType(type); byte += 1) value = value * 256 + view.getUint8(at + byte);
  return value;
}

/** § 1.6: big-endian groups of seven bits, the ninth byte whole. Beyond 2^53 it is no length of ours. */
function varint(view: DataView, at: number): { readonly value: number; readonly end: number } {
  let value = 0;
  for (let byte = 0; byte < 8; byte += 1) {
    const next = view.getUint8(at + byte);
    value = value * 128 + (next & 127);
    if (next < 128) return { value, end: at + byte + 1 };
  }
  return { value: value * 256 + view.getUint8(at + 8), end: at + 9 };
}

/** Names of the columns in `CREATE TABLE name (…)`: the first word of each part that is no constraint. */
function columnsOf(sql: string): readonly string[] {
  const start = sql.indexOf('(');
  const parts: string[] = [''];
  let depth = 0;
  for (const [token] of sql
    .slice(start + 1)
    .matchAll(/"[^"]*"|'[^']*'|`[^`]*`|\[[^\]]*\]|[(),]|[^"'`[(),]+|./gs)) {
    if (token === ')' && depth === 0) break;
    if (token === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += token;
    if (token === '(') depth += 1;
    if (token === ')') depth -= 1;
  }
  return parts.flatMap((part) => {
    const [, quoted, plain = ''] = /^\s*(?:["'`[]([^"'`\]]*)["'`\]]|([^\s(]+))/.exec(part) ?? [];
    if (quoted !== undefined) return [quoted.toLowerCase()];
    return plain === '' || /^(?:CONSTRAINT|PRIMARY|UNIQUE|CHECK|FOREIGN)$/i.test(plain)
      ? []
      : [plain.toLowerCase()];
  });
}
