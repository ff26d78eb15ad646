/**
 * Keys that a page shows as text, for those who cannot scan: Keycloak's manual mode, whose list of parameters is read with it,
 * and a lone key beside words that call it one. Reads only. A lone key is a guess: it is offered with a question.
 */
import type { WrittenKey } from '@/lib/fields/page-contract';
import { wordsOf, wordsOfName } from '@/lib/fields/text';
import { ancestors, textOf } from '@/lib/fields/walk';
import { besideKey, otherSecret, aboutSecondFactor } from './written-words';

const mostKeys = 5;
/** Sixteen letters are eighty bits, the least that any system was seen to give. */
const leastLetters = 16;
const mostLetters = 260;
/** Of text around a key, the most that is read. */
const mostText = 400;

/** Letters and digits of Base32, in one piece or in groups of one length; padding may follow. */
const shape = /(?<![\w+/.-])([A-Za-z2-7]{3,260}(?:[ \u00a0-][A-Za-z2-7]{1,8}){0,64})={0,6}(?![\w+/=@-])/g;

const after = (text: string): string => text.slice(text.indexOf(':') + 1).trim();

/** Keycloak, every theme: `span#kc-totp-secret-key` and the list `li#kc-totp-type` … beside it ("Label: value"). */
function keycloakKey(doc: Document): WrittenKey | null {
  const key = doc.getElementById('kc-totp-secret-key')?.textContent?.trim();
  if (!key) return null;
  const value = (id: string): string | null => {
    const text = doc.getElementById(`kc-totp-${id}`)?.textContent;
    return text ? after(text) : null;
  };
  const [period, counter, algorithm, digits] = ['period', 'counter', 'algorithm', 'digits'].map(value);
  const kind = period && !counter ? ('totp' as const) : counter && !period ? ('hotp' as const) : null;
  const parameters =
    kind && algorithm && digits
      ? { kind, algorithm, digits, moving: (kind === 'totp' ? period : counter) ?? '' }
      : null;
  const issuer = doc.getElementById('kc-header-wrapper')?.textContent?.trim() ?? '';
  return { key, issuer, parameters };
}

/**
 * The part of a match whose letters look drawn by lot: in one case, in groups of one length (the last may be shorter), with a
 * digit, or one long piece in capitals. `null` for anything else, a sentence above all.
 */
function drawnByLot(match: string): string | null {
  const groups = match.split(/[ \u00a0-]/);
  // "est abcd efgh": the words before it are no part of a key.
  while (groups.length > 1 && groups[0]?.length !== groups[1]?.length) groups.shift();
  const length = groups[0]?.length ?? 0;
  if (groups.slice(0, -1).some((group) => group.length !== length)) return null;
  if ((groups.at(-1)?.length ?? 0) > length) return null;
  const letters = groups.join('');
  if (letters.length < leastLetters || letters.length > mostLetters) return null;
  const isUpper = letters === letters.toUpperCase();
  if (!isUpper && letters !== letters.toLowerCase()) return null;
  return /[2-7]/.test(letters) || (isUpper && groups.length === 1) ? groups.join(' ') : null;
}

/** What is written before an element, in its own line or row: the nearest text of three levels. */
function textBeside(element: Element): string {
  const texts: string[] = [wordsOfName(`${element.id} ${element.getAttribute('data-testid') ?? ''}`)];
  for (const level of ancestors(element, 3)) {
    const before = level.previousElementSibling;
    if (before && before.getElementsByTagName('*').length < 20) texts.push(textOf(before).slice(-mostText));
    const parent = level.parentElement;
    if (parent && parent.getElementsByTagName('*').length < 12) texts.push(textOf(parent).slice(0, mostText));
  }
  return wordsOf(texts.join(' . '));
}

/** The text an element holds itself; of a field that cannot be typed in, its value. */
function ownText(element: Element): string {
  if (element.localName === 'input') {
    const input = element as HTMLInputElement;
    return input.type === 'text' && (input.readOnly || input.disabled) ? input.value : '';
  }
  let text = '';
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === 3) text += node.nodeValue ?? '';
  }
  return text.trim();
}

function loneKeys(elements: readonly Element[]): WrittenKey[] {
  const found = new Map<string, WrittenKey>();
  for (const element of elements) {
    if (found.size >= mostKeys) break;
    if (/^(script|style|template|textarea|option|svg|path)$/.test(element.localName)) continue;
    const text = ownText(element);
    if (text.length < leastLetters || text.length > mostText) continue;
    for (const { 1: match = '', index } of text.matchAll(shape)) {
      const key = drawnByLot(match);
      if (key === null || !element.checkVisibility({ visibilityProperty: true })) continue;
      const beside = wordsOf(text.slice(0, index)) + textBeside(element);
      if (!besideKey.test(beside) || otherSecret.test(beside)) continue;
      found.set(key, { key, issuer: '', parameters: null });
    }
  }
  return [...found.values()];
}

/** The keys of one document, `elements` being all of its elements; Keycloak's own first and alone. */
export function findWrittenKeys(doc: Document, elements: readonly Element[]): WrittenKey[] {
  const keycloak = keycloakKey(doc);
  if (keycloak) return [keycloak];
  const keys = loneKeys(elements);
  if (keys.length === 0) return [];
  const headings = elements.filter(({ localName }) => /^(h[1-4]|legend|label|p|button)$/.test(localName));
  const page = `${doc.title} . ${headings
    .slice(0, 60)
    .map((each) => textOf(each).slice(0, 200))
    .join(' . ')}`;
  return aboutSecondFactor.test(wordsOf(page)) ? keys : [];
}
