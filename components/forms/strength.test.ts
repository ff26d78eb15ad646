import { expect, test } from 'vitest';
import { passwordStrength } from './strength';

test.each([
  ['', 'short'],
  ['1234567', 'short'],
  ['12345678', 'weak'],
  ['aaaaaaaaaaaaaaaaaaaa', 'weak'],
  ['abcdefghijklmnop', 'weak'],
  ['chat bleu', 'weak'],
  ['chat bleu vif', 'fair'],
  ['chat bleu sur le toit', 'strong'],
  ['👍👍👍👍', 'short'],
])('%j is %s', (password, strength) => {
  expect(passwordStrength(password)).toBe(strength);
});
