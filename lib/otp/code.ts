/**
 * The one place where a code is computed: RFC 4226, RFC 6238 and Steam Guard by the library `otpauth`, the others beside.
 * Its `bare` entry is used because it brings no hash of its own: ours has the three there are codes of, the others would
 * weigh in the background. Keeps no secret that outlives the parameters it was given.
 */
import { HOTP, Secret } from 'otpauth/bare';
import { hmacDigest } from '@/lib/crypto/digest';
import { motpCode, motpLength, motpPeriodSeconds } from '@/lib/otp/motp';
import type {
  HotpParameters,
  OtpAlgorithm,
  OtpParameters,
  SteamParameters,
  TimedParameters,
} from '@/lib/otp/parameters';
import { yandexCode, yandexLength, yandexPeriodSeconds } from '@/lib/otp/yandex';

/** One step of time, the unit RFC 6238 counts in. */
export interface Step {
  readonly step: number;
  /** Unix time in ms at which the step gives way to the next. */
  readonly expiresAtMs: number;
  readonly periodSeconds: number;
}

export interface TimedCode extends Step {
  readonly code: string;
}

const steamPeriodSeconds = 30;
const steamAlphabet = '23456789BCDFGHJKMNPQRTVWXY';
const steamLength = 5;

/** The code at `nowMs` (Unix time in ms), and until when it is the code. */
export function timedCode(otp: TimedParameters, nowMs: number): TimedCode {
  const step = stepAt(otp, nowMs);
  return { code: codeAtStep(otp, step.step), ...step };
}

/** The step that `nowMs` (Unix time in ms) falls in. RFC 6238 section 4.2, with T0 = 0. */
export function stepAt(otp: TimedParameters, nowMs: number): Step {
  if (!(nowMs >= 0)) throw new RangeError('"nowMs" must be a Unix time in milliseconds');
  const periodSeconds = periodOf(otp);
  const step = Math.floor(nowMs / 1000 / periodSeconds);
  return { step, expiresAtMs: (step + 1) * periodSeconds * 1000, periodSeconds };
}

/** The code of a step: `codeAtStep(otp, stepAt(otp, nowMs).step + 1)` is the next one. */
export function codeAtStep(otp: TimedParameters, step: number): string {
  if (!Number.isSafeInteger(step) || step < 0)
    throw new RangeError('"step" must be a safe integer, 0 or more');
  switch (otp.kind) {
    case 'steam':
      return steamCode(otp, step);
    case 'motp':
      return motpCode(otp, step);
    case 'yandex':
      return yandexCode(otp, step);
    case 'totp':
      return hotpCode(otp, otp.algorithm, otp.digits, step);
  }
}

/** Characters of a code: what a field that counts them must take. */
export function codeLength(otp: OtpParameters): number {
  switch (otp.kind) {
    case 'steam':
      return steamLength;
    case 'motp':
      return motpLength;
    case 'yandex':
      return yandexLength;
    case 'totp':
    case 'hotp':
      return otp.digits;
  }
}

function periodOf(otp: TimedParameters): number {
  switch (otp.kind) {
    case 'steam':
      return steamPeriodSeconds;
    case 'motp':
      return motpPeriodSeconds;
    case 'yandex':
      return yandexPeriodSeconds;
    case 'totp':
      return otp.periodSeconds;
  }
}

/**
 * The code of the account's counter. RFC 4226 section 5.3. The caller moves the counter, and stores it first.
 */
export function countedCode(otp: HotpParameters): string {
  const { counter } = otp;
  if (!Number.isSafeInteger(counter) || counter < 0) {
    throw new RangeError('"counter" must be a safe integer, 0 or more');
  }
  return hotpCode(otp, otp.algorithm, otp.digits, counter);
}

/**
 * The truncated value of RFC 4226 section 5.3 written in Steam's alphabet, least significant character first.
 */
function steamCode(otp: SteamParameters, step: number): string {
  // Ten digits hold all 31 bits of the truncated value, so nothing is lost on the way through decimal.
  let value = Number(hotpCode(otp, 'SHA1', 10, step));
  let code = '';
  for (let index = 0; index < steamLength; index++) {
    code += steamAlphabet.charAt(value % steamAlphabet.length);
    value = Math.floor(value / steamAlphabet.length);
  }
  return code;
}

function hotpCode(otp: OtpParameters, algorithm: OtpAlgorithm, digits: number, counter: number): string {
  const hmac = (_: string, key: Uint8Array, message: Uint8Array) => hmacDigest(algorithm, key, message);
  return HOTP.generate({ secret: keyOf(otp), algorithm, digits, counter, hmac });
}

/** Decoded keys live exactly as long as the parameters they came from. */
const keys = new WeakMap<OtpParameters, Secret>();

function keyOf(otp: OtpParameters): Secret {
  const known = keys.get(otp);
  if (known) return known;
  const key = Secret.fromBase32(otp.secret);
  keys.set(otp, key);
  return key;
}
