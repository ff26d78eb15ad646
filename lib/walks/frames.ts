/** Which of the frames that a gesture reaches wants a code. */
import { type Result, fail, ok } from '@/lib/errors';
import type { Survey } from '@/lib/fields/page-contract';
import { oneLine } from '@/lib/otp/display-text';
import { isLoopback, siteOrigin } from '@/lib/sites/origin';
import type { WalkPorts } from './ports';

export interface FoundField {
  readonly frameId: number;
  readonly origin: string;
  readonly survey: Survey;
  readonly field: NonNullable<Survey['field']>;
  /** The person chose it in a list, today or before. */
  readonly chosenKey: string | null;
}

export interface FieldQuestion {
  readonly frameId: number | null;
  /** The person pointed at the field: it counts whatever it is called. */
  readonly focusedOnly: boolean;
  readonly digits: number | null;
  /** Only the field of this key counts; the person chose it in a list, today or before. */
  readonly candidateKey?: string | null;
}

interface FrameSurvey {
  readonly frameId: number;
  readonly survey: Survey;
}

/** What was found, and what all frames said: fields to choose from, frames that no gesture reaches. */
export interface Looked {
  readonly found: Result<FoundField>;
  readonly frames: readonly FrameSurvey[];
}

/**
 * The one field to fill, of all frames reached. A frame without an origin of its own (sandboxed), or on an insecure
 * address that the person did not allow by name, never gets a code; a field is `sure` by itself or pointed at by the person.
 */
export async function findField(
  ports: WalkPorts,
  tabId: number,
  question: FieldQuestion,
): Promise<Result<FoundField>> {
  const looked = await lookForField(ports, tabId, question);
  return looked.ok ? looked.value.found : looked;
}

/** As `findField`; fails only where no frame could be asked. */
export async function lookForField(
  ports: WalkPorts,
  tabId: number,
  question: FieldQuestion,
): Promise<Result<Looked>> {
  const { frameId, digits, focusedOnly, candidateKey = null } = question;
  const surveys = await ports.pages.survey(tabId, frameId, {
    digits,
    focusedOnly,
    ...(candidateKey !== null && { candidateKey }),
  });
  if (!surveys.ok) return surveys;
  const content = await ports.vault.content();
  const httpHosts = content.ok ? (content.value.httpHosts ?? []) : [];
  const frames = surveys.value.map(({ frameId: id, survey }) => ({
    frameId: id,
    survey: inPlainWords(survey),
  }));
  return ok({ found: choose(frames, question, httpHosts), frames });
}

/** The words are the page's: shown as text of one line, without marks of direction. */
function inPlainWords(survey: Survey): Survey {
  return {
    ...survey,
    button: survey.button === null ? null : oneLine(survey.button) || null,
    candidates: survey.candidates.map((candidate) => ({
      ...candidate,
      label: oneLine(candidate.label),
      place: oneLine(candidate.place),
    })),
  };
}

function choose(
  frames: readonly FrameSurvey[],
  question: FieldQuestion,
  httpHosts: readonly string[],
): Result<FoundField> {
  const pointed = question.focusedOnly || Boolean(question.candidateKey);
  const found: FoundField[] = [];
  let unfit: 'page-insecure' | 'frame-opaque' | null = null;
  for (const { frameId, survey } of frames) {
    if (survey.field === null) continue;
    const origin = originOf(survey, httpHosts);
    if (origin === null) unfit = survey.origin === 'null' ? 'frame-opaque' : 'page-insecure';
    else
      found.push({ frameId, origin, survey, field: survey.field, chosenKey: question.candidateKey ?? null });
  }
  const wanted = found.filter(({ field }) => pointed || field.class === 'authenticator');
  const best = wanted.sort((a, b) => b.field.score - a.field.score)[0];
  if (best === undefined) return fail(unfit ?? 'field-none');
  if (!pointed && best.field.certainty !== 'sure') return fail('field-unsure');
  if (!best.field.visible) return fail('field-hidden');
  if (!best.field.replaceable) return fail('field-occupied');
  return ok(best);
}

/** What the frame's document says of itself: its security counts, but for a host allowed by name. */
function originOf({ origin, secureContext }: Survey, httpHosts: readonly string[]): string | null {
  return secureContext ? siteOrigin(origin) : isAllowedInsecure(origin, httpHosts) ? origin : null;
}

/** The person allowed this very host by name, though its connection is not secure. */
export function isAllowedInsecure(origin: string, httpHosts: readonly string[]): boolean {
  if (!origin.startsWith('http:') || isLoopback(new URL(origin).hostname)) return false;
  return siteOrigin(origin, httpHosts) !== null;
}
