/**
 * Recovery codes that a page shows to be kept: a list of at least four tokens of one shape, near words that say what they are.
 * Reads only; what is found is shown to the person before anything is kept.
 */
import { wordsOf, wordsOfName } from '@/lib/fields/text';
import { ancestors, textOf } from '@/lib/fields/walk';
import { recovery } from '@/lib/fields/words';

const leastCodes = 4;
const mostCodes = 100;
const mostLetters = 64;
const mostLists = 400;

/** Letters and digits, in one piece or in groups; at least six of them. */
const shape = /^[A-Za-z0-9]+(?:[-–_ \u00a0][A-Za-z0-9]+)*$/;
/** The number that a page writes before a code. */
const numbering = /^(?:#\s*)?\d{1,3}\s*[.):–-]\s+|^\d{1,3}\s*[.):]\s*(?=\S{6})/;

const bare = (text: string): string => text.replace(/[-–_\s\u00a0]/g, '');

const tokenOf = (text: string): string => text.replace(/\s+/g, ' ').trim().replace(numbering, '').trim();

/** Drawn by lot: not a word, a date or a sentence. */
function looksDrawn(token: string): boolean {
  const letters = bare(token);
  if (letters.length < 6 || token.length > mostLetters || !shape.test(token)) return false;
  if (token.split(/[ \u00a0]/).length > 8) return false;
  return /\d/.test(letters) || letters === letters.toUpperCase() || !/[aeiouy]{1}/i.test(letters);
}

/** Codes of one page are of one length, or nearly, and each another. */
function areCodes(tokens: readonly string[]): boolean {
  if (tokens.length < leastCodes || tokens.length > mostCodes) return false;
  if (new Set(tokens.map(bare)).size !== tokens.length) return false;
  const lengths = tokens.map((token) => bare(token).length);
  if (Math.max(...lengths) - Math.min(...lengths) > 1) return false;
  // Of random letters some have a digit, or they are digits alone.
  return tokens.every(looksDrawn) && tokens.some((token) => /\d/.test(token));
}

/** What one list, table or block of text holds, in its order. */
function tokensOf(list: Element): string[] {
  const texts = (selector: string): string[] => [...list.querySelectorAll(selector)].map(textOf);
  const lines = (text: string): string[] => text.split(/\r?\n/).map(tokenOf).filter(Boolean);
  const isText = /^(textarea|pre|code)$/.test(list.localName);
  const written =
    (list as Partial<HTMLTextAreaElement>).value ?? (isText ? (list.textContent ?? '') : textOf(list));
  const ways =
    list.localName === 'ol' || list.localName === 'ul'
      ? [texts(':scope > li')]
      : list.localName === 'table' || list.localName === 'tbody'
        ? [texts('td')]
        : isText
          ? [lines(written), written.split(/[\s,;]+/)]
          : [[...list.children].map(textOf), lines(written)];
  for (const way of ways) {
    const tokens = way.map(tokenOf).filter(Boolean);
    if (areCodes(tokens)) return tokens;
    // A table, or a list, that numbers its codes in cells of their own.
    const drawn = tokens.filter((token) => !/^#?\d{1,3}[.)]?$/.test(token));
    if (drawn.length < tokens.length && areCodes(drawn)) return drawn;
  }
  return [];
}

/** The list itself, what is around it, or the headings of the page speak of such codes. */
function isAbout(list: Element, headings: string): boolean {
  if (recovery.test(headings)) return true;
  for (const element of ancestors(list, 5)) {
    if (recovery.test(wordsOfName(`${element.id} ${element.getAttribute('class') ?? ''}`))) return true;
    const text = textOf(element);
    if (text.length > 4000) return false;
    if (recovery.test(wordsOf(text))) return true;
  }
  return false;
}

const lists = 'ol,ul,table,pre,code,textarea,dl,p,samp,kbd';

/** The codes in the page's order; none when there is no such list, or nothing says that it is one. */
export function findRecoveryCodes(doc: Document, elements: readonly Element[]): string[] {
  const headings = wordsOf(
    [
      doc.title,
      ...elements
        .filter(({ localName }) => /^(h[1-4]|legend)$/.test(localName))
        .slice(0, 20)
        .map(textOf),
    ].join(' . '),
  );
  const likely = elements.filter(
    (element) =>
      element.matches(lists) ||
      (element.localName === 'div' &&
        element.childElementCount >= leastCodes &&
        element.childElementCount <= mostCodes),
  );
  let best: string[] = [];
  for (const list of likely.slice(0, mostLists)) {
    const tokens = tokensOf(list);
    if (tokens.length > best.length && isAbout(list, headings)) best = tokens;
  }
  return best;
}
