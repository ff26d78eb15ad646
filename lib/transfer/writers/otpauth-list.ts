import { addressOf } from './address';
import type { ExportFormat } from './export-format';

/** An address on each line, which most authenticators read. It carries every kind, and nothing beside. */
export const otpauthList: ExportFormat = {
  id: 'otpauth-list',
  isClosed: false,
  shape: 'file',
  extension: 'txt',
  leavesOut: () => null,
  takesKept: ({ address }) => address !== '',
  carries: new Set(),
  write: async (accounts) => [accounts.map((account) => `${addressOf(account)}\n`).join('')],
};
