import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Separator, csvRows } from './csv';

const rows = (text: string, separator: Separator = ',') => [...csvRows(text, separator)];
const cells = (text: string, separator: Separator = ',') => rows(text, separator).map((row) => row.cells);

describe('rows', () => {
  it.each([
    [
      'a,b\r\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\rc,d\r',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['"a,""b""",c\n', [['a,"b"', 'c']]],
    ['"two\r\nlines",c', [['two\r\nlines', 'c']]],
    ['\n\n ,\na,,', [['a', '', '']]],
    ['"a"b,c', [['ab', 'c']]],
    ['a "quoted" word,b', [['a "quoted" word', 'b']]],
    ['""', []],
    ['', []],
    ['"",x', [['', 'x']]],
  ])('of %j', (text, expected) => {
    expect(cells(text)).toEqual(expected);
  });

  it('know their lines', () => {
    expect(rows('a\n"b\nb",c\r\n\r\nd').map(({ line }) => line)).toEqual([1, 2, 5]);
  });

  it('say that a mark was never closed', () => {
    expect(rows('a,b\nc,"d\ne,f')).toMatchObject([
      { isUnclosed: false },
      { line: 2, cells: ['c', 'd\ne,f'], isUnclosed: true },
    ]);
  });

  it('say how far they reach', () => {
    expect(rows('a,b\r\n"c"\nd').map(({ end }) => end)).toEqual([3, 8, 10]);
  });

  it('have no more cells than any table has columns', () => {
    expect(cells(`a${','.repeat(100_000)}b`)[0]).toHaveLength(4096);
  });

  it('give back whatever was written into them', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r', ' ', 'é') });
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 6 });
    fc.assert(
      fc.property(table, fc.constantFrom<Separator>(',', ';', '\t'), (written, separator) => {
        const text = written
          .map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(separator))
          .join('\r\n');
        expect(cells(text, separator)).toEqual(written.filter((row) => row.some((value) => value.trim())));
      }),
    );
  });
});
