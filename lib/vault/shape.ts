import { bytesFromBase64Url } from '@/lib/crypto/bytes';

/** An object with all of `required`, perhaps some of `optional`, and nothing else. */
export function hasExactly(
  value: unknown,
  required: readonly string[],
  optional: readonly string[] = [],
): value is Record<string, unknown> {
  if (!isRecord(value)) return false;
  const keys = Object.keys(value);
  return (
    required.every((key) => Object.hasOwn(value, key)) &&
    keys.every((key) => required.includes(key) || optional.includes(key))
  );
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9A-Za-z_-]{1,64}$/.test(value);
}

/** Text of at most so many UTF-16 units, all of it in pairs where pairs are due: anything else has no UTF-8. */
export function isShortText(maximum: number, value: unknown): value is string {
  return typeof value === 'string' && value.length <= maximum && value.isWellFormed();
}

export function isWholeFrom(minimum: number, value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= minimum;
}

/** Base64url text of exactly this many bytes. */
export function isBytesText(length: number, value: unknown): value is string {
  return typeof value === 'string' && hasTextLength(length, value) && bytesFromBase64Url(value) !== null;
}

/** The length that base64url text of so many bytes has; says nothing of its letters. */
export function hasTextLength(bytes: number, text: string): boolean {
  return text.length === Math.ceil((bytes * 4) / 3);
}
