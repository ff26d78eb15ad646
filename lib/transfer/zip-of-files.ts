import type { MigrationBatch } from '@/lib/otp/google-migration';
import { failure } from '@/lib/errors';
import { displayText } from '@/lib/otp/display-text';
import type { EntryProblem, FileNote, ImportedEntry, ReadTools, SeenFile } from './file-format';
import type { FileAnswer, GivenAnswers } from './read-given';

type ReadOne = (
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  answers: GivenAnswers,
  tools: ReadTools,
) => Promise<FileAnswer>;

/** Closed files of one zip that are opened: each may take its key derivation's whole time. */
const mostClosed = 10;

/** What no export is: folders' own files of operating systems, and zips in zips. */
const passedOver = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)|\.zip$/i;

/**
 * A zip of exports or pictures: each member that is known is read with the same password, and all of them are one. Members
 * that are nothing we know are passed over; with none that is known, the zip is not either.
 */
export async function readZipOfFiles(
  seen: SeenFile,
  answers: GivenAnswers,
  tools: ReadTools,
  readOne: ReadOne,
): Promise<FileAnswer> {
  const { openZip } = await import('./zip');
  const zip = openZip(seen.bytes, tools.limits);
  if (!zip.ok) return { kind: 'failed', format: 'ZIP', failure: zip.failure };
  if (zip.value.isClosed && answers.secret === null) return asksPassword(false);
  const members = zip.value.members.filter(({ isFolder, name }) => !isFolder && !passedOver.test(name));
  const entries: ImportedEntry[] = [];
  const problems: EntryProblem[] = [];
  const notes: FileNote[] = [];
  const batches: MigrationBatch[] = [];
  let known = 0;
  let closed = 0;
  for (const [index, member] of members.entries()) {
    tools.progress(index, members.length);
    const bytes = await zip.value.read(member, answers.secret, tools.signal);
    if (!bytes.ok) {
      if (bytes.failure.code === 'file-key-wrong') return asksPassword(answers.secret !== null);
      problems.push({ where: displayText(member.name), failure: bytes.failure });
      continue;
    }
    // The bytes may be a window on those of the zip.
    const quiet = { ...tools, progress: () => undefined };
    const secret = closed < mostClosed ? answers.secret : null;
    const given = { ...answers, secret, formatId: null };
    const answer = await readOne(member.name, bytes.value.slice(), given, quiet);
    if (answer.kind === 'secret') {
      if (closed < mostClosed) return answer;
      problems.push({ where: displayText(member.name), failure: failure('file-cost') });
    } else if (answer.kind === 'read') {
      known += 1;
      closed += Number(answer.closed);
      const { length } = answer.file.entries;
      if (entries.length + length > tools.limits.entries) {
        const why = failure('file-too-many', { count: String(length) });
        problems.push({ where: displayText(member.name), failure: why });
        continue;
      }
      entries.push(...answer.file.entries);
      problems.push(...answer.file.problems);
      notes.push(...answer.file.notes);
      batches.push(...(answer.file.batches ?? []));
    } else if (
      answer.kind === 'failed' &&
      answer.failure.code !== 'qr-none' &&
      answer.failure.code !== 'file-empty'
    )
      problems.push({ where: displayText(member.name), failure: answer.failure });
    if (problems.length > tools.limits.entries) break;
  }
  if (known === 0 && problems.length === 0) return { kind: 'unknown', possible: [] };
  const file = { entries, problems, notes, ...(batches.length > 0 ? { batches } : {}) };
  return { kind: 'read', format: 'ZIP', formatId: 'zip', closed: zip.value.isClosed, file };
}

function asksPassword(wrong: boolean): FileAnswer {
  return { kind: 'secret', format: 'ZIP', secret: 'password', hint: '', memoryMiB: 0, wrong };
}
