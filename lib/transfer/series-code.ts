/** The one-time code of a series of QR codes: 80 random bits in four groups of five letters, typed on the other computer. */
import type { Bytes } from '@/lib/crypto/bytes';
import type { Result } from '@/lib/errors';
import { fail, ok } from '@/lib/errors';
import { bytesOfGroups, groupedCodeFrom, secretFromGroups } from '@/lib/vault/grouped-code';

const groups = 4;
export const seriesCodeBytes = bytesOfGroups(groups);

export function seriesCodeFrom(secret: Bytes): string {
  return groupedCodeFrom(secret, groups);
}

/** The code as {@link seriesCodeFrom} writes it. `series-code-malformed` with `position`, the group (from 1) that is wrong. */
export function readSeriesCode(text: string): Result<string> {
  const secret = secretFromGroups(text, groups);
  return secret.ok ? ok(seriesCodeFrom(secret.value)) : fail('series-code-malformed', secret.failure.details);
}
