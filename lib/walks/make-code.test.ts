import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeAtStep } from '@/lib/otp/code';
import type { TotpParameters } from '@/lib/otp/parameters';
import { planTimedCode } from './make-code';

const totp = (periodSeconds: number): TotpParameters => ({
  kind: 'totp',
  secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
  algorithm: 'SHA1',
  digits: 6,
  periodSeconds,
});

const world = fc.record({
  period: fc.constantFrom(10, 30, 60),
  nowMs: fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 }),
  offsetMs: fc.integer({ min: -7_200_000, max: 7_200_000 }),
  errorMs: fc.integer({ min: 0, max: 4000 }),
  truth: fc.double({ min: -1, max: 1, noNaN: true }),
  usedAgo: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
});

describe('a code by the clock of the site', () => {
  it('is never typed outside its step, wherever in the bounds the truth lies', () => {
    fc.assert(
      fc.property(world, ({ period, nowMs, offsetMs, errorMs, truth, usedAgo }) => {
        const bounds = { leastMs: offsetMs - errorMs, mostMs: offsetMs + errorMs };
        const trueOffset = offsetMs + truth * errorMs;
        const stepOfServer = (atMs: number) => Math.floor((atMs + trueOffset) / 1000 / period);
        const used = usedAgo === null ? null : stepOfServer(nowMs) - usedAgo;
        const plan = planTimedCode(totp(period), nowMs, used, bounds);
        expect(plan.fromMs).toBeGreaterThanOrEqual(nowMs);
        expect(plan.fromMs).toBeLessThan(plan.expiresAtMs);
        expect(stepOfServer(plan.fromMs)).toBe(plan.step);
        expect(stepOfServer(plan.expiresAtMs - 1)).toBe(plan.step);
        expect(plan.code).toBe(codeAtStep(totp(period), plan.step));
        if (used !== null) expect(plan.step).toBeGreaterThan(used);
        // Nobody waits for longer than the steps that were used, and one more.
        expect(plan.fromMs - nowMs).toBeLessThanOrEqual(
          2 * errorMs + (usedAgo === null ? 1 : 2) * period * 1000,
        );
      }),
    );
  });

  it('is late rather than early where a step is shorter than the doubt', () => {
    fc.assert(
      fc.property(world, ({ nowMs, offsetMs, errorMs, truth }) => {
        const bounds = { leastMs: offsetMs - errorMs, mostMs: offsetMs + errorMs };
        const plan = planTimedCode(totp(2), nowMs, null, bounds);
        const trueStep = Math.floor((plan.fromMs + offsetMs + truth * errorMs) / 2000);
        expect(trueStep).toBeGreaterThanOrEqual(plan.step);
      }),
    );
  });

  it('is the one of this computer, at once, where nothing is known', () => {
    const nowMs = 1_700_000_000_000 + 5000;
    const plan = planTimedCode(totp(30), nowMs, null);
    expect(plan).toMatchObject({ step: Math.floor(nowMs / 30_000), fromMs: nowMs });
  });

  it('waits out the last four seconds, and the doubt before them', () => {
    const startMs = 60_000 * 28_000_000;
    expect(planTimedCode(totp(30), startMs + 26_000, null).fromMs).toBe(startMs + 26_000);
    expect(planTimedCode(totp(30), startMs + 26_001, null).fromMs).toBe(startMs + 30_000);
    const doubt = { leastMs: -600, mostMs: 600 };
    expect(planTimedCode(totp(30), startMs + 25_401, null, doubt).fromMs).toBe(startMs + 30_600);
    expect(planTimedCode(totp(30), startMs + 300, null, doubt).fromMs).toBe(startMs + 600);
  });
});
