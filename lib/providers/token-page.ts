/**
 * Pages that hand out a token of CA (Arcot, now Broadcom): "CA Mobile OTP", the *jeton virtuel* of a health network. Its
 * activation is the maker's own, so nothing on such a page makes an account; the person is told what does.
 */

/** What the app is called in a failure's details, and how it is known again. */
export const tokenApp = 'CA Mobile OTP';

/** The web side of the product (CA Adapter) has these in its addresses. */
const address = /\/arcotafm\/|\/controller_aotp\.jsp/i;

/** The app by its names, and the three things it asks for. Without accents, lower case. */
const names = /\bca (?:mobile |desktop |auth id )?otp\b|\barcotid otp\b|\baotp\b|\bjeton virtuel\b/;
const asked = [
  /\b(?:url du serveur|server url)\b/,
  /\b(?:nom d.utilisateur|identifiant(?: de l.utilisateur)?|user ?(?:name|id|identifier))\b/,
  /\b(?:code d.activation|activation code)\b/,
];

export function isTokenAddress(pageAddress: string | null): boolean {
  return pageAddress !== null && address.test(pageAddress.split(/[?#]/, 1)[0] ?? '');
}

/** By the words of the page: the app's name and the code that activates it, or all three things it asks for. */
export function isTokenText(text: string): boolean {
  const words = text
    .slice(0, 50_000)
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ');
  const found = asked.filter((pattern) => pattern.test(words)).length;
  const activates = asked[2]?.test(words) === true;
  return activates && (names.test(words) || (found === 3 && /\botp\b/.test(words)));
}
