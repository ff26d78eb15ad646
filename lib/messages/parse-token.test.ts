import { describe, expect, it } from 'vitest';
import { tokenParsers } from './parse-token';

const parse = (name: keyof typeof tokenParsers, fields: Record<string, unknown>) =>
  tokenParsers[name](fields);

describe('what a page may ask about clocks, dates, counters and issuers’ files', () => {
  it.each<[keyof typeof tokenParsers, Record<string, unknown>]>([
    ['clock.check', { tabId: 7 }],
    ['clock.adjust', { tabId: 7, on: false }],
    ['clock.anyway', { tabId: 0 }],
    ['clock.forget', { host: 'id.example.ca' }],
    ['accounts.dates', { accountId: 'a', expiresAtMs: null, renewalNote: '' }],
    ['accounts.dates', { accountId: 'a', expiresAtMs: 1, renewalNote: 'x' }],
    ['accounts.remind', { issuer: 'i', name: '', expiresAtMs: 1, renewalNote: '' }],
    ['counter.find', { accountId: 'a', codes: ['123456'] }],
    ['counter.find', { accountId: 'a', codes: ['12345', '1234567890'] }],
    ['counter.set', { accountId: 'a', counter: 0, back: true }],
  ])('%s is read, and nothing beside it', (name, fields) => {
    expect(parse(name, { ...fields, extra: 1 })).toEqual(fields);
  });

  it.each<[keyof typeof tokenParsers, Record<string, unknown>]>([
    ['clock.check', { tabId: -1 }],
    ['clock.check', { tabId: null }],
    ['clock.adjust', { tabId: 7, on: 1 }],
    ['clock.forget', { host: 'x'.repeat(301) }],
    ['accounts.dates', { accountId: 'a', expiresAtMs: 1.5, renewalNote: '' }],
    ['accounts.dates', { accountId: 'a', expiresAtMs: 1e15, renewalNote: '' }],
    ['accounts.dates', { accountId: 'a', expiresAtMs: 1, renewalNote: 'x'.repeat(2001) }],
    ['accounts.remind', { issuer: 'i', name: '', expiresAtMs: null, renewalNote: '' }],
    ['counter.find', { accountId: 'a', codes: [] }],
    ['counter.find', { accountId: 'a', codes: ['1', '2', '3'] }],
    ['counter.find', { accountId: 'a', codes: ['12 456'] }],
    ['counter.find', { accountId: 'a', codes: '123456' }],
    ['counter.set', { accountId: 'a', counter: 2 ** 53, back: false }],
  ])('%s is refused in another form', (name, fields) => {
    expect(parse(name, fields)).toBeUndefined();
  });
});
