/** The walk of the injected fill script: survey the page, type one code in one field, look at what became of it. */
import { clockPath } from '@/lib/clock/path';
import { chooseDevice } from './device-choice';
import { findDeviceNameField } from './device-name';
import { textIn, typeOf } from './boxes';
import { candidateOf, candidatesOf, keyOf } from './candidates';
import {
  chooseField,
  find,
  leastSureScore,
  pointedAt,
  type Choice,
  type Found,
  type FoundField,
  type Page,
} from './finder';
import { foreignFrames } from './foreign-frames';
import { holdField } from './hold';
import { typeCode, typeText } from './ladder';
import type {
  FillReport,
  FillRequest,
  FillScript,
  ReadyHint,
  SubmittedHint,
  Survey,
  SurveyRequest,
} from './page-contract';
import { linesOf, readOutcome, showsWayOut } from './outcome';
import { askedRecoveryNumber } from './recovery-number';
import { watchReady } from './ready-watch';
import { namesShown } from './shown-names';
import { findSubmitButton, submitsByItself, wordsOfButton } from './submit-button';
import { watchSubmission } from './submission';

/** What the script is given of the world it runs in. */
export interface FillWorld extends Page {
  readonly view: Window & typeof globalThis;
  origin(): string;
  isSecure(): boolean;
  tell(hint: SubmittedHint | ReadyHint): void;
  /** Kept by the isolated world of the document, over several injections. */
  readonly armed: { current: AbortController | undefined };
  /** One HEAD of this site, without credentials; rejects where that is not let through. */
  head(path: string): Promise<{ readonly date: string | null; readonly aged: boolean }>;
  now(): number;
}

type Refusal = Extract<FillReport, { kind: 'refused' }>['why'];

/** Empty, a code or part of one, or the marks of a mask. A name, a password or an address is somebody's work. */
const isReplaceable = ({ inputs }: FoundField): boolean => {
  const value = inputs.map(textIn).join('');
  return value === '' || /^[\d\s_.·•-]{0,12}$/.test(value);
};

/** Why this choice may not be typed in, or `null`. */
function refusalOf(choice: Choice | null, pointed: boolean): Refusal | null {
  const verdict = choice?.field.verdict;
  if (!choice || !verdict || verdict.class === 'none' || verdict.class === 'recovery') return 'field-none';
  const { field } = choice;
  // Pointing at a password field is no evidence: it is where the focus of a sign-in page is anyway.
  const isPassword = field.inputs[0] && typeOf(field.inputs[0]) === 'password';
  if (choice.certainty === 'unsure' && (!pointed || (isPassword && verdict.score < leastSureScore(field))))
    return 'field-unsure';
  if (!field.visible) return 'field-hidden';
  return isReplaceable(field) ? null : 'field-occupied';
}

/** A panel slides in over some pictures, each with a width of its own. */
const mostTries = 4;
const longestSlideMs = 1000;

const sizeOf = ({ innerWidth, innerHeight }: Window): string => `${innerWidth} ${innerHeight}`;

/** Until the window has had one size for a moment. */
async function sizeKept(view: Window): Promise<void> {
  for (let waitedMs = 0; waitedMs < longestSlideMs; waitedMs += 100) {
    const before = sizeOf(view);
    await new Promise((resolve) => view.setTimeout(resolve, 100));
    if (sizeOf(view) === before) return;
  }
}

