import { expect, test } from 'vitest';
import { allMarks, initialsMark, keyOf, markOf, suggestedMark } from './marks';

test.each([
  ['GitHub', 'github'],
  ['github', 'github'],
  ['  GITHUB  ', 'github'],
  ['Google:marie@exemple.qc.ca', 'google'],
  ['Google Workspace', 'google'],
  ['Microsoft 365', 'microsoft'],
  ['Office 365 – CISSS', 'microsoft'],
  ['Microsoft (travail)', 'microsoft'],
  ['Amazon Web Services', 'amazon'],
  ['AWS', 'amazon'],
  ['Apple ID', 'apple'],
  ['Pâypal', 'paypal'],
  ['AT&T', 'att'],
  ['accounts.google.com', 'google'],
  ['login.microsoftonline.com', 'microsoft'],
  ['Twitter', 'x'],
  ['Proton Mail', 'proton'],
  ['Dropbox / Marie', 'dropbox'],
])('%j suggests the mark of %s', (issuer, mark) => {
  expect(suggestedMark(issuer)).toBe(mark);
});

test.each([
  [''],
  ['Apple Valley School'],
  ['Box de stockage'],
  ['CISSS de la Gaspésie'],
  ['Desjardins'],
  ['Gооgle'], // two Cyrillic letters
  ['𝗠𝗶𝗰𝗿𝗼𝘀𝗼𝗳𝘁'],
  ['google.com.example.net'],
  ['مايكروسوفت'],
  ['🔐'],
  ['initials'],
  [`${'x'.repeat(300)} Google`],
])('%j suggests none', (issuer) => {
  expect(suggestedMark(issuer)).toBeNull();
});

test('what the person chose comes before what the name suggests', () => {
  expect(markOf({ issuer: 'GitHub' })).toBe('github');
  expect(markOf({ issuer: 'GitHub', mark: 'gitlab' })).toBe('gitlab');
  expect(markOf({ issuer: 'CISSS', mark: 'microsoft' })).toBe('microsoft');
  expect(markOf({ issuer: 'GitHub', mark: initialsMark })).toBeNull();
});

test('a chosen mark that this version does not have falls back to the suggestion', () => {
  expect(markOf({ issuer: 'GitHub', mark: '../icon' })).toBe('github');
  expect(markOf({ issuer: 'CISSS', mark: 'some-later-service' })).toBeNull();
});

test('marks have names that are file names, each once', () => {
  const keys = allMarks().map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  for (const key of keys) expect(key).toMatch(/^[a-z0-9]+$/);
  expect(keys).not.toContain(initialsMark);
});

test('no two services answer to one name', () => {
  for (const { key, title } of allMarks()) expect(suggestedMark(title), title).toBe(key);
  expect(keyOf('Crédit Agricole')).toBe('creditagricole');
});
