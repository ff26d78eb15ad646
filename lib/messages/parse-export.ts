/** Parsers of the messages of lib/messages/export-protocol.ts. */
import type { ExportProtocol } from './export-protocol';
import { proofFrom } from './parse-security';
import type { Proof } from './security-protocol';

type Fields = Readonly<Record<string, unknown>>;
type Parsers = {
  readonly [N in keyof ExportProtocol]: (fields: Fields) => ExportProtocol[N]['request'] | undefined;
};

/** More than any vault holds. */
const mostAccounts = 20_000;

export const exportParsers: Parsers = {
  'export.state': () => null,
  'export.take': (fields) => {
    const taken = takeRequest(fields);
    const { isClosed } = fields;
    return taken && typeof isClosed === 'boolean' ? { ...taken, isClosed } : undefined;
  },
  'export.series': takeRequest,
};

function takeRequest({
  accountIds,
  proof: given,
}: Fields): { accountIds: readonly string[]; proof: Proof } | undefined {
  const proof = proofFrom(given);
  if (proof === undefined || !Array.isArray(accountIds) || accountIds.length > mostAccounts) return undefined;
  return accountIds.length > 0 && accountIds.every(isId) ? { accountIds, proof } : undefined;
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= 100;
}
