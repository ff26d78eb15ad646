/** *Test this code*: does this account make the code that the site, or another device, shows? Changes nothing. */
import { type Result, fail, ok } from '@/lib/errors';
import type { CodeTest } from '@/lib/messages/account-protocol';
import { timedCode } from '@/lib/otp/code';
import { isKnownKind, type TimedParameters } from '@/lib/otp/parameters';
import { findStep } from '@/lib/otp/resync';
import type { Account } from '@/lib/vault/account';
import type { WalkPorts } from './ports';
import { optionOf } from './site-cards';

/** More accounts of one issuer than this are not all tried. */
const mostOthers = 200;

/** Only for codes of time: a counter has a search of its own (`findCounter`). Fails with `account-without-code`, `kind-unknown`. */
export async function testCode(
  { vault, clock }: Pick<WalkPorts, 'vault' | 'clock'>,
  accountId: string,
  typed: string,
): Promise<Result<CodeTest>> {
  const content = await vault.content();
  if (!content.ok) return content;
  const { accounts } = content.value;
  const account = accounts.find(({ id }) => id === accountId);
  if (account === undefined) return fail('account-unknown');
  const otp = timed(account);
  if (otp === null) return fail(account.otp.kind === 'none' ? 'account-without-code' : 'kind-unknown');
  const nowMs = clock.now();
  const away = findStep(otp, typed, nowMs);
  if (away === 0) return ok({ kind: 'now' });
  if (away === -1 || away === 1) return ok({ kind: 'beside', when: away < 0 ? 'before' : 'after' });
  const other = accounts
    .filter((one) => one !== account && one.issuer === account.issuer)
    .slice(0, mostOthers)
    .find((one) => isNow(timed(one), typed, nowMs));
  if (other !== undefined) return ok({ kind: 'other', account: optionOf(other) });
  if (away === null) return ok({ kind: 'none' });
  return ok({ kind: 'elsewhen', aheadMs: away * timedCode(otp, nowMs).periodSeconds * 1000 });
}

function timed({ otp }: Account): TimedParameters | null {
  return otp.kind === 'none' || otp.kind === 'hotp' || !isKnownKind(otp) ? null : otp;
}

function isNow(otp: TimedParameters | null, typed: string, nowMs: number): boolean {
  return otp !== null && timedCode(otp, nowMs).code.toUpperCase() === typed.toUpperCase();
}
