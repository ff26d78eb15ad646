import type { Failure } from '@/lib/errors';
import type { MigrationBatch } from '@/lib/otp/google-migration';
import type { ParsedAccount } from '@/lib/otp/otpauth-uri';

/** Good entries and what became of the others, together: one bad row never loses its neighbours. */
export interface ReadAccounts {
  readonly entries: readonly ParsedAccount[];
  /** One for each entry left out. */
  readonly problems: readonly Failure[];
  /** Which part of a larger export this is, when the format says so. */
  readonly batch?: MigrationBatch;
}

/**
 * One row of the registry: a foreign format, told by its own marks and read without anything from the person.
 */
export interface ImportFormat {
  readonly id: string;
  /** Cheap, and true only for texts that `read` is the right reader of. */
  readonly recognises: (text: string) => boolean;
  /** Never throws. `pin`: what the person typed for an account that needs one, and is alone in its text. */
  readonly read: (text: string, pin?: string | null) => ReadAccounts;
}
