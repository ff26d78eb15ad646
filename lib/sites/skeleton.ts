/** What a name looks like to a person who reads it quickly: letters that are taken for one another become one. */
import { decodeLabel } from './punycode';

/** Letters of other scripts by the Latin letter they look like; from UTS #39's confusables, those of host names. */
const looksLike: Readonly<Record<string, string>> = {
  a: 'аɑαạ',
  b: 'Ьвьɓ',
  c: 'сϲⅽ',
  d: 'ԁɗⅾ',
  e: 'еєεҽ',
  f: 'ƒ',
  g: 'ɡգ',
  h: 'һհн',
  i: 'іıɩιⅰ',
  j: 'јϳ',
  k: 'кκ',
  l: 'ӏⅼǀ',
  m: 'мⅿ',
  n: 'пոη',
  o: 'оοօσ',
  p: 'рρ',
  q: 'ԛզ',
  r: 'гⲅ',
  s: 'ѕ',
  t: 'тτ',
  u: 'υսц',
  v: 'ѵνⅴ',
  w: 'ԝωա',
  x: 'хχⅹ',
  y: 'уγү',
  z: 'ᴢ',
};

const latinOf = new Map(
  Object.entries(looksLike).flatMap(([latin, others]) => [...others].map((other) => [other, latin] as const)),
);

/**
 * One letter for another first, then a letter as the two it is taken for: the other way round, `vvv` could be `wv` or `vw`.
 * What each becomes matters to nobody.
 */
const taken: readonly (readonly [RegExp, string])[] = [
  [/[1i|]/g, 'l'],
  [/0/g, 'o'],
  [/5/g, 's'],
  [/-/g, ''],
  [/m/g, 'rn'],
  [/w/g, 'vv'],
  [/d/g, 'cl'],
];

/** Of one label, as it stands in an address (`xn--…` or not). */
export function skeleton(label: string): string {
  const read = (decodeLabel(label) ?? label).normalize('NFKC').toLowerCase();
  const latin = [...read]
    .map((letter) => latinOf.get(letter) ?? letter)
    .join('')
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '');
  return taken.reduce((text, [letters, one]) => text.replace(letters, one), latin);
}
