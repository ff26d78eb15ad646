/** The files of one import as the page keeps them: what was given, and what became of each. Pure. */
import { type Failure, failure } from '@/lib/errors';
import { type FileNote, type ImportedEntry, importLimits } from '@/lib/transfer/file-format';
import type { FileAnswer } from '@/lib/transfer/read-given';

export interface Given {
  readonly id: number;
  /** '' for what was pasted. */
  readonly name: string;
  readonly content: Blob;
  /** `null`: it is being read, or waits to be. */
  readonly answer: FileAnswer | 'stopped' | null;
  /** From 0 to 1. */
  readonly share: number;
  readonly formatId: string | null;
}

type Read = Extract<FileAnswer, { kind: 'read' }>;

export function readOf({ answer }: Given): Read | null {
  return answer !== null && answer !== 'stopped' && answer.kind === 'read' ? answer : null;
}

export function entriesOf(given: readonly Given[]): readonly ImportedEntry[] {
  return given.flatMap((one) => readOf(one)?.file.entries ?? []);
}

/**
 * What becomes of a file that was read: one that would make more entries than are compared at once is refused, by its name, and the
 * others stay as they are.
 */
export function admitted(before: readonly Given[], id: number, answer: FileAnswer): FileAnswer {
  if (answer.kind !== 'read') return answer;
  const { length } = answer.file.entries;
  const others = entriesOf(before.filter((one) => one.id !== id)).length;
  if (others + length <= importLimits.entries) return answer;
  const why = failure('file-too-many', { count: String(length) });
  return { kind: 'failed', format: answer.format, failure: why };
}

export interface Unread {
  readonly where: string;
  readonly failure: Failure;
}

export function problemsOf(given: readonly Given[]): readonly Unread[] {
  return given.flatMap((one) => readOf(one)?.file.problems ?? []);
}

/** Of the parts of exports among all files, those that are not there. */
export function missingParts(given: readonly Given[]): readonly FileNote[] {
  const exports = new Map<number, { readonly size: number; readonly parts: Set<number> }>();
  for (const { id, index, size } of given.flatMap((one) => readOf(one)?.file.batches ?? [])) {
    const known = exports.get(id) ?? { size, parts: new Set() };
    known.parts.add(index);
    exports.set(id, known);
  }
  return [...exports.values()]
    .filter(({ size, parts }) => parts.size < size)
    .map(({ size, parts }) => ({
      code: 'parts-missing',
      details: { size: String(size), missing: String(size - parts.size) },
    }));
}
