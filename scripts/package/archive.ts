/** Archives that are the same to the byte wherever and whenever they are made from the same files. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';

export interface NamedFile {
  /** With `/` between its parts. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The first moment that a zip file can say. It writes local time, and so it is one. */
const firstMoment = new Date(1980, 0, 1);

/** Files in the order of their names, with one date, and nothing of the system they were on. */
export function archiveOf(files: readonly NamedFile[]): Uint8Array {
  const sorted = files.toSorted((one, other) => (one.path < other.path ? -1 : 1));
  const entries = Object.fromEntries(sorted.map(({ path, bytes }) => [path, bytes]));
  return zipSync(entries, { level: 9, mtime: firstMoment, os: 0 });
}

export function filesUnder(folder: string): NamedFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({
      path: path.slice(folder.length + 1).replaceAll('\\', '/'),
      bytes: readFileSync(path),
    }));
}

/** In the form that `sha256sum --check` reads. */
export function checksumLine(name: string, bytes: Uint8Array): string {
  return `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`;
}
