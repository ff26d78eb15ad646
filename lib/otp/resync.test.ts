import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { countedCode } from './code';
import type { HotpParameters } from './parameters';
import { findCodes, resyncWindow } from './resync';

const otp = (counter: number): HotpParameters => ({
  kind: 'hotp',
  secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
  algorithm: 'SHA1',
  digits: 6,
  counter,
});

it.each([
  // RFC 4226, appendix D.
  ['755224', 0],
  ['287082', 1],
  ['520489', 9],
])('finds the code %s of the RFC at %i', (code, counter) => {
  expect(findCodes(otp(0), [code]).ahead[0]).toBe(counter);
  expect(findCodes(otp(20), [code]).behind).toContain(counter);
});

it('finds two codes that follow each other anywhere in the window, and nothing else', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 5000 }),
      fc.integer({ min: -resyncWindow, max: resyncWindow }),
      (counter, away) => {
        const at = Math.max(0, counter + away);
        const codes = [at, at + 1].map((one) => countedCode(otp(one)));
        const { ahead, behind } = findCodes(otp(counter), codes);
        expect(at >= counter ? ahead : behind).toEqual([at]);
        expect(at >= counter ? behind : ahead).toEqual([]);
      },
    ),
    { numRuns: 5 },
  );
});

it('looks no further than the window', () => {
  const beyond = [1501, 1502].map((counter) => countedCode(otp(counter)));
  expect(findCodes(otp(500), beyond)).toEqual({ ahead: [], behind: [] });
  expect(findCodes(otp(501), beyond).ahead).toEqual([1501]);
});
