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

it('takes one proof of the three kinds, a plain question, and nothing between them', () => {
  const parse = parsers['vault.prove'];
  for (const proof of [null, { password: 'mine' }, { recoveryCode: '7KQ4M' }, { passkey: opening }])
    expect(parse({ proof, extra: 1 })).toEqual({ proof });
  for (const proof of [undefined, true, {}, { password: 7 }, { passkey: { ...opening, prf: '' } }])
    expect(parse({ proof })).toBeUndefined();
  expect(parse({ proof: { password: 'x'.repeat(5000) } })).toBeUndefined();
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
