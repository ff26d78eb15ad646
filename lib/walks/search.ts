/**
 * Search: words in any order; accents, case and typing errors forgiven. What was typed exactly comes before what was typed
 * nearly, and is never hidden by it: nearly is looked for only where nothing that accounts are known by matches exactly.
 */
import { fold } from '@/lib/i18n/fold';
import { errorsForgiven, isLetter } from '@/lib/i18n/nearly';
import type { Account } from '@/lib/vault/account';
import { type WordsIndex, errorsByWord, indexWords, tooMany } from './words-index';

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
  const all = textsOf(accounts);
  const places = placesIn(accounts, terms, all);
  for (const place of places) {
    const text = all[place] as Text;
    const rank = text.issuer === whole ? 0 : 1 + worstPlace(terms, text);
    found[rank]?.push(accounts[place] as Account);
  }
  const exact = found.flat();
  const isKnownByIt = found.slice(0, 1 + place.restWord).some(({ length }) => length > 0);
  return isKnownByIt ? exact : [...exact, ...nearlyMatching(accounts, terms, new Set(exact))];
}

/** What the last search of a list went through. */
interface Passed {
  readonly terms: readonly string[];
  readonly places: readonly number[];
}
const passed = new WeakMap<readonly Account[], Passed>();

/** Of the accounts that have every term somewhere in them: where they are. One letter more is looked for only where the letters before it were. */
function placesIn(
  accounts: readonly Account[],
  terms: readonly string[],
  all: readonly Text[],
): readonly number[] {
  const before = passed.get(accounts);
  const goesOn = before?.terms.every((old, index) => terms[index]?.includes(old));
  const places: number[] = [];
  const look = (place: number): void => {
    const text = all[place]?.all ?? '';
    for (const term of terms) if (!text.includes(term)) return;
    places.push(place);
  };
  if (before && goesOn) before.places.forEach(look);
  else for (let place = 0; place < all.length; place += 1) look(place);
  passed.set(accounts, { terms, places });
  return places;
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
  const index = wordsOf(accounts);
  const { places, starts } = index;
  const errors = terms.map((term) => errorsByWord(term, index));
  const found: Account[][] = [];
  accounts.forEach((account, at) => {
    let sum = 0;
    for (const byWord of errors) {
      let least = tooMany;
      for (let word = starts[at] ?? 0; word < (starts[at + 1] ?? 0); word += 1) {
        const count = byWord[places[word] ?? 0] ?? tooMany;
        if (count < least) least = count;
      }
      if (least === tooMany) return;
      sum += least;
    }
    if (!left.has(account)) (found[sum] ??= []).push(account);
  });
  return found.flat();
}

/** Kept as long as the list they were made of. */
const indexes = new WeakMap<readonly Account[], WordsIndex>();

function wordsOf(accounts: readonly Account[]): WordsIndex {
  let made = indexes.get(accounts);
  if (made === undefined) {
    made = indexWords(textsOf(accounts).map(({ issuer, name }) => [issuer, name]));
    indexes.set(accounts, made);
  }
  return made;
}

/** Makes ready what a search of these accounts reads, so that the first one is as quick as the others. */
export function prepareSearch(accounts: readonly Account[]): void {
  wordsOf(accounts);
}

const textsOfList = new WeakMap<readonly Account[], readonly Text[]>();

function textsOf(accounts: readonly Account[]): readonly Text[] {
  let made = textsOfList.get(accounts);
  if (made === undefined) {
    made = accounts.map(textOf);
    textsOfList.set(accounts, made);
  }
  return made;
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
