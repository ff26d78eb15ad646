/** What a file holds beside one-time codes, said and not taken. */
import type { FileNote } from './file-format';

export function withoutCode(count: number): readonly FileNote[] {
  return count > 0 ? [{ code: 'items-without-code', details: { count: String(count) } }] : [];
}

export function inTrash(count: number): readonly FileNote[] {
  return count > 0 ? [{ code: 'trash-left', details: { count: String(count) } }] : [];
}
