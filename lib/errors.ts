/**
 * Every failure a person can meet, as one union. `lib` returns failures as values and never throws for them; what is
 * thrown is a programming error. Every code has a sentence in every language (lib/i18n) and a number that stays its own
 * (lib/error-numbers.ts), by type.
 */

export const errorCodes = [
  // reading a QR code
  'qr-none',
  'qr-unreadable',
  'qr-empty',
  'qr-web-address',
  'qr-wifi',
  'qr-microsoft',
  'qr-other-app',
  'qr-passkey',
  'qr-not-an-account',
  'qr-bare-key',
  'qr-series',
  'picture-too-large',
  'picture-unreadable',
  'text-without-key',
  // reading an otpauth: or otpauth-migration: address
  'uri-too-long',
  'uri-malformed',
  'uri-kind-unsupported',
  'uri-two-step',
  'pin-needed',
  'pin-malformed',
  'secret-missing',
  'secret-character',
  'secret-too-long',
  'secret-incomplete',
  'algorithm-unknown',
  'migration-malformed',
  // the page
  'page-protected',
  'page-insecure',
  'page-changed',
  'page-grant-lost',
  'frame-opaque',
  'frame-foreign',
  'field-none',
  'field-unsure',
  'field-hidden',
  'field-occupied',
  'field-refused',
  'codes-none',
  // the vault
  'vault-locked',
  'vault-damaged',
  'vault-newer',
  'vault-unreadable',
  'vault-write-failed',
  'vault-unprotected',
  'vault-rolled-back',
  'vault-smaller',
  'way-last',
  'password-wrong',
  'password-too-short',
  'recovery-code-wrong',
  'recovery-code-malformed',
  'passkey-unknown',
  'passkey-without-prf',
  'passkey-unsupported',
  'passkey-cancelled',
  // a backup file
  'backup-not-ours',
  'backup-truncated',
  'backup-newer',
  'backup-damaged',
  'backup-cost',
  'backup-no-way',
  'backup-not-tested',
  // a file of another maker
  'file-malformed',
  'file-doctype',
  'file-too-large',
  'file-cost',
  'file-key-wrong',
  'file-key-malformed',
  'file-unknown',
  'file-newer',
  'file-no-password',
  'file-too-many',
  'file-empty',
  'import-gone',
  'file-elsewhere',
  'file-pgp',
  'file-cipher',
  'file-app-locked',
  'file-folder',
  'zip-unknown',
  'entry-malformed',
  'pskc-not-one',
  'pskc-empty',
  'pskc-protection',
  'pskc-kind',
  'pskc-format',
  // taking accounts out, and the series of QR codes
  'export-differs',
  'export-forbidden',
  'series-code-wrong',
  'series-code-malformed',
  'series-damaged',
  'series-too-long',
  // an account
  'account-unknown',
  'account-none-here',
  'kind-unknown',
  'account-without-code',
  'clock-too-far',
  'counter-back',
  'proof-needed',
  'edit-gone',
  'site-malformed',
  // the rules of an organisation
  'organisation-disabled',
  'organisation-unreadable',
  'organisation-password',
  'organisation-unattended',
  // the rest
  'gesture-expired',
  'message-refused',
  'internal',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** `details` fill the placeholders of the sentence; never a secret, a code or a whole address. */
export interface Failure {
  readonly code: ErrorCode;
  readonly details?: Readonly<Record<string, string>>;
}

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

export function ok(): Result<void>;
export function ok<T>(value: T): Result<T>;
export function ok<T>(value?: T): Result<T | undefined> {
  return { ok: true, value };
}

export function failure(code: ErrorCode, details?: Readonly<Record<string, string>>): Failure {
  return details ? { code, details } : { code };
}

export function fail(code: ErrorCode, details?: Readonly<Record<string, string>>): Result<never> {
  return { ok: false, failure: failure(code, details) };
}
