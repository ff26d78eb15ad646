/**
 * privacyIDEA's two-step enrolment: the QR code holds the server's half of the key, the other half is made here and typed
 * in the page by the person. Specified in privacyIDEA's documentation ("Two Step Enrollment"); what it leaves open, the
 * password of PBKDF2, is in both its server and its app the server's half in lower-case hexadecimal.
 */
import type { Bytes } from '@/lib/crypto/bytes';
import { sha1 } from '@/lib/crypto/digest';
import { pbkdf2 } from '@/lib/crypto/pbkdf2';
import { fail, ok, type Result } from '@/lib/errors';
import { type Address, parameterText, splitAddress } from '@/lib/otp/address';
import { decodeBase32, encodeBase32 } from '@/lib/otp/base32';
import { encodeHex } from '@/lib/otp/hex';
import { isTwoStep, longestUri, parseAddress, type ParsedAccount } from '@/lib/otp/otpauth-uri';
import type { HotpParameters, OtpAlgorithm, TotpParameters } from '@/lib/otp/parameters';

export interface TwoStepEnrolment {
  /** Its secret is the server's half: no code of it is right. */
  readonly half: ParsedAccount & { readonly otp: TotpParameters | HotpParameters };
  /** Bytes that the half made here must have. */
  readonly partBytes: number;
  readonly keyBytes: number;
  readonly iterations: number;
}

/** What the server's own hashes ask for, where the address does not say how long the key is. */
const keyBytesOf: Readonly<Record<OtpAlgorithm, number>> = { SHA1: 20, SHA256: 32, SHA512: 64 };

/** Above this the computer would be busy for many seconds. */
const mostIterations = 2_000_000;

/** Fails with uri-two-step where a number is out of all bounds or the kind has no two steps, else as `parseOtpauthUri`. */
export function parseTwoStep(text: string): Result<TwoStepEnrolment> {
  if (text.length > longestUri) return fail('uri-too-long');
  const address = splitAddress(text);
  if (!address) return fail('uri-malformed');
  if (!isTwoStep(address)) return fail('uri-two-step');
  const half = parseAddress(address, null);
  if (!half.ok) return half;
  const { otp } = half.value;
  if (otp.kind !== 'totp' && otp.kind !== 'hotp') return fail('uri-two-step');
  // Ten and ten thousand are what privacyIDEA's own app takes for a number that is not there.
  const partBytes = numberOf(address, '2step_salt', 10, 128);
  const keyBytes = numberOf(address, '2step_output', keyBytesOf[otp.algorithm], 256);
  const iterations = numberOf(address, '2step_difficulty', 10_000, mostIterations);
  if (partBytes === null || keyBytes === null || iterations === null) return fail('uri-two-step');
  return ok({ half: { ...half.value, otp }, partBytes, keyBytes, iterations });
}

/** The account with its whole key, from the half made here: `part`, of `partBytes` random bytes. */
export async function completeTwoStep(enrolment: TwoStepEnrolment, part: Bytes): Promise<ParsedAccount> {
  const { half, keyBytes, iterations, partBytes } = enrolment;
  if (part.length !== partBytes) throw new RangeError('"part" expected with as many bytes as were asked for');
  const password = new TextEncoder().encode(encodeHex(decodeBase32(half.otp.secret)));
  const key = await pbkdf2(password, { hash: 'SHA-1', salt: part, iterations, length: keyBytes });
  return { ...half, otp: { ...half.otp, secret: encodeBase32(key) } };
}

/** What the person types in the page: Base32 of four bytes of the part's SHA-1 and of the part ("base32check"). */
export function writtenPart(part: Bytes): string {
  return encodeBase32(Uint8Array.from([...sha1(part).subarray(0, 4), ...part]));
}

/** 1 to `most`; `otherwise` where it is not given, `null` for anything else. */
function numberOf({ parameters }: Address, name: string, otherwise: number, most: number): number | null {
  if (!parameters.has(name)) return otherwise;
  const text = parameterText(parameters, name);
  const value = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  return value >= 1 && value <= most ? value : null;
}
