/**
 * One field of a Protocol Buffers message: `value` is a number for wire types 0, 1 and 5, and bytes for wire
 * type 2.
 */
export interface ProtobufField {
  readonly number: number;
  /** Unsigned 64 bits, or the bytes. */
  readonly value: bigint | Uint8Array;
}

/**
 * The fields of a message in the order written, known to the caller or not; `null` when the bytes are no such
 * message. Encoding: protobuf.dev/programming-guides/encoding. Groups (wire types 3 and 4, long deprecated)
 * are not read. Every length is checked against what is left.
 */
export function readProtobuf(bytes: Uint8Array): ProtobufField[] | null {
  const fields: ProtobufField[] = [];
  let position = 0;

  function readVarint(): bigint | null {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = bytes[position++];
      if (byte === undefined) return null;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return BigInt.asUintN(64, value);
    }
    return null;
  }

  function readBytes(length: bigint): Uint8Array | null {
    if (length > BigInt(bytes.length - position)) return null;
    const start = position;
    position += Number(length);
    return bytes.subarray(start, position);
  }

  function readValue(wireType: number): bigint | Uint8Array | null {
    if (wireType === 0) return readVarint();
    if (wireType === 2) {
      const length = readVarint();
      return length === null ? null : readBytes(length);
    }
    const fixed = wireType === 1 ? readBytes(8n) : wireType === 5 ? readBytes(4n) : null;
    return fixed && fixed.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
  }

  while (position < bytes.length) {
    const key = readVarint();
    if (key === null || key >> 3n < 1n || key >> 3n > 536_870_911n) return null;
    const value = readValue(Number(key & 7n));
    if (value === null) return null;
    fields.push({ number: Number(key >> 3n), value });
  }
  return fields;
}
