/**
 * Entries of foreign files into the vault: compared first, with nothing written; then all of it in one change, which can be
 * taken back. Pure but for the vault's own port.
 */
import { type Result, fail, ok } from '@/lib/errors';
import type { ImportChoice, ImportPreview, ImportRow, ImportState } from '@/lib/messages/import-protocol';
import type { Request, Response } from '@/lib/messages/protocol';
import type { ImportedEntry } from '@/lib/transfer/file-format';
import type { Account, RecoveryCode, VaultContent } from '@/lib/vault/account';
import { editedAccount } from '@/lib/vault/history';
import { trashDays } from '@/lib/vault/trash';
import { createMatcher, isOtherOtp, keyOf, markOf, newSites, usualChoice } from './import-match';
import type { WalkPorts } from './ports';

type Ports = Pick<WalkPorts, 'vault' | 'clock' | 'newId'>;

const dayMs = 86_400_000;

export async function previewImport(
  { vault }: Ports,
  entries: readonly ImportedEntry[],
): Promise<Result<ImportPreview>> {
  const content = await vault.content();
  return content.ok ? ok(compare(content.value, entries)) : content;
}

function compare({ accounts, trash }: VaultContent, entries: readonly ImportedEntry[]): ImportPreview {
  const match = createMatcher(accounts);
  const trashed = trashedByKey(trash);
  const texts = new Set<string>();
  const found = new Set<string>();
  const compared = entries.map((entry): { readonly row: ImportRow; readonly mark: string } => {
    const text = JSON.stringify([entry.issuer, entry.name, entry.otp]);
    if (texts.has(text)) return { row: { status: 'same', twice: true }, mark: 'same' };
    texts.add(text);
    const matched = match(entry);
    if (matched === null) {
      const old = trashed.get(keyOf(entry.otp) ?? '');
      return old
        ? { row: { status: 'new', fromTrash: true }, mark: `trash ${old.id}` }
        : { row: { status: 'new' }, mark: 'new' };
    }
    const { account, fields } = matched;
    if (!fields.includes('secret')) found.add(account.id);
    if (fields.length === 0) return { row: { status: 'same' }, mark: 'same' };
    const here = { issuer: account.issuer, name: account.name };
    return { row: { status: 'changed', fields, here, usual: usualChoice(fields) }, mark: markOf(matched) };
  });
  const hereOnly = accounts.filter(({ id }) => !found.has(id)).map(({ issuer, name }) => ({ issuer, name }));
  return { rows: compared.map(({ row }) => row), seen: compared.map(({ mark }) => mark), hereOnly };
}

/**
 * The choices are of the preview that the person saw. Where the vault has changed since, what is the same by now stays; what would be
 * compared with something else than was shown is left, and told.
 */
export async function commitImport(
  { vault, clock, newId }: Ports,
  { entries, choices, seen }: Request<'import.commit'>,
): Promise<Result<Response<'import.commit'>>> {
  const nowMs = clock.now();
  let done: Response<'import.commit'> = { added: 0, changed: 0, meanwhile: [] };
  const written = await vault.update(
    (content) => {
      const now = compare(content, entries);
      const isWanted = (index: number) =>
        now.rows[index]?.status !== 'same' && (choices[index] ?? 'leave') !== 'leave';
      const meanwhile = [...entries.keys()].filter(
        (index) => isWanted(index) && seen[index] !== now.seen[index],
      );
      const left = new Set(meanwhile);
      const agreed = choices.map((choice, index) => (left.has(index) ? 'leave' : choice));
      const after = withEntries(content, entries, agreed, now.rows, { nowMs, newId });
      const record = after === content ? undefined : after.lastImport;
      done = { added: record?.added.length ?? 0, changed: record?.before.length ?? 0, meanwhile };
      return after;
    },
    { reason: 'import' },
  );
  return written.ok ? ok(done) : written;
}

