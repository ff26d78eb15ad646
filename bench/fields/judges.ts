/** Runs in the isolated world of a page: what our finder and the peers' rules make of each of its fields. */
import { chooseField, find, leastSureScore } from '@/lib/fields/finder.ts';
import { isDrawn, isVisible } from '@/lib/fields/visibility.ts';
import { createOpenRoot, queryAll, surveyRoots, type ExtensionDom } from '@/lib/fields/walk.ts';
import { type PeerField, peers } from './peers.ts';

export type Truth = 'authenticator' | 'delivered' | 'other';

export interface Judgement {
  /** Of every field that may take a code: how many there are, and how many of them this rule takes. */
  readonly fields: Readonly<Record<Truth, number>>;
  readonly taken: Readonly<Record<Truth, number>>;
  /** What the field filled first is; `null`: none is. */
  readonly first: Truth | null;
}

const fillable =
  'input:not([type=hidden],[type=checkbox],[type=radio],[type=submit],[type=button],[type=image],[type=file])';
const truthOf = (input: Element): Truth => (input.getAttribute('data-truth') as Truth | null) ?? 'other';

function tally(all: readonly Element[], taken: readonly Element[], first: Element | null): Judgement {
  const count = (list: readonly Element[], truth: Truth): number =>
    list.filter((each) => truthOf(each) === truth).length;
  const each = (list: readonly Element[]): Record<Truth, number> => ({
    authenticator: count(list, 'authenticator'),
    delivered: count(list, 'delivered'),
    other: count(list, 'other'),
  });
  return { fields: each(all), taken: each(taken), first: first ? truthOf(first) : null };
}

function read(input: HTMLInputElement, passwordOnPage: boolean): PeerField {
  const said = (names: string): string =>
    names
      .split(' ')
      .map((name) => input.getAttribute(name) ?? '')
      .join(' ')
      .toLowerCase();
  const label =
    input.closest('label') ??
    (input.id ? input.ownerDocument.querySelector(`label[for="${CSS.escape(input.id)}"]`) : null);
  const siblings = [...(input.parentElement?.children ?? [])].filter(
    (other) => other.localName === 'input' && (other as HTMLInputElement).maxLength === input.maxLength,
  );
  const block = input.form ?? input.parentElement?.parentElement ?? input.parentElement;
  return {
    input,
    type: input.type,
    name: said('id name'),
    label: `${said('placeholder aria-label title')} ${label?.textContent?.toLowerCase() ?? ''}`,
    autocomplete: said('autocomplete'),
    near: (block?.textContent ?? '').toLowerCase().slice(0, 3000),
    maxLength: input.maxLength,
    numeric: input.inputMode === 'numeric' || input.type === 'number' || /\d|\[0-9/.test(input.pattern),
    width: input.getBoundingClientRect().width,
    passwordOnPage,
    grouped:
      siblings.length >= 4 && siblings.length <= 8 && (input.maxLength === 1 || input.offsetWidth < 100),
  };
}

function judge(): Record<string, Judgement> {
  const { dom } = (globalThis as { chrome?: { dom?: ExtensionDom } }).chrome ?? {};
  const openRoot = createOpenRoot(dom);
  const { roots } = surveyRoots(document, openRoot);
  const all = queryAll<HTMLInputElement>(roots, fillable);
  const answers: Record<string, Judgement> = {};

  const { fields } = find({ doc: document, openRoot, drawn: isDrawn, visible: isVisible }, { digits: null });
  // What is not seen is never typed in, whatever it is taken for.
  const ours = fields.filter(
    (field) =>
      field.verdict.class === 'authenticator' &&
      field.verdict.score >= leastSureScore(field) &&
      (field.visible || field.inputs.every((input) => truthOf(input) === 'authenticator')),
  );
  const choice = chooseField(fields, { focusedOnly: false });
  const filled = choice?.certainty === 'sure' ? (choice.field.inputs[0] ?? null) : null;
  answers['Seconde'] = tally(
    all,
    ours.flatMap(({ inputs }) => inputs),
    filled,
  );

  // The peers look through open shadow roots at most.
  const reached = [...document.querySelectorAll<HTMLInputElement>(fillable)].filter(
    (input) => !input.disabled && !input.readOnly,
  );
  const passwordOnPage = reached.some((input) => input.type === 'password');
  const facts = reached.map((input) => read(input, passwordOnPage));
  for (const [name, rule] of Object.entries(peers)) {
    const scored = facts.map((fact) => ({ fact, score: rule(fact) })).filter(({ score }) => score > 0);
    const [best] = scored.toSorted((one, other) => other.score - one.score);
    answers[name] = tally(
      all,
      scored.map(({ fact }) => fact.input),
      best?.fact.input ?? null,
    );
  }
  return answers;
}

declare global {
  var secondeJudges: { judge(): Record<string, Judgement> } | undefined;
}
globalThis.secondeJudges = { judge };
