import { expect, test } from 'vitest';
import { errorNumbers, retiredNumbers } from './error-numbers';
import { errorCodes } from './errors';

const inUse = Object.values(errorNumbers);

test('every failure has a number, of three digits, and nothing else has one', () => {
  expect(Object.keys(errorNumbers).sort()).toEqual([...errorCodes].sort());
  for (const number of inUse) expect(String(number)).toMatch(/^[1-9]\d\d$/);
});

test('no number means two failures, nor one that there is no more', () => {
  const all = [...inUse, ...retiredNumbers];
  expect(new Set(all).size).toBe(all.length);
});

test('numbers that people have been told stay what they were', () => {
  // A few of each hundred, written down once: a renumbering must be seen.
  expect(errorNumbers).toMatchObject({
    'qr-none': 101,
    'qr-microsoft': 106,
    'uri-too-long': 121,
    'page-protected': 201,
    'field-none': 207,
    'vault-locked': 301,
    'vault-damaged': 302,
    'password-wrong': 310,
    'backup-not-ours': 401,
    'file-malformed': 501,
    'account-unknown': 601,
    internal: 903,
  });
});
