import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeAtStep, countedCode } from './code';
import type { HotpParameters } from './parameters';
import { findCodes, findStep, resyncWindow } from './resync';

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

describe('a code of time', () => {
  const totp = {
    kind: 'totp',
    secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
    algorithm: 'SHA1',
    digits: 8,
    periodSeconds: 30,
  } as const;
  const nowMs = 1_700_000_000_000;
  const step = Math.floor(nowMs / 30_000);

  it.each([0, 1, -1, 2, -7, 120, -1680])('is found %i steps away', (away) => {
    expect(findStep(totp, codeAtStep(totp, step + away), nowMs)).toBe(away);
  });

  it('is not found beyond fourteen hours, nor before time began', () => {
    expect(findStep(totp, codeAtStep(totp, step + 1681), nowMs)).toBeNull();
    expect(findStep(totp, '00000000', 0)).toBeNull();
  });

  it('is found whatever its capitals', () => {
    const steam = { kind: 'steam', secret: totp.secret } as const;
    expect(findStep(steam, codeAtStep(steam, step - 3).toLowerCase(), nowMs)).toBe(-3);
  });
});