/** Without those that have no code: nothing says that two of them are one. */
function trashedByKey(trash: VaultContent['trash'] = []): ReadonlyMap<string, Account> {
  const byKey = new Map<string, Account>();
  for (const { account } of trash) {
    const key = keyOf(account.otp);
    if (key !== null) byKey.set(key, account);
  }
  return byKey;
}

interface Making {
  readonly nowMs: number;
  readonly newId: () => string;
}

function withEntries(
  content: VaultContent,
  entries: readonly ImportedEntry[],
  choices: readonly ImportChoice[],
  rows: readonly ImportRow[],
  making: Making,
): VaultContent {
  const match = createMatcher(content.accounts);
  const trashed = trashedByKey(content.trash);
  const taken = new Map<string, { readonly before: Account; readonly after: Account }>();
  const added: Account[] = [];
  const ids = new Set(content.accounts.map(({ id }) => id));
  // What stays in the trash keeps its identifier.
  const inTrash = new Set((content.trash ?? []).map(({ account }) => account.id));
  for (const [index, entry] of entries.entries()) {
    const row = rows[index];
    const choice = choices[index] ?? 'leave';
    if (!row || row.status === 'same' || choice === 'leave') continue;
    const matched = row.status === 'changed' && choice === 'take' ? match(entry) : null;
    if (matched) {
      const { id } = matched.account;
      const before = taken.get(id)?.before ?? matched.account;
      taken.set(id, { before, after: takeOver(taken.get(id)?.after ?? before, entry, making.nowMs) });
    } else {
      const old = trashed.get(keyOf(entry.otp) ?? '');
      const account =
        old && !ids.has(old.id)
          ? takeOver(old, entry, making.nowMs)
          : newAccount(entry, (id) => ids.has(id) || inTrash.has(id), making);
      ids.add(account.id);
      added.push(account);
    }
  }
  if (added.length === 0 && taken.size === 0) return content;
  const back = new Set(added.map(({ id }) => id));
  return {
    ...content,
    accounts: [...content.accounts.map((account) => taken.get(account.id)?.after ?? account), ...added],
    ...(content.trash ? { trash: content.trash.filter(({ account }) => !back.has(account.id)) } : {}),
    lastImport: {
      atMs: making.nowMs,
      added: [...back],
      before: [...taken.values()].map(({ before }) => before),
    },
  };
}

function newAccount(
  entry: ImportedEntry,
  isTaken: (id: string) => boolean,
  { nowMs, newId }: Making,
): Account {
  if (entry.account) {
    const { id } = entry.account;
    return isTaken(id) ? { ...entry.account, id: newId() } : entry.account;
  }
  const { issuer, name, otp, note, tags, pinned, suggestedSites, recoveryCodes, expiresAtMs, token } = entry;
  return {
    id: newId(),
    issuer,
    name,
    otp,
    sites: [],
    confirmed: false,
    createdAtMs: nowMs,
    ...(note === undefined ? {} : { note }),
    ...(tags === undefined ? {} : { tags }),
    ...(pinned ? { pinned } : {}),
    ...(suggestedSites === undefined ? {} : { suggestedSites }),
    ...(recoveryCodes === undefined ? {} : { recoveryCodes }),
    ...(expiresAtMs === undefined ? {} : { expiresAtMs }),
    ...(token === undefined ? {} : { token }),
  };
}

/** The file's names, codes and note; of all else, both. A counter never goes back. What was here is in the history. */
function takeOver(account: Account, entry: ImportedEntry, nowMs: number): Account {
  const { issuer, name, otp, note } = entry;
  const tags = [...new Set([...(account.tags ?? []), ...(entry.tags ?? [])])];
  const edited = editedAccount(
    account,
    {
      issuer: issuer || account.issuer,
      name: name || account.name,
      otp: withLaterCounter(otp, account.otp),
      ...(note === undefined ? {} : { note }),
      ...(tags.length === 0 ? {} : { tags }),
    },
    nowMs,
    'import',
  );
  const sites = [...(account.suggestedSites ?? []), ...newSites(entry, account)];
  const codes = withCodes(account.recoveryCodes ?? [], entry.recoveryCodes ?? []);
  return {
    ...edited,
    confirmed: account.confirmed && !isOtherOtp(otp, account.otp),
    ...(entry.pinned ? { pinned: true as const } : {}),
    ...(sites.length > 0 ? { suggestedSites: sites } : {}),
    ...(codes.length > 0 ? { recoveryCodes: codes } : {}),
  };
}

