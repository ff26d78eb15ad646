/**
 * Random bytes as a person types them: groups of five letters, of which the last checks the four before it and the place of
 * the group, so that a slip is found in its group before anything is tried.
 */
import type { Bytes } from '@/lib/crypto/bytes';
import type { Result } from '@/lib/errors';
import { fail, ok } from '@/lib/errors';

const dataLetters = 4;
const groupLetters = dataLetters + 1;
/** Crockford's Base32: no I, L, O or U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const lookalikes: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1', U: 'V' };

/** 20 bits in each group. */
export function bytesOfGroups(groups: number): number {
  return (groups * dataLetters * 5) / 8;
}

/** `7KQ4M-…`: groups joined by hyphens. `secret`: 20 bits for each, so an even number of groups. */
export function groupedCodeFrom(secret: Bytes, groups: number): string {
  if (secret.length !== bytesOfGroups(groups))
    throw new RangeError(`"secret" expected ${bytesOfGroups(groups)} bytes, got ${secret.length}`);
  const bits = Array.from(secret, (byte) => byte.toString(2).padStart(8, '0')).join('');
  const texts = Array.from({ length: groups }, (_, group) => {
    const values = Array.from({ length: dataLetters }, (_, at) =>
      Number.parseInt(bits.slice((group * dataLetters + at) * 5, (group * dataLetters + at + 1) * 5), 2),
    );
    return [...values, checkOf(group, values)].map((value) => alphabet.charAt(value)).join('');
  });
  return texts.join('-');
}

/**
 * The bytes. Case, white space and punctuation do not matter; O is 0, I and L are 1, U is V. `recovery-code-malformed`
 * with `position`, the group (from 1) in which something is missing, too much or mistyped.
 */
export function secretFromGroups(text: string, groups: number): Result<Bytes> {
  const letters = [
    ...text
      .normalize('NFKC')
      .toUpperCase()
      .replaceAll(/[\s\p{P}\p{S}\p{Cf}]/gu, ''),
  ];
  const values = letters.map((letter) => alphabet.indexOf(lookalikes[letter] ?? letter));
  for (let group = 0; group < groups; group++) {
    const given = values.slice(group * groupLetters, (group + 1) * groupLetters);
    const isRight = given.length === groupLetters && !given.includes(-1);
    if (!isRight || checkOf(group, given.slice(0, dataLetters)) !== given[dataLetters])
      return fail('recovery-code-malformed', { position: String(group + 1) });
  }
  if (values.length > groups * groupLetters)
    return fail('recovery-code-malformed', { position: String(groups) });
  const data = values.filter((_, at) => at % groupLetters < dataLetters);
  const bits = data.map((value) => value.toString(2).padStart(5, '0')).join('');
  return ok(
    Uint8Array.from({ length: bytesOfGroups(groups) }, (_, at) =>
      Number.parseInt(bits.slice(at * 8, at * 8 + 8), 2),
    ),
  );
}

/**
 * A checksum over GF(32) that starts from the group's number: every single wrong letter, every two letters exchanged
 * within a group and every group in another's place is found.
 */
function checkOf(group: number, values: readonly number[]): number {
  return doubled(values.reduce((sum, value) => doubled(sum) ^ value, group + 1));
}

/** Times x modulo x⁵ + x² + 1. */
function doubled(value: number): number {
  return value & 16 ? ((value << 1) & 31) ^ 5 : value << 1;
}
