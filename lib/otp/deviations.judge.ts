/**
 * Whether a parser gives what the deviation cases ask for: used by the test beside the parser and by the
 * benchmark; nothing that ships imports it.
 */
import type { Result } from '@/lib/errors';
import { deviationCases, seed, type DeviationCase, type ReadExpectation } from '@/lib/otp/deviations.cases';
import { kindCases } from '@/lib/otp/deviations-kinds.cases';
import type { ParsedAccount } from '@/lib/otp/otpauth-uri';
import type { OtpParameters } from '@/lib/otp/parameters';

export const allCases: readonly DeviationCase[] = [...deviationCases, ...kindCases];

/** What a reading of the case must be, whole. */
export function expectedReading(expected: ReadExpectation): ParsedAccount {
  const kind = expected.otp?.kind ?? 'totp';
  const defaults =
    kind === 'steam' || kind === 'motp' || kind === 'yandex'
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

/** `asked`: rightly left to the person, who has something to add. */
export type Verdict = 'read' | 'asked' | 'refused' | 'wrong';

/** `refused` is a right refusal, with its reason; anything else than what was expected is `wrong`. */
export function judge(one: DeviationCase, result: Result<ParsedAccount>): Verdict {
  const { expected } = one;
  if ('refusal' in expected)
    return !result.ok && result.failure.code === expected.refusal ? 'refused' : 'wrong';
  if ('asks' in expected) return !result.ok && result.failure.code === expected.asks ? 'asked' : 'wrong';
  const right = result.ok && canonical(result.value) === canonical(expectedReading(expected));
  return right ? 'read' : 'wrong';
}

export interface DeviationFigures {
  readonly read: number;
  readonly asked: number;
  readonly refused: number;
  readonly wrong: readonly string[];
}

export function measureDeviations(parse: (text: string) => Result<ParsedAccount>): DeviationFigures {
  const verdicts = allCases.map((one) => ({ one, verdict: judge(one, parse(one.text)) }));
  const count = (wanted: Verdict) => verdicts.filter(({ verdict }) => verdict === wanted).length;
  return {
    read: count('read'),
    asked: count('asked'),
    refused: count('refused'),
    wrong: verdicts.filter(({ verdict }) => verdict === 'wrong').map(({ one }) => one.deviation),
  };
}

function canonical(account: ParsedAccount): string {
  const otp = Object.entries(account.otp).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([account.issuer, account.name, otp, account.warnings.toSorted()]);
}
