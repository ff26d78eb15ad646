/** The code printed on a recovery kit: 160 random bits in eight groups of five letters (./grouped-code.ts). */
import type { Bytes } from '@/lib/crypto/bytes';
import type { Result } from '@/lib/errors';
import { bytesOfGroups, groupedCodeFrom, secretFromGroups } from '@/lib/vault/grouped-code';

const groups = 8;
export const recoveryBytes = bytesOfGroups(groups);

export function recoveryCodeFrom(secret: Bytes): string {
  return groupedCodeFrom(secret, groups);
}

/** `recovery-code-malformed` with `position`, as {@link secretFromGroups}. */
export function secretFromRecoveryCode(text: string): Result<Bytes> {
  return secretFromGroups(text, groups);
}
