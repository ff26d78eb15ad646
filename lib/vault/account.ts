import type { OtpParameters } from '@/lib/otp/parameters';
import type { SenderKeys } from '@/lib/vault/slots';

/** One account: who it is for, how its codes are made, and where they may be typed. */
export interface Account {
  /** UUID. */
  readonly id: string;
  readonly issuer: string;
  readonly name: string;
  readonly otp: OtpParameters;
  /** Origins (`https://host[:port]`, or http on loopback) the person tied to this account; exact, no wildcard. */
  readonly sites: readonly string[];
  /** Registrable domains the person widened it to: every https host under them, by the default port. */
  readonly domains?: readonly string[];
  /** The site accepted a code: seen, or said by the person. */
  readonly confirmed: boolean;
  /** The device name given to the site at enrolment; some sites list it at sign-in. */
  readonly deviceName?: string;
  readonly createdAtMs: number;
  /** Origin of the page that gave the secret; it ties nothing, and tells a second attempt at the same enrolment. */
  readonly enrolledFrom?: string;
  /** Codes that the site gave for the day there is no authenticator, in the site's order. */
  readonly recoveryCodes?: readonly RecoveryCode[];
  /** What it was before the person edited it, oldest first; kept until the next backup. */
  readonly history?: readonly AccountEdit[];
}

/** As the site wrote it; `usedAtMs`: when the person ticked it off. */
export interface RecoveryCode {
  readonly value: string;
  readonly usedAtMs: number | null;
}

/** The fields a person edits. */
export type EditableFields = Pick<Account, 'issuer' | 'name' | 'otp' | 'sites'> & {
  /** `null`: there was none. */
  readonly deviceName: string | null;
};

export interface AccountEdit {
  readonly changedAtMs: number;
  /** The edited fields, as they were. */
  readonly before: Partial<EditableFields>;
}

/** An account taken out of Seconde, kept for 30 days. Never shown among the others, never filled. */
export interface TrashEntry {
  readonly account: Account;
  readonly deletedAtMs: number;
}

/** An absent field is the usual way. */
export interface SiteMemory {
  /** Key of the field they chose there (`Candidate.key` of lib/fields/page-contract). */
  readonly field?: string;
  /** Account they chose where several fit. */
  readonly accountId?: string;
  /** Nothing is ever entered there. */
  readonly never?: boolean;
  /** The code is entered without a gesture. */
  readonly unattended?: boolean;
}

export interface BackupRecord {
  /** `null`: never. */
  readonly lastBackupAtMs: number | null;
  /** Accounts added, edited or taken out since. */
  readonly changesSince: number;
}

/**
 * What the envelope holds. Fields that this version does not know are kept through read, change and write.
 * `accounts` is kept in the order in which it is shown, so that nobody sorts while a person waits.
 */
export interface VaultContent {
  readonly schema: 1;
  readonly accounts: readonly Account[];
  readonly trash?: readonly TrashEntry[];
  readonly backup?: BackupRecord;
  /** What the person chose for a site, by its origin. */
  readonly sites?: Readonly<Record<string, SiteMemory>>;
  /** Hosts (with their ports) that have nothing but `http:` and that the person allowed by name. */
  readonly httpHosts?: readonly string[];
  /** See [Note: Slot box]. What a change makes of it is not stored. */
  readonly senderKeys?: SenderKeys;
}
