/**
 * lib/transfer/writers: accounts out, a file of this folder for each foreign format. Pure: accounts in, texts out; nothing here
 * stores, asks or shows. What comes out of most of them is clear text that opens every account in it: who calls them has
 * asked the person first, and reads back what they wrote before it is handed over (read-back.ts).
 */
import type { KeptOtp, NoCode, OtpParameters } from '@/lib/otp/parameters';

/** An account as it leaves the vault. */
export interface ExportedAccount {
  readonly issuer: string;
  readonly name: string;
  readonly otp: OtpParameters | NoCode | KeptOtp;
  readonly note?: string;
  readonly tags?: readonly string[];
  readonly pinned?: true;
  /** Origins that the account is tied to. */
  readonly sites?: readonly string[];
  /** As the site wrote them; those that were used are left out. */
  readonly recoveryCodes?: readonly string[];
  /** It has an end, or what to do then. */
  readonly hasDates?: true;
}

/** An account whose codes are computed here. */
export type ComputedAccount = ExportedAccount & { readonly otp: OtpParameters };
/** One that Seconde only keeps: it leaves as it came. */
export type KeptAccount = ExportedAccount & { readonly otp: KeptOtp };
/** An account that can be written down. */
export type WritableAccount = ComputedAccount | KeptAccount;

export const leftOutReasons = [
  'no-code',
  'kind',
  'algorithm',
  'digits',
  'period',
  'secret',
  'too-long',
] as const;
/** Why a format cannot carry an account at all. */
export type LeftOutReason = (typeof leftOutReasons)[number];

export const lostParts = ['note', 'tags', 'some-tags', 'pinned', 'sites', 'recovery-codes', 'dates'] as const;
/** What a format leaves behind of an account that it carries. */
export type LostPart = (typeof lostParts)[number];

export const exportIds = [
  'otpauth-list',
  'aegis',
  'aegis-encrypted',
  '2fas',
  '2fas-encrypted',
  'bitwarden',
  'google-migration',
  'paper',
] as const;
export type ExportId = (typeof exportIds)[number];

export interface WriteTools {
  readonly nowMs: number;
  /** UUIDs. */
  readonly newId: () => string;
  /** Of a format that is closed with one. */
  readonly password: string;
}

export interface ExportFormat {
  readonly id: ExportId;
  /** Closed with a password of its own: everything else is clear text. */
  readonly isClosed: boolean;
  /** `qr`: texts to be shown as QR codes; `paper`: addresses, one an account. */
  readonly shape: 'file' | 'qr' | 'paper';
  /** Without a dot; of files. */
  readonly extension: string;
  readonly leavesOut: (account: ComputedAccount) => LeftOutReason | null;
  /** Whether what is only kept can leave in this format, unchanged. */
  readonly takesKept: (kept: KeptOtp) => boolean;
  readonly carries: ReadonlySet<LostPart>;
  /** One text for a file, several for QR codes. Accounts that it leaves out must not be among them. */
  readonly write: (accounts: readonly WritableAccount[], tools: WriteTools) => Promise<readonly string[]>;
}
