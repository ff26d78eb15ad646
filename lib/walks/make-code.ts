/** One code for one gesture: never one about to die, never one that was typed before. */
import { type Result, ok } from '@/lib/errors';
import { type ClockBounds, ownClock } from '@/lib/clock/offset';
import { codeAtStep, countedCode, stepAt } from '@/lib/otp/code';
import type { TimedParameters } from '@/lib/otp/parameters';
import type { VaultPort } from './ports';

/** A code with less than this left may die on its way to the server; the next one is waited for. */
export const leastLifeMs = 4000;

export interface TimedPlan {
  readonly code: string;
  readonly step: number;
  /** When the code may be typed (now, or once its step has begun for sure) and when it dies; Unix ms of this computer. */
  readonly fromMs: number;
  readonly expiresAtMs: number;
}

/**
 * The code to type. RFC 6238 § 5.2: a verifier must not accept a second use of a code, so a step that was typed once is
 * passed over. `clock`: what has to be added to this computer's clock to have the server's. The code is typed only when it
 * is the server's code wherever in these bounds the truth lies: some servers refuse a code that is early by a second.
 * A step shorter than the bounds are wide has no such moment; then it is late rather than early.
 */
export function planTimedCode(
  otp: TimedParameters,
  nowMs: number,
  usedStep: number | null,
  clock: ClockBounds = ownClock,
): TimedPlan {
  const begun = stepAt(otp, nowMs + clock.leastMs);
  const periodMs = begun.periodSeconds * 1000;
  const dying = begun.expiresAtMs - (nowMs + clock.mostMs) < leastLifeMs;
  const step = Math.max(dying ? begun.step + 1 : begun.step, usedStep === null ? 0 : usedStep + 1);
  const startMs = step * periodMs;
  const surelyBegunMs = startMs - clock.leastMs;
  const maybeOverMs = startMs + periodMs - clock.mostMs;
  return {
    code: codeAtStep(otp, step),
    step,
    fromMs: Math.max(nowMs, surelyBegunMs),
    expiresAtMs: maybeOverMs > surelyBegunMs ? maybeOverMs : surelyBegunMs + periodMs,
  };
}

/** HOTP: the counter is moved on and stored before anybody sees its code (RFC 4226 § 7.2), so none is shown twice. */
export async function takeCountedCode(
  vault: VaultPort,
  accountId: string,
): Promise<Result<{ code: string; counter: number } | null>> {
  let taken: { code: string; counter: number } | null = null;
  const written = await vault.update((content) => ({
    ...content,
    accounts: content.accounts.map((account) => {
      if (account.id !== accountId || account.otp.kind !== 'hotp') return account;
      taken = { code: countedCode(account.otp), counter: account.otp.counter };
      return { ...account, otp: { ...account.otp, counter: account.otp.counter + 1 } };
    }),
  }));
  return written.ok ? ok(taken) : written;
}
