import type { Bytes } from '@/lib/crypto/bytes';
import { utf8 } from '@/lib/crypto/bytes';

/**
 * The one text of a JSON value: RFC 8785 (no white space, keys sorted by UTF-16 unit) without its numbers: only safe
 * integers exist here, so no two implementations can disagree about a float.
 *
 * @throws TypeError for a value JSON cannot hold, or a number that is not a safe integer.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return JSON.stringify(value);
    case 'number':
      if (!Number.isSafeInteger(value))
        throw new TypeError('"value" holds a number that is not a safe integer');
      return String(value === 0 ? 0 : value);
    case 'object':
      if (value === null) return 'null';
      if (Array.isArray(value)) return `[${Array.from(value, (item) => canonicalJson(item)).join(',')}]`;
      return canonicalObject(value as Record<string, unknown>);
    default:
      throw new TypeError(`"value" holds a ${typeof value}`);
  }
}

function canonicalObject(value: Record<string, unknown>): string {
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`);
  return `{${members.join(',')}}`;
}

/** `canonicalJson` in UTF-8: what is authenticated beside a ciphertext. */
export function canonicalBytes(value: unknown): Bytes {
  return utf8(canonicalJson(value));
}
