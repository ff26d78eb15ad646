/** Which of some names a page shows to the person. Reads only; the page cannot see what is asked. */
import type { Page } from './finder';
import { textOf } from './walk';

const mostText = 20_000;
const leastName = 3;

const normal = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** In the order of `names`: the whole name stands in the page's visible text, or in a field that a person sees. */
export function namesShown(
  { doc, visible }: Pick<Page, 'doc' | 'visible'>,
  names: readonly string[],
): boolean[] {
  if (names.length === 0 || !doc.body) return names.map(() => false);
  const fields = [...doc.querySelectorAll<HTMLInputElement>('input:not([type=password],[type=hidden])')]
    .slice(0, 50)
    .filter((field) => field.value !== '' && visible(field))
    .map((field) => field.value.slice(0, 300));
  const text = ` ${normal([textOf(doc.body).slice(0, mostText), ...fields].join(' \n '))} `;
  return names.map((name) => isWhole(text, normal(name)));
}

/** Not as a part of a longer name or address: `ann` is not shown by `ann.roy@exemple.test`. */
function isWhole(text: string, name: string): boolean {
  if (name.length < leastName) return false;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const before = text.slice(Math.max(0, at - 2), at);
    const after = text.slice(at + name.length, at + name.length + 2);
    if (
      !/[\p{L}\p{N}_%+@-]$|[\p{L}\p{N}]\.$/u.test(before) &&
      !/^[\p{L}\p{N}_%+@-]|^\.[\p{L}\p{N}]/u.test(after)
    )
      return true;
  }
  return false;
}
