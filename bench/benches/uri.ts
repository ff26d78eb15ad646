import type { Result } from '@/lib/errors';
import { decodeBase32 } from '@/lib/otp/base32';
import { type DeviationCase, seed } from '@/lib/otp/deviations.cases';
import { allCases, expectedReading, measureDeviations } from '@/lib/otp/deviations.judge';
import { longestUri, type ParsedAccount } from '@/lib/otp/otpauth-uri';
import type { OtpParameters } from '@/lib/otp/parameters';
import { readAccounts } from '@/lib/transfer/registry';

import { atMost, known, quantile, rounded } from '../bench.ts';
import type { BenchResult } from '../bench.ts';
import { foreignTexts } from '../uri/foreign-texts.ts';
import { parseByLibrary } from '../uri/library.ts';

/** As a QR code or a pasted text is read in the product. */
function parseByUs(text: string): Result<ParsedAccount> {
  const read = readAccounts(text);
  const [first] = read.ok ? read.value.entries : [];
  if (first !== undefined) return { ok: true, value: first };
  return read.ok ? { ok: false, failure: { code: 'uri-malformed' } } : read;
}

type LibraryVerdict = 'right' | 'refuses' | 'other codes' | 'other names';

/** The library has no warnings and one failure: it is judged by what its user would get, codes first, then names. */
function judgeLibrary({ text, expected }: DeviationCase): LibraryVerdict {
  const result = parseByLibrary(text);
  if ('refusal' in expected || 'asks' in expected) return result.ok ? 'other codes' : 'right';
  if (!result.ok) return 'refuses';
  const { issuer, name, otp } = expectedReading(expected);
  if (codesOf(result.value.otp) !== codesOf(otp)) return 'other codes';
  return result.value.issuer === issuer && result.value.name === name ? 'right' : 'other names';
}

/** What decides the codes, written in one way: the same key may be written with other bits left over. */
function codesOf({ secret, ...rest }: OtpParameters): string {
  const others = Object.entries(rest).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([[...decodeBase32(secret)], others]);
}

function foreignWrong(): string[] {
  return foreignTexts
    .filter(({ text, refusal, app }) => {
      const read = readAccounts(text);
      return (
        read.ok ||
        read.failure.code !== refusal ||
        (app !== undefined && read.failure.details?.['app'] !== app)
      );
    })
    .map(({ what }) => what);
}

/** Addresses of the greatest length that is read at all, each made to be slow in one place. */
const hostile: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    'parameters without end': '&a=1',
    'escaped ampersands': '&amp;',
    'percent signs': '%',
    'percent-encoded bytes': '%C3%A9',
    'colons in the label': ':',
    spaces: ' ',
    'direction marks': '\u202e',
    'half surrogates': '\ud800',
    digits: '1',
    'key without end': 'A',
  }).map(([what, piece]) => {
    const start = what.startsWith('colons') ? 'otpauth://totp/' : `otpauth://totp/Acme:a?secret=${seed}`;
    return [
      what,
      start + piece.repeat(Math.ceil(longestUri / piece.length)).slice(0, longestUri - start.length),
    ];
  }),
);

function slowest(parse: (text: string) => unknown): { readonly what: string; readonly ms: number } {
  const medians = Object.entries(hostile).map(([what, text]) => {
    const times = Array.from({ length: 15 }, () => {
      const started = performance.now();
      parse(text);
      return performance.now() - started;
    });
    return { what, ms: quantile(times, 0.5) };
  });
  return medians.toSorted((one, other) => other.ms - one.ms)[0] ?? { what: '', ms: 0 };
}

/** How addresses are read that keep to no format, and how long one may keep the reader busy. */
export async function run(): Promise<BenchResult> {
  const ours = measureDeviations(parseByUs);
  const foreign = foreignWrong();
  const library = allCases.map((one) => ({ one, verdict: judgeLibrary(one) }));
  const ofLibrary = (wanted: LibraryVerdict) => library.filter(({ verdict }) => verdict === wanted);
  // Both warmed up by the cases above.
  const our = slowest(parseByUs);
  const their = slowest(parseByLibrary);
  return {
    name: 'uri',
    figures: [
      known('deviations read correctly', ours.read, 'cases'),
      known('deviations left to the person, who has a part to add', ours.asked, 'cases'),
      known('deviations refused with their reason', ours.refused, 'cases'),
      atMost(0, 'deviations read wrong', ours.wrong.length, 'cases'),
      known('texts of other apps named', foreignTexts.length - foreign.length, 'texts'),
      atMost(0, 'texts of other apps not named, or taken for accounts', foreign.length, 'texts'),
      known('otpauth alone: right', ofLibrary('right').length, 'cases'),
      known('otpauth alone: refuses what can be read', ofLibrary('refuses').length, 'cases'),
      known('otpauth alone: makes other codes, without a word', ofLibrary('other codes').length, 'cases'),
      known('otpauth alone: right codes under other names', ofLibrary('other names').length, 'cases'),
      atMost(50, 'slowest hostile address of 16 KiB, median', rounded(our.ms), 'ms'),
      known('otpauth alone: slowest hostile address of 16 KiB, median', rounded(their.ms), 'ms'),
    ],
    details: {
      cases: allCases.length,
      wrong: ours.wrong,
      foreignWrong: foreign,
      libraryOtherCodes: ofLibrary('other codes').map(({ one }) => one.deviation),
      libraryOtherNames: ofLibrary('other names').map(({ one }) => one.deviation),
      slowest: our.what,
      slowestOfLibrary: their.what,
    },
  };
}
