/**
 * Text as words: lower case, no accents, one space between words and one at each end, so that a word is always found
 * whole ("otp" is inside `forgotPassword` and `MotPasse`; as a word it is in neither).
 */

const plain = (text: string): string =>
  ` ${text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

/** Words of a sentence. Capitals inside a word do not cut it: "reCAPTCHA" is one word. */
export const wordsOf = (sentence: string): string => plain(sentence.slice(0, 3000));

/** Words of an identifier: `wpOATHToken` is "wp oath token", `otp1` is "otp 1", `2faCode` is "2fa code". */
export const wordsOfName = (name: string): string =>
  plain(
    name
      .slice(0, 300)
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
      .replace(/([a-zA-Z]{2})(\d)/g, '$1 $2'),
  );

/** A matcher of whole words and phrases, with or without a final s. `list` is alternatives, as in a regular expression. */
export const phrases = (list: string): RegExp => new RegExp(` (?:${list})s? `);
