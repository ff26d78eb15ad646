/** Files of formats that no real one is at hand for, written here from what is published of them. */

export interface MadeFile {
  readonly name: string;
  /** `FileFormat.id`. */
  readonly format: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly password?: string;
  /** As `rowOf` of ../corpus writes them. */
  readonly rows: readonly string[];
  /** Codes of the entries left out, in order. */
  readonly problems?: readonly string[];
  /** Codes of what is said of the file. */
  readonly notes?: readonly string[];
}

export function bytesOf(content: unknown): Uint8Array<ArrayBuffer> {
  if (content instanceof Uint8Array) return new Uint8Array(content);
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return new TextEncoder().encode(text);
}

/** RFC 4226's key, in Base32, in hexadecimal, and as text. */
export const seed = {
  base32: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
  hex: '3132333435363738393031323334353637383930',
  text: '12345678901234567890',
} as const;

export const address = `otpauth://totp/Acme:alice?secret=${seed.base32}&issuer=Acme&algorithm=SHA256&digits=8&period=60`;
export const addressRow = `totp|Acme|alice|${seed.base32}|SHA256|8|60`;
