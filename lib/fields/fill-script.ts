/** The walk of the injected fill script: survey the page, type one code in one field, look at what became of it. */
import { clockPath } from '@/lib/clock/path';
import { findDeviceNameField } from './device-name';
import { candidateOf, candidatesOf, keyOf } from './candidates';
import {
  chooseField,
  findFields,
  leastSureScore,
  pointedAt,
  type Choice,
  type FoundField,
  type Page,
} from './finder';
import { foreignFrames } from './foreign-frames';
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
import { namesShown } from './shown-names';
import { findSubmitButton, submitsByItself, wordsOfButton } from './submit-button';
import { watchSubmission } from './submission';

/** What the script is given of the world it runs in. */
export interface FillWorld extends Page {
  readonly view: Window & typeof globalThis;
  origin(): string;
  isSecure(): boolean;
  tell(hint: SubmittedHint): void;
  /** One HEAD of this site, without credentials; rejects where that is not let through. */
  head(path: string): Promise<{ readonly date: string | null; readonly aged: boolean }>;
  now(): number;
}

type Refusal = Extract<FillReport, { kind: 'refused' }>['why'];

/** Empty, a code or part of one, or the marks of a mask. A name, a password or an address is somebody's work. */
const isReplaceable = ({ inputs }: FoundField): boolean => {
  const value = inputs.map((input) => input.value).join('');
  return value === '' || /^[\d\s_.·•-]{0,12}$/.test(value);
};

/** Why this choice may not be typed in, or `null`. */
function refusalOf(choice: Choice | null, pointed: boolean): Refusal | null {
  const verdict = choice?.field.verdict;
  if (!choice || !verdict || verdict.class === 'none' || verdict.class === 'recovery') return 'field-none';
  const { field } = choice;
  // Pointing at a password field is no evidence: it is where the focus of a sign-in page is anyway.
  const isPassword = field.inputs[0]?.type === 'password';
  if (choice.certainty === 'unsure' && (!pointed || (isPassword && verdict.score < leastSureScore(field))))
    return 'field-unsure';
  if (!field.visible) return 'field-hidden';
  return isReplaceable(field) ? null : 'field-occupied';
}

/** The calls that `entrypoints/fill.ts` puts on the global of the isolated world. */
export function createFillScript(world: FillWorld): FillScript {
  let watching: AbortController | undefined;
  const all = (digits: number | null): FoundField[] => findFields(world, { digits });
  const choose = (
    fields: readonly FoundField[],
    { focusedOnly, candidateKey }: Pick<SurveyRequest, 'focusedOnly' | 'candidateKey'>,
  ): Choice | null =>
    candidateKey ? pointedAt(candidateOf(fields, candidateKey), 0) : chooseField(fields, { focusedOnly });

  function survey(request: SurveyRequest): Survey {
    const fields = all(request.digits);
    const choice = choose(fields, request);
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
              replaceable: isReplaceable(field),
              submitsByItself: submitsByItself(field.inputs),
              reasons: field.verdict.reasons,
              key: keyOf(fields, field),
            }
          : null,
      candidates: candidatesOf(fields, isReplaceable, world),
      ...(request.names && { shows: namesShown(world, request.names) }),
      ...(isTop(world.view) && { foreignFrames: foreignFrames(world, world.origin()) }),
      deviceNameField: field !== undefined && findDeviceNameField(world, field.inputs) !== null,
      button: button ? wordsOfButton(button).replace(/\s+/g, ' ').slice(0, 60) || null : null,
    };
  }

  async function fill(request: FillRequest): Promise<FillReport> {
    const { expectedOrigin, code, deviceName } = request;
    const pointed = request.focusedOnly || Boolean(request.candidateKey);
    const refused = (why: Refusal): FillReport => ({ kind: 'refused', why });
    const elsewhere = (): Refusal | null => {
      if (world.origin() !== expectedOrigin || expectedOrigin === 'null') return 'page-changed';
      return world.isSecure() || request.insecureAllowed ? null : 'page-insecure';
    };
    const gone = elsewhere();
    if (gone) return refused(gone);
    let choice = choose(all(code.length), request);
    // Brought into the window first: only there can a cover be seen.
    const input = choice?.field.inputs[0];
    if (input && !isInWindow(input, world.view)) {
      input.scrollIntoView({ block: 'center', behavior: 'instant' });
      choice = choose(all(code.length), request);
    }
    const why = refusalOf(choice, pointed);
    if (why || !choice) return refused(why ?? 'field-none');

    let inputs = choice.field.inputs;
    const boxes = inputs.length;
    const refind = (): readonly HTMLInputElement[] | null => {
      const same = all(code.length).filter(
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

  function point(key: string): boolean {
    const input = candidateOf(all(null), key)?.inputs[0];
    input?.scrollIntoView({ block: 'center', behavior: 'instant' });
    input?.focus({ preventScroll: true });
    return input !== undefined;
  }

  return {
    survey,
    point,
    fill,
    outcome: ({ expectedOrigin, ...options }) =>
      world.origin() === expectedOrigin ? readOutcome(world, options) : 'page-changed',
    async clock({ expectedOrigin }) {
      if (world.origin() !== expectedOrigin || expectedOrigin === 'null') return null;
      const startMs = world.now();
      try {
        const answer = await world.head(clockPath(world.view.location.pathname));
        return { startMs, endMs: world.now(), ...answer };
      } catch {
        return null;
      }
    },
  };
}

function isTop(view: Window): boolean {
  return view.top === view;
}

function isInWindow(element: Element, view: Window): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return top >= 0 && left >= 0 && bottom <= view.innerHeight && right <= view.innerWidth;
}
