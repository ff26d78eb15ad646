import type { Failure } from '@/lib/errors';
import type { ParsedAccount } from '@/lib/otp/otpauth-uri';
import type { ImportFormat } from '@/lib/transfer/format';
import { googleExport } from '@/lib/transfer/google-export';
import { otpauthAddress } from '@/lib/transfer/otpauth-address';

/**
 * A text with an address on each line (Aegis, Ente, WinAuth and most others write one). Blank lines are
 * skipped, and so are comments, which start with `#` or `//`; any other line that is no account is a problem
 * whose details hold its `line`, counted from 1.
 */
export const otpauthList: ImportFormat = {
  id: 'otpauth-list',
  recognises: (text) => /^[\t \ufeff]*(?:(?:apple-)?otpauth(?:-migration)?|motp):/im.test(text),
  read: (text) => {
    const entries: ParsedAccount[] = [];
    const problems: Failure[] = [];
    for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
      // `trim` also takes the byte-order mark that Windows tools write.
      const address = line.trim();
      if (address === '' || address.startsWith('#') || address.startsWith('//')) continue;
      const read = (googleExport.recognises(address) ? googleExport : otpauthAddress).read(address);
      entries.push(...read.entries);
      problems.push(...read.problems.map((problem) => atLine(problem, index + 1)));
    }
    return { entries, problems };
  },
};

function atLine(problem: Failure, line: number): Failure {
  return { code: problem.code, details: { ...problem.details, line: String(line) } };
}
