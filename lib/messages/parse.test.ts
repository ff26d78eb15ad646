import fc from 'fast-check';
import { expect, it } from 'vitest';
import { defaultSettings } from '@/lib/settings/settings';
import { parseSettings, parsers } from './parse';

it('never throws, whatever is sent', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.values(parsers)),
      fc.dictionary(fc.string(), fc.anything()),
      (parse, fields) => {
        parse(fields);
      },
    ),
  );
});

it('reads settings leniently: what it knows, the default for the rest', () => {
  expect(parseSettings(undefined)).toEqual(defaultSettings);
  expect(parseSettings({ schema: 9, language: 'fr', lockAfterMinutes: -4, theme: 'x' })).toEqual({
    ...defaultSettings,
    language: 'fr',
  });
});

it('passes a request on with nothing that was not asked for', () => {
  expect(parsers['fill.account']({ tabId: 1, accountId: 'a', confirmedHost: null, extra: 1 })).toEqual({
    tabId: 1,
    accountId: 'a',
    confirmedHost: null,
  });
});
