/** Finds the fields of a page that want a code, and chooses one. Reads only. */
import { boxSelector, canHoldCode, groupBoxes, typeOf, type Box } from './boxes';
import { ownWords, readFacts, readPage, type PageFacts } from './facts';
import { judge, leastScore, ownScore, passwordScore, sureScore, type Verdict } from './signals';
import { attributes, focusedElement, queryAll, surveyRoots, type OpenRoot, type Root } from './walk';

/** A page as the finder sees it. What is seen of it is asked by argument: a simulated page has no layout. */
export interface Page {
  readonly doc: Document;
  readonly openRoot: OpenRoot;
  /** Cheap, for counting what a person has before them. */
  drawn(element: Element): boolean;
  /** Exact: a code may be typed in it. */
  visible(element: Element): boolean;
}

export interface FoundField {
  /** One box, or the boxes of one code in order. */
  readonly inputs: readonly Box[];
  readonly verdict: Verdict;
  /** Looked at when asked. */
  readonly visible: boolean;
  readonly focused: boolean;
}

export interface Found {
  /** In document order, but for shadow roots, which come after the page that holds them. */
  readonly fields: readonly FoundField[];
  readonly roots: readonly Root[];
  readonly facts: PageFacts;
}

export interface Choice {
  readonly field: FoundField;
  readonly certainty: 'sure' | 'unsure';
}

export interface FinderOptions {
  readonly digits: number | null;
}

/** On a page with more fields than this, only the likeliest by their own attributes are read; the others count as none. */
const mostFields = 64;

export const unread: Verdict = { class: 'none', score: -1, reasons: ['crowd'] };

/** Those worth reading, of a crowd. */
function likeliest(groups: readonly (readonly Box[])[], focus: Element | null): Set<readonly Box[]> {
  if (groups.length <= mostFields) return new Set(groups);
  // The fields of a crowd have few names, and numbers.
  const scores = new Map<string, number>();
  const scoreOf = ([box]: readonly Box[]): number => {
    if (!box) return 0;
    const said = attributes(box, 'id name autocomplete class').replace(/\d+/g, '1');
    const known = scores.get(said);
    if (known !== undefined) return known;
    const score = ownScore(ownWords([box]));
    scores.set(said, score);
    return score;
  };
  const score = (group: readonly Box[]): number =>
    scoreOf(group) + Number(group.length > 1) + 9 * Number(group.some((box) => box === focus));
  const scored = groups.map((group) => ({ group, score: score(group) })).sort((a, b) => b.score - a.score);
  return new Set(scored.slice(0, mostFields).map(({ group }) => group));
}

/** Every box of the page that could hold a code, judged. Time grows with the page, by microseconds an element. */
export function find(page: Page, { digits }: FinderOptions): Found {
  const { roots, tags } = surveyRoots(page.doc, page.openRoot);
  const boxes = queryAll<Box>(roots, boxSelector).filter(canHoldCode);
  const drawn = new Set(boxes.filter((box) => page.drawn(box)));
  const facts = readPage(page.doc, { roots, tags }, drawn, digits);
  const focus = focusedElement(page.doc, page.openRoot);
  const groups = [
    ...groupBoxes([...drawn]),
    ...boxes.filter((box) => !drawn.has(box)).map((box): Box[] => [box]),
  ];
  const place = new Map(boxes.map((box, at) => [box, at]));
  const placeOf = ([first]: readonly Box[]): number => (first && place.get(first)) ?? 0;
  groups.sort((a, b) => placeOf(a) - placeOf(b));
  const read = likeliest(groups, focus);
  const fields = groups.map((group): FoundField => {
    let visible: boolean | undefined;
    return {
      inputs: group,
      verdict: read.has(group) ? judge(readFacts(group, facts)) : unread,
      get visible() {
        return (visible ??= group.every((box) => page.visible(box)));
      },
      focused: group.some((box) => box === focus),
    };
  });
  return { fields, roots, facts };
}

/** A password field takes more evidence: typing a code over a password costs a sign-in. */
export const leastSureScore = (field: FoundField): number =>
  field.inputs[0] && typeOf(field.inputs[0]) === 'password' ? passwordScore : sureScore;

/** Below this there is no sign at all that a field wants a code, and pointing at it changes nothing. */
const pointedScore = 1;

/** The field the person pointed at: little need be known of it (a score of `least`), but not that it is something else. */
export function pointedAt(found: FoundField | null, least = pointedScore): Choice | null {
  if (!found) return null;
  const { verdict } = found;
  const lifted = verdict.class === 'none' && verdict.score >= least;
  const field = lifted ? { ...found, verdict: { ...verdict, class: 'authenticator' as const } } : found;
  const sure = verdict.class === 'authenticator' && verdict.score >= leastSureScore(found);
  return { field, certainty: sure ? 'sure' : 'unsure' };
}

/**
 * Chooses the one field to fill: what a person sees before what is hidden, authenticator codes before others, then the
 * best score; two as good as each other leave it unsure unless one has the focus.
 */
export function chooseField(
  fields: readonly FoundField[],
  options: { readonly focusedOnly: boolean },
): Choice | null {
  if (options.focusedOnly) return pointedAt(fields.find(({ focused }) => focused) ?? null);
  const order = ['authenticator', 'delivered', 'recovery'];
  const rank = ({ visible, verdict }: FoundField): number =>
    (visible ? 100 : 0) * (verdict.class === 'authenticator' ? 2 : 1) -
    30 * order.indexOf(verdict.class) +
    verdict.score;
  const ranked = fields
    .filter(({ verdict }) => verdict.class !== 'none' && verdict.score >= leastScore)
    .sort((a, b) => rank(b) - rank(a));
  const [best, next] = ranked;
  if (!best) return null;

  const rivals = ranked.filter(
    (field) => rank(best) - rank(field) < 1 && field.verdict.class === best.verdict.class,
  );
  const field = rivals.find(({ focused }) => focused) ?? best;
  const alone = !next || rivals.length === 1 || field.focused;
  const sure =
    alone && field.verdict.class === 'authenticator' && field.verdict.score >= leastSureScore(field);
  return { field, certainty: sure ? 'sure' : 'unsure' };
}
