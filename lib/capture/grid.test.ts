// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { cellsOf, lumaOf } from './grid';

const table = (rows: number, columns: number): Element => {
  document.body.innerHTML = `<table>${`<tr>${'<td></td>'.repeat(columns)}</tr>`.repeat(rows)}</table>`;
  return document.querySelector('table') as Element;
};

test.each([
  ['the smallest code', 21, 21, true],
  ['a code with its quiet zone', 41, 41, true],
  ['an ordinary table', 30, 5, false],
  ['a small table', 20, 20, false],
  ['a table larger than any code', 200, 200, false],
])('%s: %d rows of %d', (_, rows, columns, isOne) => {
  expect(cellsOf(table(rows, columns))?.length ?? 0).toBe(isOne ? rows : 0);
});

test('rows of boxes are cells too, and a list of links is none', () => {
  document.body.innerHTML = `<div>${`<div>${'<i></i>'.repeat(25)}</div>`.repeat(25)}</div><ul>${'<li><a></a></li>'.repeat(25)}</ul>`;
  expect(cellsOf(document.querySelector('div') as Element)).toHaveLength(25);
  expect(cellsOf(document.querySelector('ul') as Element)).toBeNull();
});

test.each<[string, number | null]>([
  ['rgb(0, 0, 0)', 0],
  ['rgb(255, 255, 255)', 255],
  ['rgba(0, 0, 0, 0)', null],
  ['rgba(255, 255, 255, 0.9)', 255],
  ['transparent', null],
])('the luminance of %s', (colour, luma) => {
  expect(lumaOf(colour)).toBe(luma);
});
