/**
 * One file as a person gives it, from its bytes to entries, or to what has to be asked first: a picture with QR codes, a file
 * of the registry, a zip of either. Runs in the worker of the import page; stores nothing.
 */
import { type Failure, failure } from '@/lib/errors';
import { readPictureTexts } from './picture-texts';
import type { FileFormat, FileNeeds, ReadFile, ReadTools, SeenFile } from './file-format';
import { fileFormats, possibleFormats, recogniseFile } from './file-registry';
import { isPicture } from './picture-marks';
import { seeFile } from './see-file';
import { readZipOfFiles } from './zip-of-files';

/** What the person said so far. */
export interface GivenAnswers {
  /** What they said the file is, where it has no mark (`FileFormat.id`). */
  readonly formatId: string | null;
  readonly secret: string | null;
  /** The memory for a key derivation that they agreed to; absent: to none beyond what a computer spares without a word. */
  readonly agreedMiB?: number;
}

export type FileAnswer =
  | {
      readonly kind: 'read';
      /** Of the format; '' for a picture and for a zip of files. */
      readonly format: string;
      readonly formatId: string;
      /** It was opened with a password or key: what is left of it gives nothing away. */
      readonly closed: boolean;
      readonly file: ReadFile;
    }
  | {
      readonly kind: 'secret';
      readonly format: string;
      readonly secret: 'password' | 'key';
      readonly hint: string;
      /** Of the key derivation, where it is more than a computer spares without a word; else 0. */
      readonly memoryMiB: number;
      readonly wrong: boolean;
    }
  | { readonly kind: 'unknown'; readonly possible: readonly { readonly id: string; readonly name: string }[] }
  | { readonly kind: 'failed'; readonly format: string; readonly failure: Failure };

/** Above it, the person is asked before the key is derived. */
const quietMemoryMiB = 256;

export async function readGiven(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  answers: GivenAnswers,
  tools: ReadTools,
): Promise<FileAnswer> {
  if (bytes.length > tools.limits.fileBytes) return failed('', failure('file-too-large'));
  if (bytes.length === 0) return failed('', failure('file-empty'));
  if (isPicture(bytes)) return readPicture(bytes, tools);
  const seen = seeFile(name, bytes, tools.limits);
  const format = formatOf(seen, answers);
  if (format !== null) return readAs(format, seen, answers, tools);
  if (seen.zipNames !== null) return readZipOfFiles(seen, answers, tools, readGiven);
  if (bytes.length > tools.limits.textBytes) return failed('', failure('file-too-large'));
  return { kind: 'unknown', possible: possibleFormats(seen).map(({ id, name }) => ({ id, name })) };
}

function formatOf(seen: SeenFile, { formatId }: GivenAnswers): FileFormat | null {
  return fileFormats.find(({ id }) => id === formatId) ?? recogniseFile(seen);
}

async function readAs(
  format: FileFormat,
  seen: SeenFile,
  { secret, agreedMiB = 0 }: GivenAnswers,
  tools: ReadTools,
): Promise<FileAnswer> {
  const needs = format.needs(seen);
  if (!needs.ok) return failed(format.name, needs.failure);
  const isAsked = needs.value.secret !== 'nothing';
  if (isAsked && secret === null && !needs.value.optional) return asks(format, needs.value, false);
  // A password given for one file of a zip is no word about the cost of the next.
  const isCostly = (needs.value.memoryMiB ?? 0) > Math.max(quietMemoryMiB, agreedMiB);
  if (isAsked && secret !== null && isCostly) return asks(format, needs.value, false);
  const read = await format.read(seen, isAsked ? secret : null, tools);
  if (!read.ok) {
    const isWrong =
      isAsked && (read.failure.code === 'file-key-wrong' || read.failure.code === 'file-key-malformed');
    return isWrong ? asks(format, needs.value, secret !== null) : failed(format.name, read.failure);
  }
  if (isEmpty(read.value)) return failed(format.name, failure('file-empty'));
  return {
    kind: 'read',
    format: format.name,
    formatId: format.id,
    closed: isAsked && secret !== null,
    file: read.value,
  };
}

function asks(format: FileFormat, { secret, hint, memoryMiB }: FileNeeds, wrong: boolean): FileAnswer {
  return {
    kind: 'secret',
    format: format.name,
    secret: secret === 'key' ? 'key' : 'password',
    hint: hint ?? '',
    memoryMiB: memoryMiB !== undefined && memoryMiB > quietMemoryMiB ? memoryMiB : 0,
    wrong,
  };
}

async function readPicture(bytes: Uint8Array<ArrayBuffer>, tools: ReadTools): Promise<FileAnswer> {
  const texts = await tools.readQr(bytes);
  if (texts.length === 0) return failed('', failure('qr-none'));
  const file = await readPictureTexts(texts, tools);
  return { kind: 'read', format: '', formatId: 'picture', closed: false, file };
}

function isEmpty({ entries, problems }: ReadFile): boolean {
  return entries.length + problems.length === 0;
}

function failed(format: string, failure: Failure): FileAnswer {
  return { kind: 'failed', format, failure };
}
