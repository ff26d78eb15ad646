import { describe, expect, it } from 'vitest';
import { fromBase32, toBase32 } from './base32.ts';
import { defaultPolicy, hotpCode, newDevice, stepAt, totpCode, verify } from './verifier.ts';
import type { Algorithm, Policy } from './verifier.ts';

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);
const key = ascii('12345678901234567890');
const keys: Record<Algorithm, Uint8Array> = {
  SHA1: key,
  SHA256: ascii('12345678901234567890123456789012'),
  SHA512: ascii('1234567890123456789012345678901234567890123456789012345678901234'),
};

describe('codes', () => {
  it.each(
    ['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489'].map(
      (code, counter) => [counter, code] as const,
    ),
  )('RFC 4226 appendix D: counter %i gives %s', (counter, code) => {
    expect(hotpCode(key, counter, defaultPolicy)).toBe(code);
  });

  it.each<[number, Algorithm, string]>([
    [59, 'SHA1', '94287082'],
    [59, 'SHA256', '46119246'],
    [59, 'SHA512', '90693936'],
    [1111111109, 'SHA1', '07081804'],
    [1111111109, 'SHA256', '68084774'],
    [1111111109, 'SHA512', '25091201'],
    [1111111111, 'SHA1', '14050471'],
    [1234567890, 'SHA512', '93441116'],
    [2000000000, 'SHA256', '90698825'],
    [20000000000, 'SHA1', '65353130'],
    [20000000000, 'SHA256', '77737706'],
    [20000000000, 'SHA512', '47863826'],
  ])('RFC 6238 appendix B: %i s, %s gives %s', (seconds, algorithm, code) => {
    expect(totpCode(keys[algorithm], seconds * 1000, { ...defaultPolicy, algorithm, digits: 8 })).toBe(code);
  });

  it.each([
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foobar', 'MZXW6YTBOI'],
  ])('RFC 4648 §10: Base32 of "%s" is "%s", both ways', (text, encoded) => {
    expect(toBase32(ascii(text))).toBe(encoded);
    expect(fromBase32(encoded)).toEqual(ascii(text));
  });
});

describe('time-based verification', () => {
  const nowMs = 1_700_000_010_000;
  const at = (offset: number): string => totpCode(key, nowMs + offset * 30_000, defaultPolicy);
  const check = (code: string, policy: Policy = defaultPolicy, usedSteps: readonly number[] = []) =>
    verify(code, { key, policy, memory: { ...newDevice, usedSteps }, nowMs });

  it('accepts the current and the previous code, and refuses the next one, when it looks at the past only', () => {
    expect(check(at(0)).accepted).toBe(true);
    expect(check(at(-1)).accepted).toBe(true);
    expect(check(at(1))).toEqual({ accepted: false, reason: 'early' });
    expect(check(at(-2))).toEqual({ accepted: false, reason: 'expired' });
  });

  it('accepts one code on either side when it looks around', () => {
    const around: Policy = { ...defaultPolicy, window: 'around' };
    expect([-2, -1, 0, 1, 2].map((offset) => check(at(offset), around).accepted)).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  it('refuses a step already used, and no other', () => {
    const first = check(at(0));
    if (!first.accepted) throw new Error('the first use was refused');
    expect(first.memory.usedSteps).toEqual([stepAt(nowMs, 30)]);
    expect(check(at(0), defaultPolicy, first.memory.usedSteps)).toEqual({
      accepted: false,
      reason: 'already-used',
    });
    expect(check(at(-1), defaultPolicy, first.memory.usedSteps).accepted).toBe(true);
    expect(check(at(0), { ...defaultPolicy, reusable: true }, first.memory.usedSteps).accepted).toBe(true);
  });

  it.each(['', '12345', '1234567', '12 456', '१२३४५६', '-12345'])('refuses "%s" as malformed', (code) => {
    expect(check(code)).toEqual({ accepted: false, reason: 'malformed' });
  });
});

describe('counter-based verification', () => {
  const policy: Policy = { ...defaultPolicy, kind: 'hotp', lookAhead: 2 };
  const check = (counterOfCode: number, counter: number) =>
    verify(hotpCode(key, counterOfCode, policy), {
      key,
      policy,
      memory: { ...newDevice, counter },
      nowMs: 0,
    });

  it('accepts the expected counter and advances past it', () => {
    expect(check(4, 4)).toEqual({ accepted: true, step: 4, memory: { usedSteps: [], counter: 5 } });
  });

  it('looks ahead, skips what was missed, and stops at the limit', () => {
    expect(check(6, 4)).toMatchObject({ accepted: true, memory: { counter: 7 } });
    expect(check(7, 4)).toEqual({ accepted: false, reason: 'early' });
  });

  it('refuses a counter already passed', () => {
    expect(check(3, 4)).toEqual({ accepted: false, reason: 'already-used' });
  });
});
