/** One code for one gesture: never one about to die, never one that was typed before. */
import { type Result, ok } from '@/lib/errors';
import { codeAtStep, countedCode, stepAt } from '@/lib/otp/code';
import type { TimedParameters } from '@/lib/otp/parameters';
import type { VaultPort } from './ports';

/** A code with less than this left may die on its way to the server; the next one is waited for. */
const leastLifeMs = 4000;

export interface TimedPlan {
  readonly code: string;
  readonly step: number;
  /** When the code may be typed (now, or at the start of its step) and when it dies; Unix ms. */
  readonly fromMs: number;
  readonly expiresAtMs: number;
}

/**
 * The code to type. RFC 6238 § 5.2: a verifier must not accept a second use of a code, so a step that was typed once is
 * passed over.
 */
export function planTimedCode(otp: TimedParameters, nowMs: number, usedStep: number | null): TimedPlan {
  const current = stepAt(otp, nowMs);
  const { periodSeconds } = current;
  const dying = current.expiresAtMs - nowMs < leastLifeMs;
  const step = Math.max(dying ? current.step + 1 : current.step, usedStep === null ? 0 : usedStep + 1);
  const startMs = step * periodSeconds * 1000;
  return {
    code: codeAtStep(otp, step),
    step,
    fromMs: Math.max(nowMs, startMs),
    expiresAtMs: startMs + periodSeconds * 1000,
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
