/** The library `otpauth` alone, as an app that has no reader of its own would use it, with answers that can be compared. */
import { HOTP, URI } from 'otpauth';
import { fail, ok, type Result } from '@/lib/errors';
import type { ParsedAccount } from '@/lib/otp/otpauth-uri';
import type { OtpAlgorithm } from '@/lib/otp/parameters';

export function parseByLibrary(text: string): Result<ParsedAccount> {
  try {
    const read = URI.parse(text);
    const common = {
      secret: read.secret.base32,
      algorithm: read.algorithm as OtpAlgorithm,
      digits: read.digits,
    };
    return ok({
      issuer: read.issuer,
      name: read.label,
      otp:
        read instanceof HOTP
          ? { kind: 'hotp', ...common, counter: read.counter }
          : { kind: 'totp', ...common, periodSeconds: read.period },
      warnings: [],
    });
  } catch {
    return fail('uri-malformed');
  }
}
