import { expect, it } from 'vitest';
import { rehearsalSecret } from '@/lib/otp/rehearsal';
import { rehearsalParsers } from './parse-rehearsal';

const secret = rehearsalSecret(new Uint8Array(10));
type Name = keyof typeof rehearsalParsers;

it.each<[Name, Record<string, unknown>]>([
  ['rehearsal.find', { secret }],
  ['rehearsal.done', { tabId: 7, secret }],
])('%s is read, and nothing beside it', (name, fields) => {
  expect(rehearsalParsers[name]({ ...fields, extra: 1 })).toEqual(fields);
});

it.each<[Name, Record<string, unknown>]>([
  ['rehearsal.find', { secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' }],
  ['rehearsal.find', {}],
  ['rehearsal.find', { secret: secret + 'A'.repeat(60) }],
  ['rehearsal.done', { tabId: -1, secret }],
])('%s is refused for any other key, and in another form', (name, fields) => {
  expect(rehearsalParsers[name](fields)).toBeUndefined();
});
