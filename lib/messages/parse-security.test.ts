import { expect, it } from 'vitest';
import { parsers } from './parse';

const bytes = 'A'.repeat(43);
const opening = { credentialId: 'AQID', prf: bytes };

it('takes the PRF output of a passkey only where it is 32 bytes', () => {
  expect(parsers['vault.unlock-passkey'](opening)).toEqual(opening);
  for (const prf of [undefined, '', 'AAAA', `${bytes}A`, 32, `${'A'.repeat(42)}=`])
    expect(parsers['vault.unlock-passkey']({ ...opening, prf })).toBeUndefined();
  for (const credentialId of ['', 'A', 'a b', null, 'A'.repeat(2000)])
    expect(parsers['vault.unlock-passkey']({ ...opening, credentialId })).toBeUndefined();
});

it('takes a passkey with all that is needed to ask for it again, and nothing more', () => {
  const way = { ...opening, rpId: 'abc', prfSalt: bytes, label: 'Laptop' };
  expect(parsers['vault.add-passkey']({ ...way, extra: 1 })).toEqual(way);
  for (const change of [{ rpId: '' }, { prfSalt: 'AAAA' }, { label: 'x'.repeat(101) }, { label: 7 }])
    expect(parsers['vault.add-passkey']({ ...way, ...change })).toBeUndefined();
});

it('tells a missing current password from an empty one', () => {
  const parse = parsers['vault.change-password'];
  expect(parse({ current: null, password: 'new' })).toEqual({ current: null, password: 'new' });
  expect(parse({ current: '', password: 'new' })).toEqual({ current: '', password: 'new' });
  expect(parse({ password: 'new' })).toBeUndefined();
});

it('refuses a text too long to be a secret, and nothing as something copied', () => {
  expect(parsers['vault.unlock-code']({ code: 'x'.repeat(5000) })).toBeUndefined();
  expect(parsers['clipboard.copied']({ text: '' })).toBeUndefined();
  expect(parsers['clipboard.copied']({ text: '123456' })).toEqual({ text: '123456' });
});

it.each([
  [{ lockWhenIdleMinutes: 5 }, true],
  [{ lockWhenIdleMinutes: null, lockAfterMinutes: null }, true],
  [{ lockWhenIdleMinutes: 0 }, false],
  [{ lockWithScreen: 'yes' }, false],
  [{ practice: false, lockWithScreen: false }, true],
  [{ clipboardSeconds: 1 }, false],
  [{ clipboardSeconds: 10, clipboardUnsure: 'leave' }, true],
  [{ clipboardUnsure: 'ask' }, false],
])('reads the settings change %o: %s', (change, isTaken) => {
  expect(parsers['settings.change']({ change })).toEqual(isTaken ? { change } : undefined);
});
