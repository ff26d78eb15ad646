/** What typing forgives in letters: case, accents, ligatures, widths, marks that nobody sees. */

const plainText = /^[\u0020-\u007E]*$/;
/** Letters that Unicode does not take apart. */
const apart: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  '’': "'",
};
const foreign = /[œæßøłđðþı’]/g;
/** Accents, variation selectors, joiners, directions, other marks without a width. */
const unseen = /[\p{Diacritic}\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;

export function fold(text: string): string {
  if (plainText.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(unseen, '')
    .toLowerCase()
    .replace(foreign, (letter) => apart[letter] ?? letter);
}
