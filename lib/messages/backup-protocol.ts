/**
 * The part of the protocol that keeps accounts from being lost: trash, backup files, recovery kit, recovery screen, leaving
 * this computer. The text of a backup file is encrypted; what opens it goes with the one request that needs it.
 */
import type { BackupReminder } from '@/lib/vault/reminder';
import type { CandidatePreview, Findings } from '@/lib/vault/findings';

/** What a person types to open a file or an older state. */
export type TypedSecret = { readonly password: string } | { readonly recoveryCode: string };
/** `device`: this browser opens it by itself, as it does a vault without a password. */
export type TypedKey = TypedSecret | { readonly device: true };

/** What a popup says about safety, calmly: nothing of it stands in the way. */
export interface SafetyNotice {
  /** What to say now; `none` also for the week after the person said *not now*. */
  readonly reminder: BackupReminder;
  /** The last automatic copy could not be written. */
  readonly automaticFailed: boolean;
  /** No recovery code was made yet. */
  readonly offerKit: boolean;
}

/** The ways a file opens that a person can use anywhere. */
export type FileWay = 'password' | 'recovery';

export interface BackupState {
  readonly accounts: number;
  /** Of the vault: a backup opens by the same. */
  readonly ways: readonly FileWay[];
  /** A file was seen to open and to hold every account; `null`: never. */
  readonly verifiedAtMs: number | null;
  readonly changesSince: number;
  readonly automatic: {
    readonly on: boolean;
    readonly lastAtMs: number | null;
    readonly failed: boolean;
  };
}

export interface BackupFile {
  readonly fileName: string;
  readonly text: string;
  readonly accounts: number;
}

export interface FileLook {
  readonly savedAt: number;
  /** Empty: nothing a person knows opens it. */
  readonly ways: readonly FileWay[];
}

export interface FileTest {
  readonly savedAt: number;
  readonly accounts: number;
  /** Accounts of the vault that the file lacks, or holds as they were before an edit. 0: the backup counts as verified. */
  readonly missing: number;
}

export interface FilePreview {
  readonly savedAt: number;
  readonly accounts: readonly { readonly issuer: string; readonly name: string; readonly isNew: boolean }[];
  /** Accounts that are here and not in the file; `null` where the vault cannot be looked at. */
  readonly onlyHere: number | null;
}

/** `whole`: the file becomes the vault, with its own ways to open; `replace`, `add`: into the vault that is open. */
export type RestoreMode = 'whole' | 'replace' | 'add';

export interface TrashRow {
  readonly id: string;
  readonly issuer: string;
  readonly name: string;
  readonly deletedAtMs: number;
  readonly daysLeft: number;
}

/** What leaving this computer would find. */
export interface LeaveState {
  readonly accounts: number;
  /** A backup was tested within the last day, and nothing changed since. */
  readonly isBackedUp: boolean;
  /** Names of the files that were written from here; where the person moved them is not known. */
  readonly files: readonly string[];
}

type FileRequest = { text: string; secret: TypedSecret };
type CandidateRequest = { id: string; key: TypedKey };

export interface BackupProtocol {
  'backup.state': { request: null; response: BackupState };
  'backup.write': { request: null; response: BackupFile };
  /** Reads what a file says of itself without a key. */
  'backup.look': { request: { text: string }; response: FileLook };
  'backup.test': { request: FileRequest; response: FileTest };
  'backup.preview': { request: FileRequest; response: FilePreview };
  'backup.restore': {
    request: FileRequest & { mode: RestoreMode };
    response: { readonly accounts: number };
  };
  /** The permission itself is asked by the page, in the person's click. */
  'backup.automatic': { request: { on: boolean }; response: null };
  'backup.not-now': { request: null; response: null };
  'trash.list': { request: null; response: readonly TrashRow[] };
  'trash.restore': { request: { accountId: string }; response: null };
  /** For good; `null`: all of it. */
  'trash.empty': { request: { accountId: string | null }; response: null };
  'recovery.findings': { request: null; response: Findings };
  'recovery.preview': { request: CandidateRequest; response: CandidatePreview };
  'recovery.restore': { request: CandidateRequest; response: CandidatePreview };
  'recovery.export': {
    request: { id: string };
    response: { readonly fileName: string; readonly text: string };
  };
  'leave.state': { request: null; response: LeaveState };
  /** `withoutBackup`: the person typed that none is wanted. Answers the files that remain. */
  'leave.now': { request: { withoutBackup: boolean }; response: { readonly files: readonly string[] } };
}