function withLaterCounter(otp: ImportedEntry['otp'], here: Account['otp']): Account['otp'] {
  const isSame = otp.kind === 'hotp' && here.kind === 'hotp' && otp.secret === here.secret;
  return isSame ? { ...otp, counter: Math.max(otp.counter, here.counter) } : otp;
}

function withCodes(ours: readonly RecoveryCode[], theirs: readonly RecoveryCode[]): readonly RecoveryCode[] {
  const known = new Set(ours.map(({ value }) => value));
  return [...ours, ...theirs.filter(({ value }) => !known.has(value))];
}

export async function importState({ vault, clock }: Ports): Promise<Result<ImportState>> {
  const content = await vault.content();
  if (!content.ok) return content;
  const { lastImport: last } = content.value;
  const isLate = !last || !isRecent(last.atMs, clock.now());
  return ok({
    last: isLate ? null : { atMs: last.atMs, added: last.added.length, changed: last.before.length },
  });
}

function isRecent(atMs: number, nowMs: number): boolean {
  return nowMs - atMs < trashDays * dayMs;
}

/**
 * Touches what the import touched, and nothing else, whatever happened since. What it brought goes to the trash, from where
 * it can come back; what it changed has its earlier names and codes again, but for what was edited since, and for a counter,
 * which never goes back.
 */
export async function undoImport({
  vault,
  clock,
}: Ports): Promise<Result<{ removed: number; putBack: number }>> {
  const nowMs = clock.now();
  let done: { removed: number; putBack: number } | null = null;
  const written = await vault.update(
    (content) => {
      const { lastImport: last, ...rest } = content;
      if (!last || last.atMs === 0 || !isRecent(last.atMs, nowMs)) return content;
      const added = new Set(last.added);
      const before = new Map(last.before.map((account) => [account.id, account]));
      const gone = content.accounts.filter(({ id }) => added.has(id));
      const left = content.accounts.filter(({ id }) => !added.has(id));
      done = { removed: gone.length, putBack: left.filter(({ id }) => before.has(id)).length };
      return {
        ...rest,
        // A field that is missing would be taken for forgotten, and kept.
        lastImport: { atMs: 0, added: [], before: [] },
        accounts: left.map((account) => asBefore(account, before.get(account.id), last.atMs, nowMs)),
        trash: [...(content.trash ?? []), ...gone.map((account) => ({ account, deletedAtMs: nowMs }))],
      };
    },
    { reason: 'delete' },
  );
  if (!written.ok) return written;
  return done ? ok(done) : fail('import-gone');
}

/** A field that the person changed since is theirs, and stays. */
function asBefore(
  account: Account,
  before: Account | undefined,
  importedAtMs: number,
  nowMs: number,
): Account {
  if (!before) return account;
  const { issuer, name, otp, note, tags } = before;
  const change = {
    issuer,
    name,
    otp: withLaterCounter(otp, account.otp),
    note: note ?? null,
    tags: tags ?? null,
  };
  const since = (account.history ?? []).filter(({ changedAtMs }) => changedAtMs > importedAtMs);
  const theirs = new Set(since.flatMap((edit) => Object.keys(edit.before)));
  const ours = Object.entries(change).filter(([field]) => !theirs.has(field));
  const edited = editedAccount(account, Object.fromEntries(ours), nowMs, 'import-undone');
  // The key that a site had accepted is back.
  return theirs.has('otp') ? edited : { ...edited, confirmed: account.confirmed || before.confirmed };
}
