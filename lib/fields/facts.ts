/** Reads what signals.ts judges from. Reads only; layout is asked through the `visible` it is given. */
import type { FieldFacts } from './signals';
import { wordsOf, wordsOfName } from './text';
import { ancestors, parentOf, textOf } from './walk';

/** What is the same for every field of a page; read once. */
export interface PageFacts {
  readonly headings: string;
  readonly page: string;
  readonly digits: number | null;
  /** Visible inputs that can hold a code. */
  readonly shown: readonly HTMLInputElement[];
}

const attributes = (element: Element, names: string): string =>
  names
    .split(' ')
    .map((name) => element.getAttribute(name) ?? '')
    .join(' ');

/** Title, headings and address of the page; `elements` are all its elements. */
export function readPage(
  doc: Document,
  elements: readonly Element[],
  shown: readonly HTMLInputElement[],
  digits: number | null,
): PageFacts {
  const headings = elements
    .filter((element) => /^(h[1-3]|legend)$/.test(element.localName))
    .slice(0, 20)
    .map((element) => textOf(element).slice(0, 200))
    .join(' . ');
  const tags = elements.map((element) => element.localName).filter((name) => name.includes('-'));
  const path = doc.location?.pathname ?? '';
  const page =
    wordsOf(`${doc.title} . ${headings}`) +
    wordsOfName(path) +
    wordsOf([...new Set(tags)].slice(0, 40).join(' '));
  return { headings: wordsOf(headings), page, digits, shown };
}

/** Labels tied to the field by the page, then what it says of itself. */
export function labelOf(input: HTMLInputElement): string {
  const root = input.getRootNode() as Document | ShadowRoot;
  const ids = (input.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
  const tied = [...(input.labels ?? []), ...ids.map((id) => root.getElementById?.(id))];
  return tied.map((label) => (label ? textOf(label).slice(0, 300) : '')).join(' . ');
}

/** An element with more in it is a part of the page, not a label or a hint. */
const mostElements = 300;

interface Before {
  readonly text: string;
  /** It is marked as a label, though it leads nowhere: Keycloak's v2 theme gives `for` an id that no element has. */
  readonly isLabel: boolean;
}

/** The nearest text before the field, going up four elements at most, never past another field. */
export function textBefore(input: HTMLInputElement): Before {
  for (const element of ancestors(input, 5)) {
    for (let before = element.previousElementSibling; before; before = before.previousElementSibling) {
      if (/^(script|style|template|br)$/.test(before.localName)) continue;
      if (
        before.matches('input:not([type=hidden])') ||
        before.querySelector('input:not([type=hidden]),select,textarea')
      )
        return { text: '', isLabel: false };
      const long = before.getElementsByTagName('*').length > mostElements;
      const text = long ? '' : textOf(before).trim();
      if (text) {
        const isLabel = before.matches('label,legend') || before.querySelector('label,legend') !== null;
        return { text: text.slice(-300), isLabel };
      }
    }
    const parent = parentOf(element);
    const loose =
      parent && [...parent.childNodes].find((node) => node.nodeType === 3 && node.textContent?.trim());
    if (loose?.textContent && loose.compareDocumentPosition(element) & 4)
      return { text: loose.textContent.slice(0, 300), isLabel: false };
    if (!parent || /^(form|body|main)$/.test(parent.localName)) break;
  }
  return { text: '', isLabel: false };
}

/**
 * The text of the widest of six elements around the field that says no more than a paragraph or three, and the ids of its
 * buttons: those are in English in every language.
 */
function textAround(input: HTMLInputElement): { text: string; buttons: string } {
  let around: Element = input;
  let text = '';
  for (const element of ancestors(input, 6)) {
    // Asking for the text of half a page makes the browser lay it out again.
    if (element.getElementsByTagName('*').length > mostElements) break;
    const wider = textOf(element);
    if (wider.length > 900) break;
    text = wider;
    around = element;
  }
  const buttons = [...around.querySelectorAll('button,a')].map((button) => button.id).join(' ');
  return { text, buttons };
}

/** Reads one field, or the boxes of one code. */
export function readFacts(inputs: readonly HTMLInputElement[], page: PageFacts): FieldFacts {
  const input = inputs[0] as HTMLInputElement;
  const form = input.form;
  const others = page.shown.filter((other) => !inputs.includes(other));
  const inForm = others.filter((other) => other.form === form);
  const tied = inputs.map(labelOf).join(' . ');
  const own = inputs.map((each) => attributes(each, 'aria-label placeholder title')).join(' . ');
  const role = input.closest('[role=group],fieldset');
  const before = tied.trim() ? { text: '', isLabel: false } : textBefore(input);
  const label = `${tied} . ${own} . ${role && inputs.length > 1 ? attributes(role, 'aria-label title') : ''}`;
  let around: { text: string; buttons: string } | undefined;
  const readAround = () => (around ??= textAround(input));
  const pattern = input.pattern;

  return {
    type: input.type,
    autocomplete: wordsOf(inputs.map((each) => each.getAttribute('autocomplete') ?? '').join(' ')),
    name: wordsOfName(attributes(input, 'id name data-testid data-se formcontrolname ng-model')),
    look: wordsOfName(attributes(input, 'class')),
    label: wordsOf(before.isLabel ? `${label} . ${before.text}` : label),
    before: wordsOf(before.isLabel ? '' : before.text),
    // Read when asked for: most fields are told from what they say of themselves.
    get around() {
      const { text, buttons } = readAround();
      return wordsOf(text) + wordsOfName(buttons) + page.headings;
    },
    page: page.page + (form ? wordsOfName(attributes(form, 'id name action class')) : ''),
    get maskedAddress() {
      return /[*•xX]{2,}\S*@|[*•]{2,}[\s-]?\d{2,4}|\w[*•]{2,}/.test(readAround().text);
    },
    maxLength: input.maxLength,
    numeric: /numeric|decimal/.test(input.inputMode) || input.type === 'number' || /\\d|\[0-9/.test(pattern),
    inputsInForm: inForm.length + 1,
    alone: others.length === 0,
    besidePassword: inForm.some((other) => other.type === 'password'),
    besideCard: inForm.some((other) =>
      /cc-number|card.?(num|no)/i.test(attributes(other, 'autocomplete id name')),
    ),
    inSearch: input.closest('[role=search],search') !== null,
    boxes: inputs.length,
    digits: page.digits,
  };
}
