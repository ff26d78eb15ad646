import type { ClockOffset } from '@/lib/clock/offset';
import type { KeptOtp, NoCode, OtpParameters } from '@/lib/otp/parameters';
import type { SenderKeys } from '@/lib/vault/slots';

/** One account: who it is for, how its codes are made, and where they may be typed. */
export interface Account {
  /** UUID. */
  readonly id: string;
  readonly issuer: string;
  readonly name: string;
  readonly otp: OtpParameters | NoCode | KeptOtp;
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
  /** When the issuer lets it end, Unix ms; a reminder comes before. Codes are still made after it. */
  readonly expiresAtMs?: number;
  /** What to do then, in the person's words. */
  readonly renewalNote?: string;
  readonly token?: TokenOrigin;
  /** In the person's words; may hold line breaks. */
  readonly note?: string;
  /** Groups that the person made, in their words; without doubles. */
  readonly tags?: readonly string[];
  /** Shown before the others. */
  readonly pinned?: true;
  /** The picture that the person chose for it, by its name in the set; absent: the one that the issuer's name suggests. */
  readonly mark?: string;
  /** Sites that an imported file named. They tie nothing before the person says yes at the first fill. */
  readonly suggestedSites?: readonly string[];
  /** What it was before the person edited it, oldest first; kept until the next backup. */
  readonly history?: readonly AccountEdit[];
}

/** As the site wrote it; `usedAtMs`: when the person ticked it off. */
export interface RecoveryCode {
  readonly value: string;
  readonly usedAtMs: number | null;
}

/** What the file of an issuer said of the token it describes (RFC 6030 § 4.1, § 4.3.2). */
export interface TokenOrigin {
  readonly manufacturer?: string;
  readonly serial?: string;
  /** The issuer asks for a PIN with this token, which Seconde can neither check nor add. */
  readonly pin?: true;
}

type OptionalEdits = 'deviceName' | 'note' | 'tags' | 'mark' | 'domains' | 'expiresAtMs' | 'renewalNote';

/** The fields whose earlier values are kept. `null`: there was none. */
export type EditableFields = Pick<Account, 'issuer' | 'name' | 'otp' | 'sites' | 'confirmed'> & {
  readonly [K in OptionalEdits]-?: NonNullable<Account[K]> | null;
};

export interface AccountEdit {
  readonly changedAtMs: number;
  /** The edited fields, as they were. */
  readonly before: Partial<EditableFields>;
  /** What changed them where it was not the person, in Seconde. */
  readonly by?: EditedBy;
}

/** An import, its undo, or a copy that took the place of what was here. */
export type EditedBy = 'import' | 'import-undone' | 'restore';

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
  /** The person put the accounts in an order of their own; absent: by issuer and name. */
  readonly order?: 'own';
  readonly trash?: readonly TrashEntry[];
  readonly backup?: BackupRecord;
  /** What the person chose for a site, by its origin. */
  readonly sites?: Readonly<Record<string, SiteMemory>>;
  /** Hosts (with their ports) that have nothing but `http:` and that the person allowed by name. */
  readonly httpHosts?: readonly string[];
  /** By origin: sites whose codes follow the clock of the server, as the person agreed. Of this computer, so in no file. */
  readonly clockOffsets?: Readonly<Record<string, ClockOffset>>;
  /** What the last import did, so that it can be taken back. Of this computer, so in no file. */
  readonly lastImport?: ImportRecord;
  /** See [Note: Slot box]. What a change makes of it is not stored. */
  readonly senderKeys?: SenderKeys;
}

export interface ImportRecord {
  readonly atMs: number;
  /** Ids of the accounts that it brought. */
  readonly added: readonly string[];
  /** Accounts that it changed, as they were before. */
  readonly before: readonly Account[];
}