/** The calls that `entrypoints/fill.ts` puts on the global of the isolated world. */
export function createFillScript(world: FillWorld): FillScript {
  let watching: AbortController | undefined;
  /** The page was seen submitting the code of the last fill. */
  let sent = false;
  /** What the page said before the code was typed: only what is new since is an answer to it. */
  let linesBefore: ReadonlySet<string> = new Set();
  const choose = (
    { fields }: Found,
    { focusedOnly, candidateKey }: Pick<SurveyRequest, 'focusedOnly' | 'candidateKey'>,
  ): Choice | null =>
    candidateKey ? pointedAt(candidateOf(fields, candidateKey), 0) : chooseField(fields, { focusedOnly });

  function survey(request: SurveyRequest): Survey {
    const found = find(world, { digits: request.digits });
    const choice = choose(found, request);
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
              key: keyOf(found.fields, field),
            }
          : null,
      candidates: candidatesOf(found, isReplaceable, world),
      ...(request.names && { shows: namesShown(world, request.names) }),
      ...(isTop(world.view) && { foreignFrames: foreignFrames(world, world.origin()) }),
      deviceNameField: field !== undefined && findDeviceNameField(world, found, field.inputs) !== null,
      button: button ? wordsOfButton(button).replace(/\s+/g, ' ').slice(0, 60) || null : null,
      ...(showsWayOut(found) && { signedIn: true }),
    };
  }

  /** [Note: Window that narrows] A panel of ours may open during the very gesture: the page lays itself out anew, and no field is where it was. */
  async function fill(request: FillRequest): Promise<FillReport> {
    for (let tries = 1; ; tries += 1) {
      const size = sizeOf(world.view);
      const report = await fillOnce(request);
      const moved = report.kind === 'refused' && report.why === 'page-changed' && !sent;
      if (!moved || sizeOf(world.view) === size || tries === mostTries) return report;
      await sizeKept(world.view);
    }
  }

  async function fillOnce(request: FillRequest): Promise<FillReport> {
    sent = false;
    const { expectedOrigin, code, deviceName, device } = request;
    const pointed = request.focusedOnly || Boolean(request.candidateKey);
    const refused = (why: Refusal): FillReport => ({ kind: 'refused', why });
    const elsewhere = (): Refusal | null => {
      if (world.origin() !== expectedOrigin || expectedOrigin === 'null') return 'page-changed';
      return world.isSecure() || request.insecureAllowed ? null : 'page-insecure';
    };
    const gone = elsewhere();
    if (gone) return refused(gone);
    let found = find(world, { digits: code.length });
    let choice = choose(found, request);
    // Brought into the window first: only there can a cover be seen.
    const input = choice?.field.inputs[0];
    if (input && !isInWindow(input, world.view)) {
      input.scrollIntoView({ block: 'center', behavior: 'instant' });
      found = find(world, { digits: code.length });
      choice = choose(found, request);
    }
    const why = refusalOf(choice, pointed);
    if (why || !choice) return refused(why ?? 'field-none');
    const chosen = device === undefined ? 'absent' : await chooseDevice(world, choice.field.inputs, device);
    if (chosen !== 'absent') {
      // A page may draw its form anew for the device that was chosen.
      found = find(world, { digits: code.length });
      choice = choose(found, request);
      const lost = elsewhere() ?? refusalOf(choice, pointed);
      if (lost || !choice) return refused(lost ?? 'field-none');
    }

    const hold = holdField(world, choice.field.inputs, code.length);
    const named = deviceName === null ? null : findDeviceNameField(world, found, hold.boxes());
    const nameKept =
      named !== null && deviceName !== null && (await typeText(named, deviceName, world.openRoot));
    // The page was given time to run; it must still be the page that was asked for.
    const moved = elsewhere();
    if (moved) return refused(moved);
    watching?.abort();
    watching = new AbortController();
    linesBefore = linesOf(world);
    // Before typing: some pages go on by themselves as soon as the code is complete.
    watchSubmission(world.view, {
      code,
      field: () => {
        hold.look();
        return hold.boxes();
      },
      visible: world.visible,
      tell(hint) {
        sent ||= !hint.cancelled;
        world.tell(hint);
      },
      signal: watching.signal,
    });
    const typed = await typeCode(code, { openRoot: world.openRoot, hold, sent: () => sent });
    if (typed.kind === 'held')
      return {
        kind: 'filled',
        rung: typed.rung,
        deviceName: nameKept ? deviceName : null,
        ...(chosen === 'failed' && { deviceUnchosen: true }),
      };
    watching.abort();
    return refused(typed.kind === 'changed' ? 'page-changed' : 'field-refused');
  }

  function point(key: string): boolean {
    const input = candidateOf(find(world, { digits: null }).fields, key)?.inputs[0];
    input?.scrollIntoView({ block: 'center', behavior: 'instant' });
    input?.focus({ preventScroll: true });
    return input !== undefined;
  }

  return {
    survey,
    point,
    fill,
    outcome: ({ expectedOrigin, ...options }) =>
      world.origin() === expectedOrigin ? readOutcome(world, { ...options, linesBefore }) : 'page-changed',
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
    askedRecovery: () => askedRecoveryNumber(find(world, { digits: null })),
    arm(request) {
      world.armed.current?.abort();
      world.armed.current = undefined;
      if (request === null || world.origin() !== request.expectedOrigin || !world.isSecure()) return false;
      const armed = new AbortController();
      world.armed.current = armed;
      const { digits, forMs } = request;
      watchReady(world.view, world, { digits, forMs, tell: world.tell, signal: armed.signal });
      return true;
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
