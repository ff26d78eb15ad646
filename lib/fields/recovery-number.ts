/** Which of the person's recovery codes a page asks for, by its number ("Recovery code #3"). Reads only; no such field is ever filled. */
import { readFacts } from './facts';
import type { Found } from './finder';

const numbered = / (?:code|no|number|numero|n) (\d{1,3}) /;

export function askedRecoveryNumber({ fields, facts }: Pick<Found, 'fields' | 'facts'>): number | null {
  for (const field of fields) {
    if (field.verdict.class !== 'recovery' || !field.visible) continue;
    const { label, before } = readFacts(field.inputs, facts);
    const [, number] = numbered.exec(label) ?? numbered.exec(before) ?? [];
    if (number !== undefined && Number(number) > 0) return Number(number);
  }
  return null;
}
