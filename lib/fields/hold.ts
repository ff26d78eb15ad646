/**
 * Keeps hold of one field while the page runs: the same boxes, called and placed as they were, in the same form, seen; or those that
 * the page drew in their place. Anything else is not that field any more, and nothing may be typed in it. Reads only.
 */
import { type Box, formOf, isInput, typeOf } from './boxes';
import { find, type Page } from './finder';
import { attributes } from './walk';

export interface Hold {
  /** The boxes as they were last known; those of a page that took them away are no longer in it. */
  boxes(): readonly Box[];
  /**
   * Looks again. `gone`: taken away, or no longer to be typed in; `changed`: renamed, moved to another place or form, or no
   * longer seen. With `at`, only this box is looked for on the page.
   */
  look(at?: number): 'same' | 'gone' | 'changed';
}

/** A message of one or two lines may push a field down. */
const farthest = 150;

const nameOf = (box: Box): string => `${typeOf(box)} ${attributes(box, 'id name')}`;

const placeOf = (form: HTMLFormElement | null): string =>
  form ? attributes(form, 'id name action method') : '';

const takesTyping = (box: Box): boolean =>
  box.isConnected && !(isInput(box) && (box.disabled || box.readOnly));

export function holdField(page: Page, held: readonly Box[], digits: number): Hold {
  let boxes = held;
  const names = held.map(nameOf);
  const form = held[0] ? formOf(held[0]) : null;
  const formName = placeOf(form);
  const at = (box: Box): { x: number; y: number } => {
    const { left, top } = box.getBoundingClientRect();
    const view = page.doc.defaultView;
    return { x: left + (view?.scrollX ?? 0), y: top + (view?.scrollY ?? 0) };
  };
  const places = held.map(at);
  const isNear = (box: Box, index: number): boolean => {
    const [now, then] = [at(box), places[index]];
    return then !== undefined && Math.hypot(now.x - then.x, now.y - then.y) <= farthest;
  };
  const isSame = (box: Box, index: number): boolean =>
    nameOf(box) === names[index] && placeOf(formOf(box)) === formName && isNear(box, index);

  /** What a framework drew anew. */
  function drawnAnew(): readonly Box[] | null {
    const anew = find(page, { digits }).fields.filter(
      ({ inputs, verdict }) =>
        inputs.length === held.length && verdict.reasons[0] !== 'autocomplete-other' && inputs.every(isSame),
    );
    return anew.length === 1 ? (anew[0]?.inputs ?? null) : null;
  }

  return {
    boxes: () => boxes,
    look(only) {
      if (!boxes.every((box) => box.isConnected)) {
        const anew = drawnAnew();
        if (!anew) return 'gone';
        boxes = anew;
      }
      if (!boxes.every(takesTyping)) return 'gone';
      const inOldForm = form === null || !form.isConnected || boxes.every((box) => formOf(box) === form);
      if (!inOldForm || !boxes.every(isSame)) return 'changed';
      const looked = only === undefined ? boxes : boxes.slice(only, only + 1);
      return looked.every((box) => page.visible(box)) ? 'same' : 'changed';
    },
  };
}
