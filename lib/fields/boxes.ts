/**
 * What of a page may hold a code (an input, or an element whose text is edited), and which of them together are the boxes
 * of one code. Reads only.
 */
import { ancestors } from './walk';

/** An input, or an element that is `contenteditable`. */
export type Box = HTMLElement;

export const isInput = (box: Element): box is HTMLInputElement => box.localName === 'input';

/** `editable` for what is not an input; "text" for an input of a missing or unknown type. */
export const typeOf = (box: Box): string => (isInput(box) ? box.type : 'editable');

export const formOf = (box: Box): HTMLFormElement | null => (isInput(box) ? box.form : box.closest('form'));

export const textIn = (box: Box): string => (isInput(box) ? box.value : (box.textContent ?? ''));

/** -1 for none. */
export const roomIn = (box: Box): number => (isInput(box) ? box.maxLength : -1);

const types =
  'hidden checkbox radio submit button reset image file range color date time month week datetime-local';

/** What `canHoldCode` is asked of. An editor's paragraphs are inside the element that is edited, and are not found. */
export const boxSelector = `input${types
  .split(' ')
  .map((type) => `:not([type=${type}])`)
  .join('')},[contenteditable]`;

const typesForCodes = new Set(['text', 'tel', 'number', 'password']);

/** A person can type digits into it: an input that is not for something else, or a line of text that is edited. */
export function canHoldCode(element: Element): element is Box {
  if (isInput(element)) return typesForCodes.has(element.type) && !element.disabled && !element.readOnly;
  const { contentEditable } = element as Partial<Box>;
  if (contentEditable !== 'true' && contentEditable !== 'plaintext-only') return false;
  // A letter, a comment or a cell of a table is not one.
  return element.childElementCount < 3 && (element.textContent ?? '').length <= 12;
}

function boxRect(box: Box): DOMRect | null {
  const rect = box.getBoundingClientRect();
  return rect.width > 0 && rect.width < 100 ? rect : null;
}

/** Two neighbours look alike: both hold one character, or they are small, equal and in line. */
function areAlike(a: Box, b: Box): boolean {
  if (typeOf(a) !== typeOf(b) || formOf(a) !== formOf(b)) return false;
  const [roomA, roomB] = [roomIn(a), roomIn(b)];
  // The first box may take more, for a pasted code; the last of another group does not come before it.
  const singles = roomB === 1 && (roomA === 1 || roomA === -1 || roomA > 3);
  // Some take a whole pasted code in any of their boxes.
  const any = (room: number): boolean => room < 0 || room === 2 || (room >= 4 && room <= 8);
  if (!singles && (roomB === 1 || !any(roomA) || !any(roomB))) return false;
  const first = boxRect(a);
  const second = first && boxRect(b);
  if (!first || !second) return singles;
  if (Math.abs(first.top - second.top) > 4) return false;
  if (singles) return true;
  if (roomB >= 4 && second.width > 64) return false;
  const [one, other] = [first.width * first.height, second.width * second.height];
  return Math.abs(one - other) <= 0.1 * Math.max(one, other);
}

function areNear(a: Box, b: Box): boolean {
  const above = [...ancestors(a, 4)];
  return [...ancestors(b, 4)].some((element) => above.includes(element));
}

/** Cuts a list of boxes (document order) into single fields and groups of 4 to 8. */
export function groupBoxes(boxes: readonly Box[]): Box[][] {
  const runs: Box[][] = [];
  for (const box of boxes) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && areAlike(last, box) && areNear(last, box)) run.push(box);
    else runs.push([box]);
  }
  return runs.flatMap((run) => (run.length >= 4 && run.length <= 8 ? [run] : run.map((box) => [box])));
}
