import { describe, expect, it } from 'vitest';
import { emptyHand } from '@/lib/otp/by-hand';
import { scanParsers } from './parse-scan';

const fields = { ...emptyHand, key: 'GEZDGNBV' };

describe('messages of the ways in', () => {
  it.each([
    ['scan.open', { tabId: 7, byHand: false }],
    ['scan.open', { tabId: null, byHand: true }],
    ['scan.start', { tabId: 7 }],
    ['texts.look', { texts: ['a', 'b'] }],
    ['enrol.texts', { tabId: 7, text: 'a', fromPicture: true }],
    ['enrol.by-hand', { tabId: 7, fields }],
    ['code.preview', { fields }],
  ] as const)('%s is read as it was sent', (name, request) => {
    expect(scanParsers[name](request)).toEqual(request);
  });

  it('leaves out what it does not know', () => {
    expect(scanParsers['code.preview']({ fields: { ...fields, extra: 1 }, more: 2 })).toEqual({ fields });
  });

  it.each([
    ['scan.open', {}],
    ['scan.open', { tabId: '7', byHand: false }],
    ['scan.open', { tabId: 7 }],
    ['scan.start', { tabId: null }],
    ['texts.look', { texts: 'a' }],
    ['texts.look', { texts: [1] }],
    ['texts.look', { texts: Array.from({ length: 61 }, () => 'a') }],
    ['texts.look', { texts: ['a'.repeat(20_001)] }],
    ['enrol.texts', { tabId: 7, text: 'a' }],
    ['enrol.texts', { tabId: -1, text: 'a', fromPicture: true }],
    ['enrol.texts', { tabId: 7, text: 'a'.repeat(400_001), fromPicture: true }],
    ['enrol.by-hand', { tabId: 7 }],
    ['enrol.by-hand', { fields }],
    ['code.preview', {}],
    ['code.preview', { fields: null }],
    ['code.preview', { fields: { ...fields, kind: 'toString' } }],
    ['code.preview', { fields: { ...fields, algorithm: 'MD5' } }],
    ['code.preview', { fields: { ...fields, digits: 4 } }],
    ['code.preview', { fields: { ...fields, digits: 6.5 } }],
    ['code.preview', { fields: { ...fields, periodSeconds: 0 } }],
    ['code.preview', { fields: { ...fields, counter: -1 } }],
    ['code.preview', { fields: { ...fields, key: 'A'.repeat(20_001) } }],
    ['code.preview', { fields: { ...fields, issuer: null } }],
  ] as const)('%s is refused as %o', (name, request) => {
    expect(scanParsers[name](request)).toBeUndefined();
  });
});
