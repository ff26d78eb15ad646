import { addressOf } from './address';
import type { ExportFormat, WritableAccount } from './export-format';

/** What a printed QR code may hold to be read again from paper: version 25 or less. */
const mostBytes = 900;

/** A sheet to print: an address an account, for its QR code; the secret and the parameters are written beside it. */
export const paper: ExportFormat = {
  id: 'paper',
  isClosed: false,
  shape: 'paper',
  extension: '',
  leavesOut: (account) => (isShort(account) ? null : 'too-long'),
  takesKept: ({ address }) => address !== '' && byteLength(address) <= mostBytes,
  carries: new Set(['recovery-codes', 'note']),
  write: async (accounts) => accounts.map(addressOf),
};

function isShort(account: WritableAccount): boolean {
  return byteLength(addressOf(account)) <= mostBytes;
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
