/**
 * Notices that the page is being submitted while the typed code is in its field. Listens in the isolated world, where the
 * page cannot see, stop or forge the listening; changes nothing.
 */
import { type Box, formOf } from './boxes';
import { valueOf } from './ladder';
import type { SubmittedHint } from './page-contract';
import { buttonAround, findSubmitButton, isCancelling } from './submit-button';

export interface SubmissionOptions {
  readonly code: string;
  /** The field that holds the code now. */
  field(): readonly Box[] | null;
  visible(element: Element): boolean;
  tell(hint: SubmittedHint): void;
  readonly signal: AbortSignal;
}

/** Listens until `signal` says stop. A click or Enter counts only where no form would tell. */
export function watchSubmission(
  view: Window,
  { code, field, visible, tell, signal }: SubmissionOptions,
): void {
  const holding = (): Box | null => {
    const inputs = field();
    return inputs && valueOf(inputs) === code ? (inputs[0] ?? null) : null;
  };
  let saidAt = -Infinity;
  const say = (button: Element | null): void => {
    saidAt = view.performance.now();
    tell({ name: 'page.submitted', cancelled: button !== null && isCancelling(button) });
  };
  const options = { capture: true, signal };

  const onSubmit = (event: Event): void => {
    const input = holding();
    if (input && (!formOf(input) || event.target === formOf(input))) say((event as SubmitEvent).submitter);
  };
  view.addEventListener('submit', onSubmit, options);
  // The submission of a form inside a shadow root is not heard outside it.
  const root = field()?.[0]?.getRootNode();
  if (root !== view.document) root?.addEventListener('submit', onSubmit, options);
  // `form.submit()` fires no submit event; the navigation it starts is seen where the browser tells of navigations.
  const { navigation } = view as { navigation?: EventTarget };
  navigation?.addEventListener(
    'navigate',
    (event) => {
      const bySubmitEvent = view.performance.now() - saidAt < 1000;
      if ((event as Event & { formData?: FormData | null }).formData && !bySubmitEvent && holding())
        say(null);
    },
    options,
  );
  view.addEventListener(
    'click',
    (event) => {
      const input = event.isTrusted ? holding() : null;
      const button = input && buttonAround(event.composedPath()[0] as Element);
      if (!input || !button) return;
      const bySubmitEvent =
        formOf(input) !== null &&
        (button as HTMLButtonElement).type === 'submit' &&
        (button as HTMLButtonElement).form === formOf(input);
      if (bySubmitEvent) return;
      if (button === findSubmitButton(input, visible) || (button.localName !== 'a' && isCancelling(button)))
        say(button);
    },
    options,
  );
  view.addEventListener(
    'keydown',
    (event) => {
      const input = event.isTrusted && (event as KeyboardEvent).key === 'Enter' ? holding() : null;
      if (input && !formOf(input) && event.composedPath().includes(input)) say(null);
    },
    options,
  );
}
