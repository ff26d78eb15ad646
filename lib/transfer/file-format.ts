/**
 * A foreign file: what every reader of lib/transfer/formats and lib/transfer/readers is given, and what it gives back.
 * Readers run in a module worker of the import page (entrypoints/import), so a reader may `import()` what is heavy. They
 * store nothing, ask nobody, and know no clock: what they need is in `ReadTools`.
 */
import type { Failure, Result } from '@/lib/errors';
import type { MigrationBatch } from '@/lib/otp/google-migration';
import type { KeptOtp, NoCode, OtpParameters } from '@/lib/otp/parameters';
import type { Account, RecoveryCode, TokenOrigin } from '@/lib/vault/account';
import type { Attention } from './attention';

/** A file as given, looked at once; every view of it is computed at its first use, and bounded. Made by `seeFile`. */
export interface SeenFile {
  /** Never a reason to recognise anything: people rename. For the person, and for what a reader is asked about. */
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** UTF-8, or UTF-16 with a byte-order mark, without that mark; `null` when it is no text, or more than `limits.textBytes`. */
  readonly text: string | null;
  /** `undefined` when it is none. */
  readonly json: unknown;
  /** Local name of the root element, in whatever namespace; `null` when it is no XML. */
  readonly xmlRoot: string | null;
  /** Cells of the first line that has any, trimmed; `null` when it has fewer than two cells or is no text. */
  readonly csvHeader: readonly string[] | null;
  /** Names in the directory of a zip; `null` when it is none. Their content is read by lib/transfer/zip. */
  readonly zipNames: readonly string[] | null;
}

/** What has to be asked before reading. */
export interface FileNeeds {
  /** `key`: hexadecimal or Base64, as a PSKC file's pre-shared key. */
  readonly secret: 'nothing' | 'password' | 'key';
  /** Memory of the key derivation that the file asks for; above 256 the person is asked first. */
  readonly memoryMiB?: number;
  /** The reader tries without (a default password, say); asked only if that fails with `file-key-wrong`. */
  readonly optional?: true;
  /** What the file itself calls the key or password. */
  readonly hint?: string;
}

/** One row of the registry: one foreign format, in one file. */
export interface FileFormat {
  readonly id: string;
  /** A proper noun, the same in every language: `Aegis`. */
  readonly name: string;
  /** Cheap, and true only for files that this row reads. */
  readonly recognises: (file: SeenFile) => boolean;
  /**
   * Of formats without any mark: whether the file could be one. Asked only of files that no row recognises, so that the
   * person can say what they are; the password then proves it.
   */
  readonly mayBe?: (file: SeenFile) => boolean;
  /**
   * Bounds of the key derivation are checked here and again by the reader: `file-cost` beyond them. What a person cannot
   * open in Seconde fails here, with the sentence that says what to do instead.
   */
  readonly needs: (file: SeenFile) => Result<FileNeeds>;
  /**
   * Never throws for what a file holds. A failure is of the whole file: `file-key-wrong` (asked again), `file-malformed`,
   * `file-cost`, `file-newer`…; one bad entry is a problem beside the others.
   */
  readonly read: (file: SeenFile, secret: string | null, tools: ReadTools) => Promise<Result<ReadFile>>;
}

export interface ReadTools {
  readonly nowMs: number;
  /** Asked between entries by whatever takes long; an aborted read answers nothing (`signal.throwIfAborted()`). */
  readonly signal: AbortSignal;
  readonly progress: (done: number, total: number) => void;
  readonly limits: ImportLimits;
  /** Distinct texts of the QR codes in a picture (PNG, JPEG, WebP, GIF, BMP, SVG…); empty when there are none. */
  readonly readQr: (picture: Uint8Array<ArrayBuffer>) => Promise<readonly string[]>;
}

export interface ImportLimits {
  /** Of a file. */
  readonly fileBytes: number;
  /** Of what is decoded as text, and of a member of a zip after inflating: hardly one is anything else. */
  readonly textBytes: number;
  /** Of everything that a zip inflates to. */
  readonly inflatedBytes: number;
  readonly zipMembers: number;
  /** Entries and problems of one file. What comes after is one problem: `file-too-large`. */
  readonly entries: number;
}

export const importLimits: ImportLimits = {
  fileBytes: 256 * 1024 * 1024,
  textBytes: 64 * 1024 * 1024,
  inflatedBytes: 256 * 1024 * 1024,
  zipMembers: 20_000,
  entries: 20_000,
};

export interface ReadFile {
  readonly entries: readonly ImportedEntry[];
  /** Entries left out, each with its reason. */
  readonly problems: readonly EntryProblem[];
  readonly notes: readonly FileNote[];
  /** Parts of larger exports (Google's QR codes) that were read: whether all are there is seen over all files. */
  readonly batches?: readonly MigrationBatch[];
}

/** Exactly what the file holds of one account. */
export interface ImportedEntry {
  readonly issuer: string;
  readonly name: string;
  readonly otp: OtpParameters | NoCode | KeptOtp;
  readonly note?: string;
  readonly tags?: readonly string[];
  readonly pinned?: true;
  /** Origins (`https://host[:port]`), as `suggestedSite` of ./suggested-site makes them. */
  readonly suggestedSites?: readonly string[];
  readonly recoveryCodes?: readonly RecoveryCode[];
  readonly expiresAtMs?: number;
  readonly token?: TokenOrigin;
  /** Of a backup of Seconde's own: the account as it was there. */
  readonly account?: Account;
  /** What the person should know of this entry before saying yes. */
  readonly attention?: readonly Attention[];
}

export interface EntryProblem {
  /** Issuer and name, name, or line of the entry left out; never its secret. May be ''. */
  readonly where: string;
  readonly failure: Failure;
}

/** What is to be said of the file as a whole; each code has a sentence. */
export interface FileNote {
  readonly code: FileNoteCode;
  readonly details?: Readonly<Record<string, string>>;
}

export type FileNoteCode =
  /** Of an export in parts, {missing} parts of {size} are not among the files. */
  | 'parts-missing'
  /** {count} items hold no one-time code: passwords, notes, cards… They are not taken. */
  | 'items-without-code'
  /** {count} entries were in the trash of the other app. */
  | 'trash-left'
  /** The export says less than the app knew: kind, period or counter are not in files of this version. */
  | 'poor-version'
  /** The *Authenticator* extension: what its own import had changed before, and what to compare. */
  | 'authenticator-damage'
  /** Nothing in the file shows that it was not changed since it was written. */
  | 'unauthenticated';
