/**
 * Every foreign file that Seconde reads, as a table in the order of recognition: marks of bytes first, then shapes of JSON,
 * roots of XML, headers of CSV, lines of addresses, and last what has no mark and needs a person's word. A new format is a
 * new file and a new row.
 */
import type { FileFormat, SeenFile } from './file-format';
import { aegis } from './formats/aegis';

export const fileFormats: readonly FileFormat[] = [aegis];

/** The row that reads this file, or `null`: it is none of ours to guess at. */
export function recogniseFile(file: SeenFile): FileFormat | null {
  return fileFormats.find((format) => format.recognises(file)) ?? null;
}
