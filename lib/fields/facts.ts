/** Reads what signals.ts judges from. Reads only; nothing here is asked for before it is needed. */
import { type Box, formOf, isInput, roomIn, typeOf } from './boxes';
import type { FieldFacts } from './signals';
import { wordsOf, wordsOfName } from './text';
import { type Root, ancestors, attributes, parentOf, queryAll, textOf } from './walk';

/** What is the same for every field of a page; read once. */
export interface PageFacts {
  readonly headings: string;
  readonly page: string;
  readonly digits: number | null;
  /** Labels by the id they are for. `input.labels` reads the whole page again for every field. */
  readonly labels: ReadonlyMap<string, readonly Element[]>;
  /** What is drawn and can hold a code. */
  readonly drawn: ReadonlySet<Box>;
  readonly forms: ReadonlyMap<HTMLFormElement | null, FormFacts>;
}

interface FormFacts {
  readonly boxes: number;
  readonly passwords: readonly Box[];
  readonly asksCard: boolean;
}

/** Labels by the id they are for. */
function readLabels(roots: readonly Root[]): Map<string, Element[]> {
  const labels = new Map<string, Element[]>();
  for (const label of queryAll(roots, 'label[for]')) {
    const id = label.getAttribute('for') as string;
    const same = labels.get(id);
    if (same) same.push(label);
    else labels.set(id, [label]);
  }
  return labels;
}

/** A form to pay in is shorter. */
const mostInForm = 100;

function readForms(drawn: ReadonlySet<Box>): Map<HTMLFormElement | null, FormFacts> {
  const forms = new Map<HTMLFormElement | null, Box[]>();
  for (const box of drawn) {
    const form = formOf(box);
    const boxes = forms.get(form);
    if (boxes) boxes.push(box);
    else forms.set(form, [box]);
  }
  const facts = (boxes: readonly Box[]): FormFacts => ({
    boxes: boxes.length,
    passwords: boxes.filter((box) => typeOf(box) === 'password'),
    asksCard: boxes
      .slice(0, mostInForm)
      .some((box) => /cc-number|card.?(num|no)/i.test(attributes(box, 'autocomplete id name'))),
  });
  return new Map([...forms].map(([form, boxes]) => [form, facts(boxes)]));
}

/** Title, headings and address of the page; `tags` are the names of its custom elements. */
export function readPage(
  doc: Document,
  { roots, tags }: { readonly roots: readonly Root[]; readonly tags: ReadonlySet<string> },
  drawn: ReadonlySet<Box>,
  digits: number | null,
): PageFacts {
  const headings = queryAll(roots, 'h1,h2,h3,legend')
    .slice(0, 20)
    .map((element) => textOf(element).slice(0, 200))
    .join(' . ');
  const page =
    wordsOf(`${doc.title} . ${headings}`) +
    wordsOfName(doc.location?.pathname ?? '') +
    wordsOf([...tags].slice(0, 40).join(' '));
  return {
    headings: wordsOf(headings),
    page,
    digits,
    labels: readLabels(roots),
    drawn,
    forms: readForms(drawn),
  };
}

