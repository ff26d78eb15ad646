import { describe, expect, it } from 'vitest';
import { emptyHand } from '@/lib/otp/by-hand';
import { accountParsers } from './parse-account';

type Name = keyof typeof accountParsers;
const parse = (name: Name, fields: Record<string, unknown>) => accountParsers[name](fields);
const id = { accountId: 'a' };
const granted = { ...id, grant: 'g' };

describe('what a page may ask about one account', () => {
  it.each<[Name, Record<string, unknown>]>([
    ['accounts.details', { ...id, tabId: null }],
    ['account.edit', { ...id, change: { issuer: '', note: 'a\nb', tags: ['x'], pinned: true, mark: null } }],
    ['account.edit', { ...id, change: {} }],
    ['account.put-back', { ...id, changedAtMs: 5, grant: null }],
    ['account.site-look', { ...id, address: 'exemple.ca/x' }],
    ['account.site-add', { ...id, origin: 'https://exemple.ca' }],
    ['account.site-remove', { ...id, origin: 'https://exemple.ca' }],
    ['account.widen', { ...id, domain: 'exemple.ca' }],
    ['account.narrow', { ...id, domain: 'exemple.ca' }],
    ['account.test', { ...id, code: '123456' }],
    ['account.prove', { ...id, proof: null }],
    ['account.prove', { ...id, proof: { password: '' } }],
    ['account.prove', { ...id, proof: { recoveryCode: 'x' } }],
    ['account.reveal', granted],
    ['account.preview', { ...granted, fields: emptyHand }],
    ['account.set-otp', { ...granted, fields: emptyHand }],
    ['account.set-pin', { ...id, pin: '1234' }],
  ])('%s is read, and nothing beside it', (name, fields) => {
    expect(parse(name, { ...fields, extra: 1 })).toEqual(fields);
  });

  it.each<[Name, Record<string, unknown>]>([
    ['accounts.details', { accountId: '', tabId: null }],
    ['accounts.details', { ...id, tabId: -1 }],
    ['account.edit', { ...id, change: null }],
    ['account.edit', { ...id, change: { issuer: 'x'.repeat(301) } }],
    ['account.edit', { ...id, change: { issuer: '\ud800' } }],
    ['account.edit', { ...id, change: { note: 'x'.repeat(10_001) } }],
    ['account.edit', { ...id, change: { tags: 'x' } }],
    ['account.edit', { ...id, change: { tags: Array.from({ length: 51 }, String) } }],
    ['account.edit', { ...id, change: { otp: {} } }],
    ['account.edit', { ...id, change: { sites: ['https://x.example'] } }],
    ['account.put-back', { ...id, changedAtMs: -1, grant: null }],
    ['account.put-back', { ...id, changedAtMs: 1 }],
    ['account.site-add', { ...id, origin: '' }],
    ['account.narrow', { ...id, domain: 1 }],
    ['account.test', { ...id, code: '12 456' }],
    ['account.prove', { ...id, proof: 'x' }],
    ['account.prove', { ...id, proof: { device: true } }],
    ['account.reveal', { ...id, grant: '' }],
    ['account.set-otp', { ...granted, fields: { ...emptyHand, digits: 11 } }],
    ['account.set-otp', { ...id, fields: emptyHand }],
    ['account.set-pin', { ...id, pin: '123' }],
  ])('%s is refused in another form', (name, fields) => {
    expect(parse(name, fields)).toBeUndefined();
  });
});
