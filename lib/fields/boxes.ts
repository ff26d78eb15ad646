/** Which inputs of a page may hold a code, and which of them together are the boxes of one code. Reads only. */
import { ancestors } from './walk';

const typesForCodes = new Set(['text', 'tel', 'number', 'password']);

/** An input that a person can type digits into. `input.type` is "text" for a missing or unknown type. */
export const canHoldCode = (element: Element): element is HTMLInputElement =>
  element.localName === 'input' &&
  typesForCodes.has((element as HTMLInputElement).type) &&
  !(element as HTMLInputElement).disabled &&
  !(element as HTMLInputElement).readOnly;

function boxRect(input: HTMLInputElement): DOMRect | null {
  const rect = input.getBoundingClientRect();
  return rect.width > 0 && rect.width < 100 ? rect : null;
}

/** Two neighbours look alike: both hold one character, or they are small, equal and in line. */
function areAlike(a: HTMLInputElement, b: HTMLInputElement): boolean {
  if (a.type !== b.type || a.form !== b.form) return false;
  const [first, second] = [boxRect(a), boxRect(b)];
  if (first && second && Math.abs(first.top - second.top) > 4) return false;
  // The first box may take more, for a pasted code; the last of another group does not come before it.
  if (b.maxLength === 1) return a.maxLength === 1 || a.maxLength === -1 || a.maxLength > 3;
  const unlimited = (input: HTMLInputElement): boolean => input.maxLength < 0 || input.maxLength === 2;
  if (!unlimited(a) || !unlimited(b) || !first || !second) return false;
  const [one, other] = [first.width * first.height, second.width * second.height];
  return Math.abs(one - other) <= 0.1 * Math.max(one, other);
}

function areNear(a: HTMLInputElement, b: HTMLInputElement): boolean {
  const above = [...ancestors(a, 4)];
  return [...ancestors(b, 4)].some((element) => above.includes(element));
}

/** Cuts a list of inputs (document order) into single fields and groups of 4 to 8 boxes. */
export function groupBoxes(inputs: readonly HTMLInputElement[]): HTMLInputElement[][] {
  const runs: HTMLInputElement[][] = [];
  for (const input of inputs) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && areAlike(last, input) && areNear(last, input)) run.push(input);
    else runs.push([input]);
  }
  return runs.flatMap((run) => (run.length >= 4 && run.length <= 8 ? [run] : run.map((input) => [input])));
}
