/** Preferences of an Android app, as taken from a rooted phone: `<map>` with a `<string name="…">` for each. */
import { type Result, fail, ok } from '@/lib/errors';
import type { SeenFile } from './file-format';
import { parseXml } from './xml';

/** Whether a file is one, and has this name somewhere in it. */
export function hasPreference({ xmlRoot, text }: SeenFile, name: string): boolean {
  return xmlRoot === 'map' && (text ?? '').includes(name);
}

/** The texts by their names, in the order of the file. */
export function readPreferences(text: string | null): Result<ReadonlyMap<string, string>> {
  const root = parseXml(text ?? '');
  if (!root.ok) return root;
  if (root.value.name !== 'map') return fail('file-malformed');
  const strings = root.value.children.filter(({ name }) => name === 'string');
  return ok(new Map(strings.map((one) => [one.attributes.get('name') ?? '', one.text])));
}
