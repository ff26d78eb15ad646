/** QR texts of Google Authenticator's export, made from nothing but their schema; imports nothing of the product. */

export interface ExportedAccount {
  /** The key itself, as text of one byte a letter. */
  readonly secret: string;
  readonly name: string;
  readonly issuer: string;
}

export interface ExportPart {
  readonly batchId: number;
  /** From 0. */
  readonly index: number;
  readonly size: number;
}

/** `otpauth-migration://offline?data=…` of one part: TOTP, SHA-1, six digits. */
export function exportPart(
  accounts: readonly ExportedAccount[],
  { batchId, index, size }: ExportPart,
): string {
  const entries = accounts.flatMap(({ secret, name, issuer }) => {
    const fields = [
      text(1, secret, 'latin1'),
      text(2, name),
      text(3, issuer),
      number(4, 1),
      number(5, 1),
      number(6, 2),
    ];
    return bytes(1, fields.flat());
  });
  const all = [...entries, ...number(2, 1), ...number(3, size), ...number(4, index), ...number(5, batchId)];
  return `otpauth-migration://offline?data=${encodeURIComponent(Buffer.from(all).toString('base64'))}`;
}

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)];
}

function number(field: number, value: number): number[] {
  return [field << 3, ...varint(value)];
}

function bytes(field: number, content: readonly number[]): number[] {
  return [(field << 3) | 2, ...varint(content.length), ...content];
}

function text(field: number, content: string, encoding: 'utf8' | 'latin1' = 'utf8'): number[] {
  return bytes(field, [...Buffer.from(content, encoding)]);
}
