/** What was written against what another reader makes of it: an export that is not the same is never handed over. */
import { codeAtStep, countedCode, stepAt } from '@/lib/otp/code';
import { displayText, oneLine } from '@/lib/otp/display-text';
import type { OtpParameters } from '@/lib/otp/parameters';
import { canonical } from './canonical';
import type { WritableAccount } from './export-format';
import { isComputed } from './losses';

/** As a reader gives it. */
export interface ReadAccount {
  readonly issuer: string;
  readonly name: string;
  readonly otp: { readonly kind: string; readonly secret?: string };
}

/** Months and steps apart, on both sides of 2038. Unix time in ms. */
const moments = [59_000, 1_111_111_109_000, 1_234_567_890_000, 2_000_000_000_000, 4_102_444_799_000];

/**
 * The first account that is not the same on both sides, in order: its names, its parameters, its secret, and the codes it
 * makes at moments far apart or at its next counters; `null` when there is none. `written` alone for one that is missing.
 */
export function firstDifference(
  written: readonly WritableAccount[],
  read: readonly ReadAccount[],
  nowMs: number,
): { readonly written: WritableAccount | null } | null {
  for (const [index, account] of written.entries()) {
    const other = read[index];
    if (other === undefined || !isSame(account, other, nowMs)) return { written: account };
  }
  return read.length > written.length ? { written: null } : null;
}

function isSame(account: WritableAccount, read: ReadAccount, nowMs: number): boolean {
  if (!hasSameNames(account, read)) return false;
  // What nobody computes is compared by what it is kept as.
  if (!isComputed(account)) return read.otp.kind === 'kept' && read.otp.secret === account.otp.secret;
  const { otp } = canonical(account);
  if (!hasSameFields(otp, read.otp)) return false;
  const [one, other] = [codesOf(otp, nowMs), codesOf(read.otp as OtpParameters, nowMs)];
  return one.length > 0 && one.every((code, index) => code === other[index]);
}

function hasSameNames(account: WritableAccount, read: ReadAccount): boolean {
  const [issuer, name] = [shown(account.issuer), shown(account.name)];
  if (shown(read.issuer) === issuer && shown(read.name) === name) return true;
  // Entries of some formats have a title and cannot be without: the name of an account without issuer stands there.
  return issuer === '' && shown(read.issuer) === name && ['', name].includes(shown(read.name));
}

/** As readers take names: one line, cut where nobody reads on. */
function shown(text: string): string {
  return displayText(oneLine(text));
}

function hasSameFields(one: object, other: object): boolean {
  const others = new Map<string, unknown>(Object.entries(other));
  const own = Object.entries(one);
  return own.length === others.size && own.every(([key, value]) => others.get(key) === value);
}

function codesOf(otp: OtpParameters, nowMs: number): readonly string[] {
  if (otp.kind === 'hotp')
    return [0, 1, 2, 1000].map((more) => countedCode({ ...otp, counter: otp.counter + more }));
  return [nowMs, ...moments].map((atMs) => codeAtStep(otp, stepAt(otp, atMs).step));
}
