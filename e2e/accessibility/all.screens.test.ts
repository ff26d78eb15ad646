/** No screen, in no state, breaks a rule of WCAG 2.2 AA that a program can hold, and longer words break none. */
import { expect, test } from 'vitest';
import { extensionDirs } from '../journeys/seconde.ts';
import { audit, type Check, type Finding } from './audit.ts';
import { buildStretched } from './stretch.ts';

/** What no program decides is counted by the bench `screens`, and looked at by people. */
const undecided: readonly Check[] = ['axe undecided'];

function broken(findings: readonly Finding[]): string[] {
  return findings
    .filter(({ check }) => !undecided.includes(check))
    .map(({ screen, language, theme, check, what }) => `${screen}, ${language}, ${theme}: ${check}: ${what}`);
}

test('in Chromium every screen holds, in every theme: rules, reflow, zoom, spacing, targets, focus', async () => {
  const { screens, findings } = await audit({
    browser: 'chromium',
    folder: extensionDirs.chromium,
    languages: ['fr'],
    themes: ['light', 'dark', 'forced'],
    looksAt: 'all',
  });
  expect(screens.length).toBeGreaterThan(130);
  expect(broken(findings)).toEqual([]);
}, 1_800_000);

test('in Chromium every screen holds the rules in English, whose names and words are others', async () => {
  const { findings } = await audit({
    browser: 'chromium',
    folder: extensionDirs.chromium,
    languages: ['en'],
    themes: ['light'],
    looksAt: 'rules',
  });
  expect(broken(findings)).toEqual([]);
}, 1_200_000);

test('words 30 % longer than French are not cut, cover nothing and make nothing scroll sideways', async () => {
  const { findings } = await audit({
    browser: 'chromium',
    folder: await buildStretched(),
    languages: ['fr'],
    themes: ['light'],
    looksAt: 'layout',
  });
  expect(broken(findings)).toEqual([]);
}, 1_200_000);
