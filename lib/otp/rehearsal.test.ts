import { expect, it } from 'vitest';
import { normalizeSecret } from './base32';
import { isRehearsalSecret, rehearsalSecret } from './rehearsal';

it('makes a key that every authenticator reads, another one each time, and knows it again', () => {
  const one = rehearsalSecret(new Uint8Array(10));
  const other = rehearsalSecret(new Uint8Array(10).fill(7));
  expect(normalizeSecret(one)).toEqual({ ok: true, value: one });
  expect(one).toHaveLength(32);
  expect(one).not.toBe(other);
  expect([one, other].every(isRehearsalSecret)).toBe(true);
});

it('takes no other account for one', () => {
  expect(isRehearsalSecret('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')).toBe(false);
  expect(isRehearsalSecret(undefined)).toBe(false);
  expect(() => rehearsalSecret(new Uint8Array(9))).toThrow('"random" expected ten bytes');
});
