/** What every reader does with its list: one entry after the other, none at the cost of the others, within the limits. */
import { type Result, failure, ok } from '@/lib/errors';
import { displayText } from '@/lib/otp/display-text';
import type { Attention } from './attention';
import type { EntryProblem, FileNote, ImportedEntry, ReadFile, ReadTools } from './file-format';
import { textIn } from './shape';

/** Far above what a person writes; the vault is written whole at every change. */
const longestNote = 20_000;
const mostTags = 50;

/** An entry as a reader finds it: what is empty is left out of the result. */
export interface FoundEntry {
  readonly issuer: string;
  readonly name: string;
  readonly otp: ImportedEntry['otp'];
  readonly note?: string;
  readonly tags?: readonly string[];
  readonly pinned?: boolean;
  readonly suggestedSites?: readonly string[];
  readonly recoveryCodes?: ImportedEntry['recoveryCodes'];
  readonly expiresAtMs?: number;
  readonly token?: ImportedEntry['token'];
  readonly attention?: readonly Attention[];
}

/** `null`: no entry at all (no code in it), to be passed over without a word. `index` counts from 0. */
export type EntryReader = (entry: unknown, index: number) => Result<FoundEntry | null>;

export interface ReadingOptions {
  readonly notes?: readonly FileNote[];
  /** What to call an entry that cannot be read. */
  readonly where?: (entry: unknown) => string;
  /** Entries of the file that are not in the list, as there were too many already. */
  readonly beyond?: number;
}

/** Calls `read` for each, which may fail but not throw for what an entry holds. */
export function readEntries(
  list: readonly unknown[],
  read: EntryReader,
  tools: ReadTools,
  options: ReadingOptions = {},
): Result<ReadFile> {
  const entries: ImportedEntry[] = [];
  const problems: EntryProblem[] = [];
  for (const [index, entry] of list.entries()) {
    if (index % 256 === 0) {
      tools.signal.throwIfAborted();
      tools.progress(index, list.length);
    }
    if (entries.length + problems.length >= tools.limits.entries) {
      const count = String(list.length - index + (options.beyond ?? 0));
      problems.push({ where: '', failure: failure('file-too-many', { count }) });
      break;
    }
    const found = read(entry, index);
    if (!found.ok)
      problems.push({
        where: displayText((options.where ?? namesOf)(entry)) || `${index + 1}`,
        failure: found.failure,
      });
    else if (found.value !== null) entries.push(importedEntry(found.value));
  }
  return ok({ entries, problems, notes: options.notes ?? [] });
}

export function importedEntry(found: FoundEntry): ImportedEntry {
  const {
    issuer,
    name,
    otp,
    note,
    tags,
    pinned,
    suggestedSites,
    recoveryCodes,
    expiresAtMs,
    token,
    attention,
  } = found;
  const kept = [...new Set((tags ?? []).map(displayText).filter((tag) => tag !== ''))].slice(0, mostTags);
  const nameless: readonly Attention[] = issuer === '' && name === '' ? [{ code: 'name-missing' }] : [];
  const all = [...(attention ?? []), ...nameless];
  return {
    issuer: displayText(issuer),
    name: displayText(name),
    otp,
    ...(note && note.trim() !== '' ? { note: note.toWellFormed().slice(0, longestNote) } : {}),
    ...(kept.length > 0 ? { tags: kept } : {}),
    ...(pinned ? { pinned: true as const } : {}),
    ...(suggestedSites && suggestedSites.length > 0 ? { suggestedSites: [...new Set(suggestedSites)] } : {}),
    ...(recoveryCodes && recoveryCodes.length > 0 ? { recoveryCodes } : {}),
    ...(expiresAtMs === undefined ? {} : { expiresAtMs }),
    ...(token ? { token } : {}),
    ...(all.length > 0 ? { attention: all } : {}),
  };
}

function namesOf(entry: unknown): string {
  return [textIn(entry, 'issuer'), textIn(entry, 'name')].filter((text) => text !== '').join(' · ');
}
