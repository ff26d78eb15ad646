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
    const answer = await readOne(member.name, bytes.value.slice(), { ...answers, formatId: null }, quiet);
    if (answer.kind === 'secret') return answer;
    if (answer.kind === 'read') {
      known += 1;
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
    if (entries.length + problems.length > tools.limits.entries) {
      problems.push({ where: '', failure: failure('file-too-many', { count: '…' }) });
      break;
    }
  }
  if (known === 0 && problems.length === 0) return { kind: 'unknown', possible: [] };
  const file = { entries, problems, notes, ...(batches.length > 0 ? { batches } : {}) };
  return { kind: 'read', format: 'ZIP', formatId: 'zip', closed: zip.value.isClosed, file };
}

function asksPassword(wrong: boolean): FileAnswer {
  return { kind: 'secret', format: 'ZIP', secret: 'password', hint: '', memoryMiB: 0, wrong };
}
