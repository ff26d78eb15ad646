/** Which of the frames that a gesture reaches wants a code. */
import { type Result, fail, ok } from '@/lib/errors';
import type { Survey } from '@/lib/fields/page-contract';
import { siteOrigin } from '@/lib/sites/origin';
import type { WalkPorts } from './ports';

export interface FoundField {
  readonly frameId: number;
  readonly origin: string;
  readonly survey: Survey;
  readonly field: NonNullable<Survey['field']>;
}

export interface FieldQuestion {
  readonly frameId: number | null;
  /** The person pointed at the field: it counts whatever it is called. */
  readonly focusedOnly: boolean;
  readonly digits: number | null;
}

/**
 * The one field to fill, of all frames reached. A frame without an origin of its own (sandboxed), or on an insecure
 * address, never gets a code; a field is `sure` by itself or pointed at by the person.
 */
export async function findField(
  ports: WalkPorts,
  tabId: number,
  question: FieldQuestion,
): Promise<Result<FoundField>> {
  const surveys = await ports.pages.survey(tabId, question.frameId, {
    digits: question.digits,
    focusedOnly: question.focusedOnly,
  });
  if (!surveys.ok) return surveys;
  const found: FoundField[] = [];
  let insecure = false;
  for (const { frameId, survey } of surveys.value) {
    if (survey.field === null) continue;
    const origin = survey.secureContext ? siteOrigin(survey.origin) : null;
    if (origin === null) insecure = true;
    else found.push({ frameId, origin, survey, field: survey.field });
  }
  const wanted = found.filter(({ field }) => question.focusedOnly || field.class === 'authenticator');
  const best = wanted.sort((a, b) => b.field.score - a.field.score)[0];
  if (best === undefined) return fail(insecure ? 'page-insecure' : 'field-none');
  if (!question.focusedOnly && best.field.certainty !== 'sure') return fail('field-unsure');
  if (!best.field.visible) return fail('field-hidden');
  if (!best.field.replaceable) return fail('field-occupied');
  return ok(best);
}
