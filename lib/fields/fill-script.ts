/** The walk of the injected fill script: survey the page, type one code in one field, look at what became of it. */
import { findDeviceNameField } from './device-name';
import { chooseField, findFields, leastSureScore, type Choice, type Page } from './finder';
import { typeCode, typeText } from './ladder';
import type {
  FillReport,
  FillRequest,
  FillScript,
  SubmittedHint,
  Survey,
  SurveyRequest,
} from './page-contract';
import { readOutcome } from './outcome';
import { findSubmitButton, submitsByItself, wordsOfButton } from './submit-button';
import { watchSubmission } from './submission';

/** What the script is given of the world it runs in. */
export interface FillWorld extends Page {
  readonly view: Window & typeof globalThis;
  origin(): string;
  isSecure(): boolean;
  tell(hint: SubmittedHint): void;
}

type Refusal = Extract<FillReport, { kind: 'refused' }>['why'];

/** Empty, a code or part of one, or the marks of a mask. A name, a password or an address is somebody's work. */
const isReplaceable = (inputs: readonly HTMLInputElement[]): boolean => {
  const value = inputs.map((input) => input.value).join('');
  return value === '' || /^[\d\s_.·•-]{0,12}$/.test(value);
};

/** Why this choice may not be typed in, or `null`. */
function refusalOf(choice: Choice | null, focusedOnly: boolean): Refusal | null {
  const verdict = choice?.field.verdict;
  if (!choice || !verdict || verdict.class === 'none' || verdict.class === 'recovery') return 'field-none';
  const { field } = choice;
  // Pointing at a password field is no evidence: it is where the focus of a sign-in page is anyway.
  const isPassword = field.inputs[0]?.type === 'password';
  if (
    choice.certainty === 'unsure' &&
    (!focusedOnly || (isPassword && verdict.score < leastSureScore(field)))
  )
    return 'field-unsure';
  if (!field.visible) return 'field-hidden';
  return isReplaceable(field.inputs) ? null : 'field-occupied';
}

/** The three calls that `entrypoints/fill.ts` puts on the global of the isolated world. */
export function createFillScript(world: FillWorld): FillScript {
  let watching: AbortController | undefined;
  const choose = ({ digits, focusedOnly }: SurveyRequest): Choice | null =>
    chooseField(findFields(world, { digits }), { focusedOnly });

  function survey(request: SurveyRequest): Survey {
    const choice = choose(request);
    const field = choice?.field;
    const input = field?.inputs[0];
    const button = input && findSubmitButton(input, world.visible);
    return {
      origin: world.origin(),
      secureContext: world.isSecure(),
      field:
        choice && field
          ? {
              class: field.verdict.class,
              score: field.verdict.score,
              certainty: choice.certainty,
              shape: field.inputs.length > 1 ? 'boxes' : 'single',
              visible: field.visible,
              replaceable: isReplaceable(field.inputs),
              submitsByItself: submitsByItself(field.inputs),
              reasons: field.verdict.reasons,
            }
          : null,
      deviceNameField: field !== undefined && findDeviceNameField(world, field.inputs) !== null,
      button: button ? wordsOfButton(button).replace(/\s+/g, ' ').slice(0, 60) || null : null,
    };
  }

  async function fill({ expectedOrigin, code, focusedOnly, deviceName }: FillRequest): Promise<FillReport> {
    const refused = (why: Refusal): FillReport => ({ kind: 'refused', why });
    const elsewhere = (): Refusal | null => {
      if (world.origin() !== expectedOrigin || expectedOrigin === 'null') return 'page-changed';
      return world.isSecure() ? null : 'page-insecure';
    };
    const gone = elsewhere();
    if (gone) return refused(gone);
    const request = { digits: code.length, focusedOnly };
    let choice = choose(request);
    // Brought into the window first: only there can a cover be seen.
    const input = choice?.field.inputs[0];
    if (input && !isInWindow(input, world.view)) {
      input.scrollIntoView({ block: 'center', behavior: 'instant' });
      choice = choose(request);
    }
    const why = refusalOf(choice, focusedOnly);
    if (why || !choice) return refused(why ?? 'field-none');

    let inputs = choice.field.inputs;
    const boxes = inputs.length;
    const refind = (): readonly HTMLInputElement[] | null => {
      const all = findFields(world, { digits: code.length });
      const same = all.filter(
        (field) => field.visible && field.inputs.length === boxes && field.verdict.class !== 'none',
      );
      const found =
        same.find((field) => field.inputs.some((each) => inputs.includes(each))) ??
        chooseField(same, { focusedOnly: false })?.field;
      if (found) inputs = found.inputs;
      return found ? found.inputs : null;
    };

    const named = deviceName === null ? null : findDeviceNameField(world, inputs);
    const nameKept =
      named !== null && deviceName !== null && (await typeText(named, deviceName, world.openRoot));
    // The page was given time to run; it must still be the page that was asked for.
    const moved = elsewhere();
    if (moved) return refused(moved);
    if (!inputs.every((each) => each.isConnected)) refind();
    watching?.abort();
    watching = new AbortController();
    const held = (): readonly HTMLInputElement[] =>
      inputs.every((each) => each.isConnected) ? inputs : (refind() ?? inputs);
    // Before typing: some pages go on by themselves as soon as the code is complete.
    watchSubmission(world.view, {
      code,
      field: held,
      visible: world.visible,
      tell: world.tell,
      signal: watching.signal,
    });
    const rung = await typeCode(inputs, code, { openRoot: world.openRoot, refind });
    if (!rung) {
      watching.abort();
      return refused('field-refused');
    }
    return { kind: 'filled', rung, deviceName: nameKept ? deviceName : null };
  }

  return {
    survey,
    fill,
    outcome: ({ expectedOrigin, ...options }) =>
      world.origin() === expectedOrigin ? readOutcome(world, options) : 'page-changed',
  };
}

function isInWindow(element: Element, view: Window): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return top >= 0 && left >= 0 && bottom <= view.innerHeight && right <= view.innerWidth;
}
