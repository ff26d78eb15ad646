import { useCallback, useEffect, useState } from 'preact/hooks';
import { placeOf, type SectionId, standsIn } from './places';

export interface At {
  readonly section: SectionId;
  readonly id: string;
}

/** Where in the settings the page is, by its address; `go` also where the address names it already. */
export function usePlace(): { at: At; go: (id: string) => void } {
  const [at, setAt] = useState<At>(() => placeOf(location.hash));
  useEffect(() => {
    const read = (): void => setAt(placeOf(location.hash));
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  const go = useCallback((id: string): void => {
    if (location.hash === `#${id}`) setAt(placeOf(id));
    else location.hash = id;
  }, []);
  useEffect(() => (at.id === '' ? undefined : reveal(at)), [at]);
  return { at, go };
}

/**
 * Scrolls to the row, marks it and gives it the keyboard. Parts of the page come when the background has answered, so the
 * row is waited for, until the person does something else.
 */
function reveal({ id, section }: At): () => void {
  const [row, ...around] = standsIn(id);
  const isSection = id === section;
  const show = (candidate: string | undefined): boolean => {
    const found = candidate === undefined ? null : document.getElementById(candidate);
    if (!found || found.closest('[hidden]')) return false;
    for (const before of document.querySelectorAll('[data-found]')) before.removeAttribute('data-found');
    if (isSection) scrollTo({ top: 0 });
    else {
      found.dataset['found'] = '';
      found.scrollIntoView({ block: 'center' });
    }
    (isSection ? found.querySelector('h1') : (firstControl(found) ?? found))?.focus({ preventScroll: true });
    return true;
  };
  const stop = (): void => {
    observer.disconnect();
    for (const event of ['pointerdown', 'keydown', 'wheel']) removeEventListener(event, stop, true);
  };
  const observer = new MutationObserver(() => {
    if (show(row)) stop();
  });
  if (show(row)) return stop;
  for (const candidate of around) if (show(candidate)) break;
  observer.observe(document.body, { childList: true, subtree: true });
  for (const event of ['pointerdown', 'keydown', 'wheel']) addEventListener(event, stop, true);
  return stop;
}

function firstControl(within: HTMLElement): HTMLElement | null {
  const control = within.querySelector<HTMLElement>('input, select, button, a[href]');
  if (!control && within.tabIndex < 0) within.tabIndex = -1;
  return control;
}
