/**
 * A sign-in that knows several devices asks which one makes the code: radios with labels, or tiles that a script listens to
 * (Keycloak's three generations). Chooses the one that is called exactly as the person's device, by one click that is
 * checked afterwards. Never clicks what could send the form or leave the page.
 */
import type { Page } from './finder';
import { ancestors, textOf } from './walk';
import { type Box, formOf } from './boxes';

/** `chosen`: it is, by our click or before it. `absent`: the page asks no such thing, or not by this name alone. */
export type DeviceChoice = 'chosen' | 'absent' | 'failed';

const mostElements = 1000;

const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** What sends or leads away when it is clicked. */
const leads = 'a[href],button:not([type=button]),input[type=submit],input[type=image],summary,[formaction]';
const looksClickable = /tile|card|choice|option|select|credential|device|appareil/i;
const selectedClass = /(?:^|[\s_-])(?:selected|active|checked|current|on)(?=$|[\s_-])/i;

/** Chooses among the devices in the form of the code's field, or near it when there is no form. */
export async function chooseDevice(
  page: Page,
  codeBoxes: readonly Box[],
  name: string,
): Promise<DeviceChoice> {
  const code = codeBoxes[0];
  const view = page.doc.defaultView;
  const wanted = plain(name);
  if (!code || !view || wanted === '') return 'absent';
  const around = formOf(code) ?? [...ancestors(code, 6)].at(-1);
  const inside = [...(around?.querySelectorAll('*') ?? [])];
  // A form with more in it than this is not about one code.
  if (inside.length > mostElements) return 'absent';
  const options = [...radiosCalled(inside, wanted), ...tilesCalled(inside, wanted)];
  const [option] = options;
  if (!option || options.length > 1) return 'absent';
  if (option.isChosen()) return 'chosen';
  if (!page.visible(option.seen)) return 'failed';

  const before = valuesOf(around);
  // A page may send the form on a choice; then nothing is sent before the person says so.
  const hold = (event: Event): void => event.preventDefault();
  view.addEventListener('submit', hold, { capture: true });
  option.clicked.click();
  await new Promise((resolve) => void view.setTimeout(resolve, 20));
  view.removeEventListener('submit', hold, { capture: true });
  return option.isChosen() || (option.byValue && valuesOf(around) !== before) ? 'chosen' : 'failed';
}

interface Option {
  readonly clicked: HTMLElement;
  /** What the person sees of it. */
  readonly seen: Element;
  /** The page may show the choice only in a field of its own. */
  readonly byValue: boolean;
  isChosen(): boolean;
}

/** Radios of a group of several whose label says the name. */
function radiosCalled(inside: readonly Element[], wanted: string): Option[] {
  const radios = inside.filter(
    (element): element is HTMLInputElement =>
      element.localName === 'input' && (element as HTMLInputElement).type === 'radio',
  );
  return radios
    .filter(
      (radio) => !radio.disabled && radios.some((other) => other !== radio && other.name === radio.name),
    )
    .flatMap((radio) => {
      const label = [...(radio.labels ?? [])].find((each) => plain(textOf(each)) === wanted);
      const isCalled = label !== undefined || plain(radio.getAttribute('aria-label') ?? '') === wanted;
      return isCalled
        ? [{ clicked: radio, seen: label ?? radio, byValue: false, isChosen: () => radio.checked }]
        : [];
    });
}

/** Tiles beside others of their make, whose whole text is the name. */
function tilesCalled(inside: readonly Element[], wanted: string): Option[] {
  const named = inside.filter((element) => isTile(element) && plain(textOf(element)) === wanted);
  return named
    .filter((element) => !named.some((other) => other !== element && other.contains(element)))
    .map((element) => ({
      clicked: element as HTMLElement,
      seen: element,
      byValue: true,
      isChosen: () => isSelected(element),
    }));
}

function isTile(element: Element): boolean {
  // A label is its radio's; what leads away is never clicked.
  if (
    element.closest(`label,${leads}`) ||
    element.querySelector(`${leads},input:not([type=hidden]),select,textarea`)
  )
    return false;
  if (/submit|location|href/i.test(element.getAttribute('onclick') ?? '')) return false;
  const role = element.getAttribute('role') ?? '';
  const isMade =
    element.hasAttribute('onclick') ||
    /^(radio|option|tab|button)$/.test(role) ||
    element.matches('button[type=button]') ||
    looksClickable.test(`${element.id} ${element.getAttribute('class') ?? ''}`);
  return isMade && alikeOf(element).length > 0;
}

/** Its sisters: of the same kind, with the same first class. */
function alikeOf(element: Element): Element[] {
  const [first = ''] = element.classList;
  return [...(element.parentElement?.children ?? [])].filter(
    (other) =>
      other !== element &&
      other.localName === element.localName &&
      (first === '' ? other.classList.length === 0 : other.classList.contains(first)),
  );
}

/** Said by ARIA, or by a class that none of its sisters has. */
function isSelected(element: Element): boolean {
  const said = ['aria-checked', 'aria-selected', 'aria-pressed', 'aria-current'].map((name) =>
    element.getAttribute(name),
  );
  if (said.includes('true')) return true;
  const marks = [...element.classList].filter((name) => selectedClass.test(name));
  return marks.some((mark) => !alikeOf(element).some((other) => other.classList.contains(mark)));
}

/** The fields that a page keeps its choice in, as one text to compare. */
function valuesOf(around: Element | undefined): string {
  const fields = [...(around?.querySelectorAll<HTMLInputElement>('input[type=hidden]') ?? [])];
  return fields.map(({ name, value }) => `${name}=${value}`).join('&');
}
