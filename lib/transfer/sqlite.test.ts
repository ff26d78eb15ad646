import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { type SqliteTable, openSqlite } from './sqlite';

/** A database of SQLite's own making. */
function database(statements: readonly string[], fill: (made: DatabaseSync) => void = () => {}): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'seconde-'));
  try {
    const made = new DatabaseSync(join(folder, 'a.db'));
    for (const statement of statements) made.exec(statement);
    fill(made);
    made.close();
    return new Uint8Array(readFileSync(join(folder, 'a.db')));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function table(bytes: Uint8Array, name: string): SqliteTable {
  const found = openSqlite(bytes)?.find((one) => one.name === name);
  if (!found) throw new Error('no such table');
  return found;
}

const create = `CREATE TABLE "odd ""name" (_id INTEGER PRIMARY KEY, [a b] TEXT NOT NULL DEFAULT ('x,y'), \`c\` BLOB,
  d NUMERIC(10, 2), CONSTRAINT u UNIQUE (d), CHECK (d <> 5))`;

describe.each([
  ['UTF-8', 512],
  ['UTF-16le', 1024],
  ['UTF-16be', 4096],
  ['UTF-8', 65_536],
])('a database in %s, pages of %i bytes', (encoding, pageBytes) => {
  const texts = Array.from({ length: 300 }, (_, at) => `é🔑${'z'.repeat((at * 37) % 3000)}`);
  const bytes = database(
    [`PRAGMA page_size = ${pageBytes}`, `PRAGMA encoding = '${encoding}'`, create],
    (made) => {
      const insert = made.prepare('INSERT INTO "odd ""name" VALUES (?, ?, ?, ?)');
      texts.forEach((text, at) => insert.run(at * 3 - 5, text, new Uint8Array([at & 255]), at - 150.5));
      made.exec('ALTER TABLE "odd ""name" ADD COLUMN later INTEGER');
      insertWide(made);
    },
  );

  function insertWide(made: DatabaseSync): void {
    const insert = made.prepare('INSERT INTO "odd ""name" VALUES (?, ?, ?, ?, ?)');
    [0, 1, -1, 127, -32_768, 8_388_607, -2_147_483_648, 140_737_488_355_327, 9_007_199_254_740_991].forEach(
      (value, at) => insert.run(2000 + at, '', null, 2e6 + at, value),
    );
  }

  it('gives back every row', () => {
    const odd = table(bytes, 'odd "name');
    expect(odd.columns).toEqual(['_id', 'a b', 'c', 'd', 'later']);
    const rows = odd.rows(10_000) ?? [];
    expect(rows).toHaveLength(309);
    expect(rows.slice(0, 300).map((row) => row.get('a b'))).toEqual(texts);
    expect(rows[7]).toEqual(
      new Map<string, unknown>([
        ['rowid', 16],
        ['_id', null],
        ['a b', texts[7]],
        ['c', new Uint8Array([7])],
        ['d', -143.5],
        ['later', null],
      ]),
    );
    expect(rows.slice(300).map((row) => row.get('later'))).toEqual([
      0, 1, -1, 127, -32_768, 8_388_607, -2_147_483_648, 140_737_488_355_327, 9_007_199_254_740_991,
    ]);
    expect(odd.rows(10)).toHaveLength(10);
  });

  it('answers, whatever is changed in it', () => {
    for (let at = 100; at < bytes.length; at += Math.ceil(bytes.length / 997)) {
      const changed = bytes.slice();
      changed.set([255, 255], at);
      const tables = openSqlite(changed);
      for (const one of tables ?? []) one.rows(1000);
    }
    expect(openSqlite(bytes.subarray(0, 300))).toBeNull();
  });
});

it('refuses what is none', () => {
  expect(openSqlite(new Uint8Array(200))).toBeNull();
  expect(openSqlite(new TextEncoder().encode('SQLite format 3\0'.padEnd(200, '\0')))).toBeNull();
});
