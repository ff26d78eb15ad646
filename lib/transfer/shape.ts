/** Narrowing of what came out of JSON, for readers of foreign files. */

export type Json = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text, or '' for anything else. */
export function textIn(object: unknown, ...names: readonly string[]): string {
  const value = valueIn(object, ...names);
  return typeof value === 'string' ? value : '';
}

/** The value under these names, one inside the other; `undefined` where one is missing. */
export function valueIn(object: unknown, ...names: readonly string[]): unknown {
  let value = object;
  for (const name of names) {
    if (!isObject(value) || !Object.hasOwn(value, name)) return undefined;
    value = value[name];
  }
  return value;
}

export function listIn(object: unknown, ...names: readonly string[]): readonly unknown[] {
  const value = valueIn(object, ...names);
  return Array.isArray(value) ? value : [];
}
