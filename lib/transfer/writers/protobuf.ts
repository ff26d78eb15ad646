/** Writing Protocol Buffers (protobuf.dev/programming-guides/encoding); reading is lib/otp/protobuf. */
import type { Bytes } from '@/lib/crypto/bytes';

/** Wire type 0. A negative 32-bit number becomes the ten bytes that an int32 is written in. */
export function numberField(number: number, value: number): Bytes {
  return Uint8Array.from([...varint(BigInt(number << 3)), ...varint(BigInt.asUintN(64, BigInt(value)))]);
}

/** Wire type 2. */
export function bytesField(number: number, value: Uint8Array): Bytes {
  return message([
    Uint8Array.from([...varint(BigInt((number << 3) | 2)), ...varint(BigInt(value.length))]),
    value,
  ]);
}

/** Fields one after the other. */
export function message(fields: readonly Uint8Array[]): Bytes {
  const bytes = new Uint8Array(fields.reduce((length, field) => length + field.length, 0));
  let at = 0;
  for (const field of fields) {
    bytes.set(field, at);
    at += field.length;
  }
  return bytes;
}

function varint(value: bigint): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  bytes.push(Number(rest));
  return bytes;
}
