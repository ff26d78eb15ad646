/** The part of the protocol about files of other programs. They are read in the import page; what they hold is compared and written here. */
import type { ImportedEntry } from '@/lib/transfer/file-format';

/** What an entry would change of the account that is here. */
export type ImportField =
  | 'issuer'
  | 'name'
  /** Hash, digits, period, PIN. */
  | 'codes'
  /** Further on than here. */
  | 'counter'
  /** The same names, another key. */
  | 'secret'
  | 'note'
  | 'tags'
  | 'pinned'
  | 'sites'
  | 'recovery';

/** Of one entry, in the order in which they were sent. */
export type ImportRow =
  | { readonly status: 'new'; /** It comes back as it was. */ readonly fromTrash?: true }
  /** Here already, or twice among the entries. */
  | { readonly status: 'same'; readonly twice?: true }
  | {
      readonly status: 'changed';
      readonly fields: readonly ImportField[];
      readonly here: { readonly issuer: string; readonly name: string };
      readonly usual: ImportChoice;
    };

/** `take`: the file's values in the place of ours. `both`: an account of its own. `leave`: nothing. */
export type ImportChoice = 'take' | 'both' | 'leave';

export interface ImportPreview {
  readonly rows: readonly ImportRow[];
  /** Of each row, a mark of what it was compared with: sent back with the choices, so that they are of what the person saw. */
  readonly seen: readonly string[];
  /** Accounts that none of the entries is. */
  readonly hereOnly: readonly { readonly issuer: string; readonly name: string }[];
}

export interface ImportState {
  /** The last import, while it can be taken back. */
  readonly last: { readonly atMs: number; readonly added: number; readonly changed: number } | null;
}

export interface ImportProtocol {
  'import.state': { request: null; response: ImportState };
  /** Nothing is written. */
  'import.preview': { request: { entries: readonly ImportedEntry[] }; response: ImportPreview };
  /**
   * All of it in one write; the state before is kept. `choices`: one for each entry; of a new one, `leave` or anything else. `seen`
   * as previewed: `meanwhile` are the entries, by their place, that would be compared with something else by now, and were left.
   */
  'import.commit': {
    request: {
      entries: readonly ImportedEntry[];
      choices: readonly ImportChoice[];
      seen: readonly string[];
    };
    response: { readonly added: number; readonly changed: number; readonly meanwhile: readonly number[] };
  };
  /** What the last import brought goes to the trash, what it changed is as before. */
  'import.undo': { request: null; response: { readonly removed: number; readonly putBack: number } };
}
