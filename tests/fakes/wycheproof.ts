import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../../shared/samples/vectors/wycheproof');

export interface WycheproofFile<Group, Case> {
  readonly testGroups: readonly (Group & { readonly tests: readonly Case[] })[];
}

/** A file of C2SP/wycheproof testvectors_v1, read in place; `null`, and a printed line, where it is absent. */
export function wycheproof<Group, Case>(name: string): WycheproofFile<Group, Case> | null {
  const path = join(folder, name);
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8'));
  process.stdout.write(`skipped: Wycheproof vectors, as ${path} is absent\n`);
  return null;
}

export function fromHex(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(text, 'hex'));
}
