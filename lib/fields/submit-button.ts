/** The page's own button for the code, to name it to the person, and pages that do not wait for it. Never presses anything. */
import { type Box, formOf } from './boxes';
import { wordsOf, wordsOfName } from './text';
import { ancestors, textOf } from './walk';
import { cancelling, submitting } from './words';

const buttons = 'button,input[type=submit],input[type=image],input[type=button],[role=button]';

/** What a button says. */
export const wordsOfButton = (button: Element): string =>
  ((button as HTMLInputElement).localName === 'input'
    ? (button as HTMLInputElement).value || (button as HTMLInputElement).alt
    : textOf(button)
  ).trim() ||
  button.getAttribute('aria-label') ||
  button.getAttribute('title') ||
  '';

/** The button (or what is drawn as one) that holds this element. */
export const buttonAround = (element: Element): Element | null => element.closest?.(`${buttons},a`) ?? null;

/** The button leaves the page's task: cancel, back, another way; by its words or by its name (Keycloak's `cancel-aia`). */
export const isCancelling = (button: Element): boolean =>
  cancelling.test(wordsOf(wordsOfButton(button))) ||
  cancelling.test(wordsOfName(`${button.id} ${button.getAttribute('name') ?? ''}`));

/** Disabled until the code is complete, and drawn paler than a field may be. */
const isFaded = (button: Element): boolean =>
  (button as HTMLButtonElement).disabled && button.checkVisibility?.({ visibilityProperty: true }) === true;

/** More than this is the page, and its buttons are not those of one field. */
const mostElements = 1000;
const mostButtons = 40;

/** The button that would send the field: a submitter of its form, else the likeliest of the nearest buttons. */
export function findSubmitButton(field: Box, visible: (element: Element) => boolean): Element | null {
  const form = formOf(field);
  for (const element of form ? [form] : ancestors(field, 8)) {
    if (!form && element.getElementsByTagName('*').length > mostElements) break;
    const found = [...element.querySelectorAll(buttons)]
      .slice(0, mostButtons)
      .filter((button) => !isCancelling(button) && (visible(button) || isFaded(button)));
    const submitters = found.filter((button) => (button as HTMLButtonElement).type === 'submit');
    const named = (list: Element[]): Element | undefined =>
      list.find((button) => submitting.test(wordsOf(wordsOfButton(button))));
    const chosen =
      named(submitters) ?? submitters[0] ?? named(found) ?? (found.length === 1 ? found[0] : undefined);
    if (chosen) return chosen;
  }
  return null;
}

/**
 * The page is known to send the code as soon as it is complete: it says so in markup, or it is one of those met in the
 * wild (Moodle's `verificationcode`, GitHub's `app_otp`). A page that does it by a listener cannot be told.
 */
export function submitsByItself(inputs: readonly Box[]): boolean {
  return inputs.some((input) => {
    const handlers = ['oninput', 'onkeyup', 'onchange', 'onpaste']
      .map((name) => input.getAttribute(name) ?? '')
      .join(' ');
    if (/submit|\.click\(/i.test(handlers)) return true;
    if (input.id === 'id_verificationcode' || input.getAttribute('name') === 'app_otp') return true;
    return [...ancestors(input, 4)].some((element) =>
      [...element.attributes].some(({ name, value }) => {
        const said = name.startsWith('data-') ? ` ${name} ${value} ` : name === 'class' ? value : '';
        return /auto-?submit|submit-on-complete/i.test(said) && value !== 'false';
      }),
    );
  });
}
