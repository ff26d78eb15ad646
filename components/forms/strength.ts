export const shortestPassword = 8;

export type Strength = 'short' | 'weak' | 'fair' | 'strong';

/**
 * A hint in words, not a gate: length counts most, then the number of different characters, so that `aaaaaaaaaaaa` and
 * `12345678` are not praised. Beyond the eight characters nobody is held back by it.
 */
export function passwordStrength(password: string): Strength {
  const length = [...password].length;
  if (length < shortestPassword) return 'short';
  const different = new Set(password.toLowerCase()).size;
  if (different < 6 || length < 11 || isRun(password)) return 'weak';
  return length < 16 || different < 9 ? 'fair' : 'strong';
}

/** Characters that mostly follow each other: 123456789, abcdefgh. */
function isRun(password: string): boolean {
  let steps = 0;
  for (let index = 1; index < password.length; index += 1) {
    if (Math.abs(password.charCodeAt(index) - password.charCodeAt(index - 1)) <= 1) steps += 1;
  }
  return steps > password.length / 2;
}
