import { expect, it } from 'vitest';
import { normalizeSecret } from './base32';
import { isPracticeSecret, practiceSecret } from './practice';

it('makes a key that every authenticator reads, another one each time, and knows it again', () => {
  const one = practiceSecret(new Uint8Array(10));
  const other = practiceSecret(new Uint8Array(10).fill(7));
  expect(normalizeSecret(one)).toEqual({ ok: true, value: one });
  expect(one).toHaveLength(32);
  expect(one).not.toBe(other);
  expect([one, other].every(isPracticeSecret)).toBe(true);
});

it('takes no other account for one', () => {
  expect(isPracticeSecret('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')).toBe(false);
  expect(isPracticeSecret(undefined)).toBe(false);
  expect(() => practiceSecret(new Uint8Array(9))).toThrow('"random" expected ten bytes');
});
