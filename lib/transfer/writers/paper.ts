import { formatOtpauthUri } from '@/lib/otp/otpauth-format';
import { canonical } from './canonical';
import type { ExportFormat } from './export-format';

/** What a printed QR code may hold to be read again from paper: version 25 or less. */
const mostBytes = 900;

/** A sheet to print: an address an account, for its QR code; the secret and the parameters are written beside it. */
export const paper: ExportFormat = {
  id: 'paper',
  isClosed: false,
  shape: 'paper',
  extension: '',
  leavesOut: (account) =>
    new TextEncoder().encode(formatOtpauthUri(canonical(account))).length > mostBytes ? 'too-long' : null,
  carries: new Set(['recovery-codes', 'note']),
  write: async (accounts) => accounts.map((account) => formatOtpauthUri(canonical(account))),
};
