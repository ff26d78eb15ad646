/** The fields of a page that a person may choose from, told by what the page calls them and where they are. Reads only. */
import { typeOf } from './boxes';
import { type PageFacts, labelOf, textBefore } from './facts';
import { type Found, type FoundField, type Page, unread } from './finder';
import type { FieldCandidate } from './page-contract';
import { leastScore } from './signals';
import { findSubmitButton, wordsOfButton } from './submit-button';
import { ancestors, textOf } from './walk';

const most = 8;
/** Whether a field is seen costs a look at the layout: a page full of hidden ones is not worth more looks than this. */
const mostLooked = 40;
const longest = 60;

const short = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest - 1).trimEnd()}…` : line;
};

/** Two rounds of FNV-1a, 32 bits each: not a secret, only short and free of the page's words. */
function hash(text: string): string {
  let [low, high] = [0x811c9dc5, 0x1000193];
  for (const character of text) {
    const unit = character.codePointAt(0) as number;
    low = Math.imul(low ^ unit, 0x01000193) >>> 0;
    high = Math.imul(high ^ (unit + 0x9e37), 0x85ebca6b) >>> 0;
  }
  return low.toString(36) + high.toString(36);
}

/** What the page calls the field: its label, what it says of itself, else the text before it. */
function nameOf({ inputs }: FoundField, { labels }: PageFacts): string {
  const [input] = inputs;
  if (!input) return '';
  const said = ['aria-label', 'placeholder', 'title'].map((name) => input.getAttribute(name) ?? '');
  const label = [labelOf(input, labels), ...said, textBefore(input).text].find((text) => /\p{L}/u.test(text));
  return short(label ?? '');
}

/** The button of its form, else the nearest heading or legend. */
function placeOf({ inputs }: FoundField, page: Page): string {
  const [input] = inputs;
  if (!input) return '';
  const button = findSubmitButton(input, page.visible);
  if (button) return short(wordsOfButton(button));
  for (const element of ancestors(input, 8)) {
    const heading = element.querySelector('legend,h1,h2,h3,h4');
    if (heading) return short(textOf(heading));
  }
  return '';
}

/** Attributes only: this is asked of every field of a page. */
function identityOf({ inputs }: FoundField): string {
  const [input] = inputs;
  const said = (names: string): string =>
    names
      .split(' ')
      .map((name) => input?.getAttribute(name) ?? '')
      .join(' ')
      .replace(/[^\p{L}]+/gu, ' ')
      .trim();
  const own = said('id name');
  return `${input && typeOf(input)} ${inputs.length > 1} ${own.length > 2 ? own : said('aria-label placeholder title')}`;
}

/** The key of every field given, which are all of a page in document order. */
function keysOf(fields: readonly FoundField[]): Map<FoundField, string> {
  const seen = new Map<string, number>();
  const read = fields.filter(({ verdict }) => verdict !== unread);
  return new Map(
    read.map((field): [FoundField, string] => {
      const identity = hash(identityOf(field));
      const before = seen.get(identity) ?? 0;
      seen.set(identity, before + 1);
      return [field, before ? `${identity}n${before}` : identity];
    }),
  );
}

/** The key of one of them; `field` may be a copy with another verdict. */
export function keyOf(fields: readonly FoundField[], field: FoundField): string {
  const keys = keysOf(fields);
  const same = fields.find(({ inputs }) => inputs === field.inputs);
  return (same && keys.get(same)) ?? '';
}

/** What nobody would choose: the page says that it is for something else, or it is the password of a sign-in. */
const isPossible = ({ verdict, inputs }: FoundField): boolean =>
  verdict.class !== 'recovery' &&
  verdict.score >= 0 &&
  (verdict.class !== 'none' || !verdict.reasons.some((reason) => vetoes.has(reason))) &&
  (!inputs[0] || typeOf(inputs[0]) !== 'password' || verdict.score >= leastScore);

const vetoes = new Set(['autocomplete-other', 'search', 'captcha', 'device-name', 'too-short', 'card']);
const order = ['authenticator', 'delivered', 'none'];

/** At most eight of all the fields of a page, the likeliest first. `free`: nothing of the person's would be written over. */
export function candidatesOf(
  { fields, facts }: Found,
  free: (field: FoundField) => boolean,
  page: Page,
): FieldCandidate[] {
  const keys = keysOf(fields);
  const possible = fields
    .filter((field) => isPossible(field) && free(field))
    .sort(
      ({ verdict: a }, { verdict: b }) =>
        order.indexOf(a.class) - order.indexOf(b.class) || b.score - a.score,
    );
  const seen: FieldCandidate[] = [];
  for (const field of possible.slice(0, mostLooked)) {
    if (seen.length === most) break;
    if (!field.visible) continue;
    seen.push({
      key: keys.get(field) as string,
      label: nameOf(field, facts),
      place: placeOf(field, page),
      ...field.verdict,
    });
  }
  return seen;
}

/** The candidate of this key, `null` when the page has none. */
export function candidateOf(fields: readonly FoundField[], key: string): FoundField | null {
  const keys = keysOf(fields);
  return fields.find((field) => keys.get(field) === key && isPossible(field) && field.visible) ?? null;
}
