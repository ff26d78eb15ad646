/**
 * The server's half of RFC 4226 and RFC 6238, with node:crypto only: it must not share a line with the product, so that a
 * mistake made twice cannot pass for an agreement. Pure: the time is an argument, the device's memory goes in and comes out.
 */

import { createHmac } from 'node:crypto';

export type Algorithm = 'SHA1' | 'SHA256' | 'SHA512';

/**
 * Which steps a time-based server tries. `past-only`: the current one and the one before (older Keycloak, which refuses a
 * computer whose clock runs fast); `around`: also the one after; `exact`: the current one alone.
 */
export type TimeWindow = 'past-only' | 'around' | 'exact';

export interface Policy {
  readonly kind: 'totp' | 'hotp';
  readonly algorithm: Algorithm;
  readonly digits: number;
  readonly periodSeconds: number;
  readonly window: TimeWindow;
  /** HOTP: how many counters after the expected one are tried (RFC 4226 §7.4). */
  readonly lookAhead: number;
  /** `true` only to imitate a careless server: a code may serve twice. */
  readonly reusable: boolean;
}

/** What the server remembers of a device between two codes. */
export interface DeviceMemory {
  /** TOTP: steps already used. RFC 6238 §5.2: a code serves once. */
  readonly usedSteps: readonly number[];
  /** HOTP: the counter expected next. */
  readonly counter: number;
}

export const newDevice: DeviceMemory = { usedSteps: [], counter: 0 };

export const defaultPolicy: Policy = {
  kind: 'totp',
  algorithm: 'SHA1',
  digits: 6,
  periodSeconds: 30,
  window: 'past-only',
  lookAhead: 1,
  reusable: false,
};

/** Why a code was refused. People see one sentence for all; tests want to know which. */
export type Refusal = 'malformed' | 'wrong' | 'already-used' | 'expired' | 'early';

export type Verification =
  | { readonly accepted: true; readonly step: number; readonly memory: DeviceMemory }
  | { readonly accepted: false; readonly reason: Refusal };

const offsets: Record<TimeWindow, readonly number[]> = {
  exact: [0],
  'past-only': [0, -1],
  around: [0, -1, 1],
};

/** How far outside its window a refused code is looked for, only to name the refusal. */
const explainedSteps = 20;

/** HOTP of RFC 4226 §5.3 for one moving factor; `key` is the raw secret. */
export function hotpCode(
  key: Uint8Array,
  movingFactor: number,
  policy: Pick<Policy, 'algorithm' | 'digits'>,
): string {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(movingFactor));
  const digest = createHmac(policy.algorithm, key).update(message).digest();
  const start = digest.readUInt8(digest.length - 1) & 15;
  const truncated = digest.readUInt32BE(start) & 0x7fffffff;
  return String(truncated % 10 ** policy.digits).padStart(policy.digits, '0');
}

/** The step of RFC 6238 §4.2 (T0 = 0) at `nowMs`, milliseconds since the Unix epoch. */
export function stepAt(nowMs: number, periodSeconds: number): number {
  return Math.floor(nowMs / 1000 / periodSeconds);
}

/** TOTP at `nowMs`. */
export function totpCode(key: Uint8Array, nowMs: number, policy: Policy): string {
  return hotpCode(key, stepAt(nowMs, policy.periodSeconds), policy);
}

/** Verifies one code; when it is accepted, `memory` is what must be kept for the next one. */
export function verify(
  code: string,
  options: { key: Uint8Array; policy: Policy; memory: DeviceMemory; nowMs: number },
): Verification {
  const { policy } = options;
  if (!/^[0-9]+$/.test(code) || code.length !== policy.digits)
    return { accepted: false, reason: 'malformed' };
  return policy.kind === 'hotp' ? verifyCounter(code, options) : verifyTime(code, options);
}

function verifyTime(
  code: string,
  { key, policy, memory, nowMs }: { key: Uint8Array; policy: Policy; memory: DeviceMemory; nowMs: number },
): Verification {
  const now = stepAt(nowMs, policy.periodSeconds);
  const matches = (step: number): boolean => step >= 0 && hotpCode(key, step, policy) === code;
  const step = offsets[policy.window].map((offset) => now + offset).find(matches);
  if (step !== undefined) {
    if (!policy.reusable && memory.usedSteps.includes(step))
      return { accepted: false, reason: 'already-used' };
    return { accepted: true, step, memory: { ...memory, usedSteps: [...memory.usedSteps, step] } };
  }
  for (let distance = 1; distance <= explainedSteps; distance += 1) {
    if (matches(now - distance)) return { accepted: false, reason: 'expired' };
    if (matches(now + distance)) return { accepted: false, reason: 'early' };
  }
  return { accepted: false, reason: 'wrong' };
}

function verifyCounter(
  code: string,
  { key, policy, memory }: { key: Uint8Array; policy: Policy; memory: DeviceMemory },
): Verification {
  for (let counter = memory.counter; counter <= memory.counter + policy.lookAhead; counter += 1) {
    if (hotpCode(key, counter, policy) === code) {
      return { accepted: true, step: counter, memory: { ...memory, counter: counter + 1 } };
    }
  }
  for (let distance = 1; distance <= explainedSteps; distance += 1) {
    const past = memory.counter - distance;
    if (past >= 0 && hotpCode(key, past, policy) === code) return { accepted: false, reason: 'already-used' };
    if (hotpCode(key, memory.counter + policy.lookAhead + distance, policy) === code) {
      return { accepted: false, reason: 'early' };
    }
  }
  return { accepted: false, reason: 'wrong' };
}
