/**
 * Whether a parser gives what the deviation cases ask for: used by the test beside the parser and by the
 * benchmark; nothing that ships imports it.
 */
import type { Result } from '@/lib/errors';
import { deviationCases, seed, type DeviationCase, type ReadExpectation } from '@/lib/otp/deviations.cases';
import type { ParsedAccount } from '@/lib/otp/otpauth-uri';
import type { OtpParameters } from '@/lib/otp/parameters';

/** What a reading of the case must be, whole. */
export function expectedReading(expected: ReadExpectation): ParsedAccount {
  const kind = expected.otp?.kind ?? 'totp';
  const defaults =
    kind === 'steam'
      ? { kind, secret: seed }
      : {
          kind,
          secret: seed,
          algorithm: 'SHA1',
          digits: 6,
          ...(kind === 'totp' ? { periodSeconds: 30 } : { counter: 0 }),
        };
  return {
    issuer: expected.issuer ?? '',
    name: expected.name ?? '',
    otp: { ...defaults, ...expected.otp } as OtpParameters,
    warnings: expected.warnings ?? [],
  };
}

export type Verdict = 'read' | 'refused' | 'wrong';

/** `refused` is a right refusal, with its reason; anything else than what was expected is `wrong`. */
export function judge(one: DeviationCase, result: Result<ParsedAccount>): Verdict {
  if ('refusal' in one.expected)
    return !result.ok && result.failure.code === one.expected.refusal ? 'refused' : 'wrong';
  const right = result.ok && canonical(result.value) === canonical(expectedReading(one.expected));
  return right ? 'read' : 'wrong';
}

export interface DeviationFigures {
  readonly read: number;
  readonly refused: number;
  readonly wrong: readonly string[];
}

export function measureDeviations(parse: (text: string) => Result<ParsedAccount>): DeviationFigures {
  const verdicts = deviationCases.map((one) => ({ one, verdict: judge(one, parse(one.text)) }));
  return {
    read: verdicts.filter(({ verdict }) => verdict === 'read').length,
    refused: verdicts.filter(({ verdict }) => verdict === 'refused').length,
    wrong: verdicts.filter(({ verdict }) => verdict === 'wrong').map(({ one }) => one.deviation),
  };
}

function canonical(account: ParsedAccount): string {
  const otp = Object.entries(account.otp).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([account.issuer, account.name, otp, account.warnings.toSorted()]);
}
