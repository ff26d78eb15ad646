/** Finds the fields of a page that want a code, and chooses one. Reads only. */
import { canHoldCode, groupBoxes } from './boxes';
import { readFacts, readPage } from './facts';
import { judge, leastScore, passwordScore, sureScore, type Verdict } from './signals';
import { elementsUnder, focusedElement, type OpenRoot } from './walk';

/** A page as the finder sees it. `visible` is an argument because a simulated page has no layout. */
export interface Page {
  readonly doc: Document;
  readonly openRoot: OpenRoot;
  visible(element: Element): boolean;
}

export interface FoundField {
  /** One input, or the boxes of one code in order. */
  readonly inputs: readonly HTMLInputElement[];
  readonly verdict: Verdict;
  readonly visible: boolean;
  readonly focused: boolean;
}

export interface Choice {
  readonly field: FoundField;
  readonly certainty: 'sure' | 'unsure';
}

export interface FinderOptions {
  readonly digits: number | null;
}

/** Every input of the page that could hold a code, judged; document order. */
export function findFields(page: Page, { digits }: FinderOptions): FoundField[] {
  const elements = elementsUnder(page.doc, page.openRoot);
  const inputs = elements.filter(canHoldCode);
  const shown = inputs.filter((input) => page.visible(input));
  const facts = readPage(page.doc, elements, shown, digits);
  const focus = focusedElement(page.doc, page.openRoot);
  const groups = groupBoxes(shown);
  const hidden = inputs.filter((input) => !shown.includes(input)).map((input) => [input]);
  return [...groups, ...hidden].map((group, index) => ({
    inputs: group,
    verdict: judge(readFacts(group, facts)),
    visible: index < groups.length,
    focused: group.some((input) => input === focus),
  }));
}

/** A password field takes more evidence: typing a code over a password costs a sign-in. */
export const leastSureScore = (field: FoundField): number =>
  field.inputs[0]?.type === 'password' ? passwordScore : sureScore;

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
