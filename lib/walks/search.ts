/**
 * Search: words in any order; accents, case and typing errors forgiven. What was typed exactly comes before what was typed
 * nearly, and is never hidden by it: nearly is looked for only where nothing that accounts are known by matches exactly.
 */
import { fold } from '@/lib/i18n/fold';
import { errorsBetween, errorsForgiven, isLetter, letterMask, lettersMissing } from '@/lib/i18n/nearly';
import type { Account } from '@/lib/vault/account';

/** What of an account is searched, folded. */
interface Text {
  readonly issuer: string;
  /** The name and the groups. */
  readonly name: string;
  /** Sites and note: found there, it comes last. */
  readonly rest: string;
  readonly all: string;
}

/** Kept as long as the account they were made of. */
const texts = new WeakMap<Account, Text>();

/** Where a word was found, best first. */
const place = {
  issuerStart: 0,
  issuerWord: 1,
  nameWord: 2,
  inIssuer: 3,
  inName: 4,
  initials: 5,
  restWord: 6,
  inRest: 7,
  nowhere: 8,
} as const;
const ranks = place.nowhere;

/** The accounts that match, best first; equally good ones in the order they came. An empty query matches all. */
export function searchAccounts(accounts: readonly Account[], query: string): readonly Account[] {
  const terms = fold(query).split(/\s+/).filter(Boolean);
  if (terms.length === 0) return accounts;
  const whole = terms.join(' ');
  const found: Account[][] = Array.from({ length: ranks + 1 }, () => []);
  for (const account of accounts) {
    const text = textOf(account);
    if (!terms.every((term) => text.all.includes(term))) continue;
    const rank = text.issuer === whole ? 0 : 1 + worstPlace(terms, text);
    found[rank]?.push(account);
  }
  const exact = found.flat();
  const isKnownByIt = found.slice(0, 1 + place.restWord).some(({ length }) => length > 0);
  return isKnownByIt ? exact : [...exact, ...nearlyMatching(accounts, terms, new Set(exact))];
}

function worstPlace(terms: readonly string[], text: Text): number {
  let worst = 0;
  for (const term of terms) worst = Math.max(worst, placeOf(term, text));
  return worst;
}

function placeOf(term: string, { issuer, name, rest }: Text): number {
  if (issuer.startsWith(term)) return place.issuerStart;
  if (beginsWord(term, issuer)) return place.issuerWord;
  if (beginsWord(term, name)) return place.nameWord;
  if (issuer.includes(term)) return place.inIssuer;
  if (name.includes(term)) return place.inName;
  if (beginsWord(term, rest)) return place.restWord;
  return rest.includes(term) ? place.inRest : place.initials;
}

function beginsWord(term: string, text: string): boolean {
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1))
    if (at === 0 || !isLetter(text.charCodeAt(at - 1))) return true;
  return false;
}

/** Every word nearly begins a word of the issuer, the name or a group; fewer errors first. */
function nearlyMatching(
  accounts: readonly Account[],
  terms: readonly string[],
  left: ReadonlySet<Account>,
): Account[] {
  if (terms.every((term) => errorsForgiven(term.length) === 0)) return [];
  const words = wordsOf(accounts);
  const errors = terms.map((term) => errorsByWord(term, words));
  const found: Account[][] = [];
  accounts.forEach((account, index) => {
    if (left.has(account)) return;
    let sum = 0;
    for (const byWord of errors) {
      let least: number = tooMany;
      for (let at = words.starts[index] ?? 0; at < (words.starts[index + 1] ?? 0); at += 1)
        least = Math.min(least, byWord[words.ids[at] ?? 0] ?? tooMany);
      if (least === tooMany) return;
      sum += least;
    }
    (found[sum] ??= []).push(account);
  });
  return found.flat();
}

const tooMany = 255;

function errorsByWord(term: string, { list, masks }: Words): Uint8Array {
  const most = errorsForgiven(term.length);
  const mask = letterMask(term);
  const errors = new Uint8Array(list.length).fill(tooMany);
  for (let id = 0; id < list.length; id += 1) {
    if (lettersMissing(mask, masks[id] ?? 0) > most) continue;
    const count = errorsBetween(term, list[id] ?? '', most);
    if (count <= most) errors[id] = count;
  }
  return errors;
}

/** The distinct words of all accounts, and which of them an account has: `ids` from `starts[index]` to `starts[index + 1]`. */
interface Words {
  readonly list: readonly string[];
  readonly masks: readonly number[];
  readonly ids: readonly number[];
  readonly starts: readonly number[];
}

/** Kept as long as the list they were made of. */
const words = new WeakMap<readonly Account[], Words>();

function wordsOf(accounts: readonly Account[]): Words {
  let made = words.get(accounts);
  if (made === undefined) {
    made = readWords(accounts);
    words.set(accounts, made);
  }
  return made;
}

function readWords(accounts: readonly Account[]): Words {
  const known = new Map<string, number>();
  const list: string[] = [];
  const masks: number[] = [];
  const ids: number[] = [];
  const starts = [0];
  for (const account of accounts) {
    const { issuer, name } = textOf(account);
    for (const text of [issuer, name]) {
      let start = -1;
      for (let at = 0; at <= text.length; at += 1) {
        const inWord = at < text.length && isLetter(text.charCodeAt(at));
        if (inWord && start < 0) start = at;
        if (inWord || start < 0) continue;
        const word = text.slice(start, at);
        start = -1;
        let id = known.get(word);
        if (id === undefined) {
          id = list.push(word) - 1;
          known.set(word, id);
          masks.push(letterMask(word));
        }
        ids.push(id);
      }
    }
    starts.push(ids.length);
  }
  return { list, masks, ids, starts };
}

/** Makes ready what a search of these accounts reads, so that the first one is as quick as the others. */
export function prepareSearch(accounts: readonly Account[]): void {
  wordsOf(accounts);
}

function textOf(account: Account): Text {
  let text = texts.get(account);
  if (text === undefined) {
    text = read(account);
    texts.set(account, text);
  }
  return text;
}

function read({ issuer, name, tags = [], sites, domains = [], note = '' }: Account): Text {
  const folded = fold(issuer);
  const person = tags.length === 0 ? fold(name) : fold(`${name}\n${tags.join('\n')}`);
  const hosts = [...sites.map(withoutScheme), ...domains].join(' ');
  const rest = fold(note === '' ? hosts : `${hosts}\n${note}`);
  return {
    issuer: folded,
    name: person,
    rest,
    all: `${folded}\n${shortForms(folded)}\n${person}\n${rest}`,
  };
}

/** `aws` for *Amazon Web Services*, and the words without the spaces between them. */
function shortForms(issuer: string): string {
  if (!issuer.includes(' ')) return '';
  let initials = '';
  for (let at = 0; at < issuer.length; at += 1)
    if (issuer[at] !== ' ' && (at === 0 || issuer[at - 1] === ' ')) initials += issuer[at];
  return `${initials}\n${issuer.replaceAll(' ', '')}`;
}

function withoutScheme(origin: string): string {
  const start = origin.indexOf('://');
  return start < 0 ? origin : origin.slice(start + 3);
}