/** Labels tied to the field by the page. */
export function labelOf(box: Box, labels: PageFacts['labels']): string {
  const root = box.getRootNode() as Root;
  const ids = (box.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
  const leading = (box.id ? (labels.get(box.id) ?? []) : []).filter((label) => label.getRootNode() === root);
  const tied = [box.closest('label'), ...leading, ...ids.map((id) => root.getElementById?.(id))];
  return [...new Set(tied)].map((label) => (label ? textOf(label).slice(0, 300) : '')).join(' . ');
}

/** An element with more in it is a part of the page, not a label or a hint. */
const mostElements = 300;

interface Before {
  readonly text: string;
  /** It is marked as a label, though it leads nowhere: Keycloak's v2 theme gives `for` an id that no element has. */
  readonly isLabel: boolean;
}

const none: FormFacts = { boxes: 0, passwords: [], asksCard: false };
const silent: Before = { text: '', isLabel: false };
const fields = 'input:not([type=hidden]),select,textarea';

/** What an element before the field says of it; `null`: nothing, look further. */
function saidBy(element: Element): Before | null {
  if (/^(script|style|template|br)$/.test(element.localName)) return null;
  if (element.matches(fields) || element.querySelector(fields)) return silent;
  if (element.getElementsByTagName('*').length > mostElements) return null;
  const text = textOf(element).trim();
  const isLabel = element.matches('label,legend') || element.querySelector('label,legend') !== null;
  return text ? { text: text.slice(-300), isLabel } : null;
}

/** The nearest text before the field, going up four elements at most, never past another field. */
export function textBefore(box: Box): Before {
  for (const element of ancestors(box, 5)) {
    let steps = 40;
    for (let node = element.previousSibling; node && steps-- > 0; node = node.previousSibling) {
      const text = node.nodeType === 3 ? (node.textContent ?? '').trim() : '';
      if (text) return { text: text.slice(-300), isLabel: false };
      const said = node.nodeType === 1 ? saidBy(node as Element) : null;
      if (said) return said;
    }
    const parent = parentOf(element);
    if (!parent || /^(body|main)$/.test(parent.localName)) break;
  }
  return silent;
}

/**
 * The text of the widest of six elements around the field that says no more than a paragraph or three, and the ids of its
 * buttons: those are in English in every language.
 */
function textAround(boxes: readonly Box[]): { text: string; buttons: string } {
  const [box] = boxes as [Box];
  const start = (boxes.length > 1 && parentOf(box)) || box;
  let around: Element = start;
  let text = '';
  // What a shadow root says, its host does not.
  let inside = '';
  for (const element of ancestors(start, 6)) {
    // Asking for the text of half a page makes the browser lay it out again.
    if (element.getElementsByTagName('*').length > mostElements) break;
    if (!element.contains(around)) inside = `${text} . `;
    const wider = inside + textOf(element);
    if (wider.length > 900) break;
    text = wider;
    around = element;
  }
  const buttons = [...around.querySelectorAll('button,a')].map((button) => button.id).join(' ');
  return { text, buttons };
}

/** Made when first asked for: most fields are told from what they say of themselves. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** What a field says of itself: attributes only, nothing is laid out. */
export function ownWords(boxes: readonly Box[]): Pick<FieldFacts, 'autocomplete' | 'name' | 'look'> {
  const box = boxes[0] as Box;
  return {
    autocomplete: wordsOf(boxes.map((each) => each.getAttribute('autocomplete') ?? '').join(' ')),
    name: wordsOfName(attributes(box, 'id name data-testid data-se formcontrolname ng-model')),
    look: wordsOfName(attributes(box, 'class')),
  };
}

/** Reads one field, or the boxes of one code. */
export function readFacts(boxes: readonly Box[], page: PageFacts): FieldFacts {
  const box = boxes[0] as Box;
  const form = formOf(box);
  const { boxes: inForm, passwords, asksCard } = page.forms.get(form) ?? none;
  const mine = page.drawn.has(box) ? boxes.length : 0;
  const tied = boxes.map((each) => labelOf(each, page.labels)).join(' . ');
  const own = boxes.map((each) => attributes(each, 'aria-label placeholder title')).join(' . ');
  const role = boxes.length > 1 ? box.closest('[role=group],fieldset') : null;
  const label = `${tied} . ${own} . ${role ? attributes(role, 'aria-label title') : ''}`;
  const before = once(() => (/\p{L}/u.test(tied) ? silent : textBefore(box)));
  const around = once(() => textAround(boxes));

  return {
    ...ownWords(boxes),
    type: typeOf(box),
    label: wordsOf(before().isLabel ? `${label} . ${before().text}` : label),
    before: wordsOf(before().isLabel ? '' : before().text),
    get around() {
      const { text, buttons } = around();
      return wordsOf(text) + wordsOfName(buttons) + page.headings;
    },
    page: page.page + (form ? wordsOfName(attributes(form, 'id name action class')) : ''),
    get maskedAddress() {
      return /[*•xX]{2,}\S*@|[*•]{2,}[\s-]?\d{2,4}|\w[*•]{2,}/.test(around().text);
    },
    maxLength: roomIn(box),
    numeric:
      /numeric|decimal/.test(box.inputMode) ||
      (isInput(box) && (box.type === 'number' || /\\d|\[0-9/.test(box.pattern))),
    inputsInForm: inForm - mine + 1,
    alone: page.drawn.size === mine,
    besidePassword: passwords.some((other) => !boxes.includes(other)),
    besideCard: asksCard,
    inSearch: box.closest('[role=search],search') !== null,
    boxes: boxes.length,
    digits: page.digits,
  };
}
