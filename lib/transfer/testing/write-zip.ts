/** Writes the zips that tests read: made here with Node's own zlib and crypto, so that reader and writer share no code. */
import { createCipheriv, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { crc32, deflateRawSync } from 'node:zlib';

export interface WrittenMember {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly isStored?: boolean;
}

export interface ZipOptions {
  readonly zipCrypto?: string;
  readonly aes?: { readonly password: string; readonly strength: 1 | 2 | 3; readonly version: 1 | 2 };
  /** Sizes and places as the 64-bit form writes them. */
  readonly is64?: boolean;
  readonly comment?: string;
}

export function writeZip(
  members: readonly WrittenMember[],
  options: ZipOptions = {},
): Uint8Array<ArrayBuffer> {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const member of members) {
    const name = Buffer.from(member.name);
    const content = Buffer.from(member.content);
    const packed = member.isStored ? content : deflateRawSync(content);
    const method = member.isStored ? 0 : 8;
    const sum = crc32(content);
    const data = sealed(packed, sum, options);
    const flags = (options.zipCrypto || options.aes ? 1 : 0) | 0x800;
    const crc = options.aes?.version === 2 ? 0 : sum;
    const aes = options.aes
      ? extra(0x9901, Buffer.from([options.aes.version, 0, 0x41, 0x45, options.aes.strength, method, 0]))
      : Buffer.alloc(0);
    const shownMethod = options.aes ? 99 : method;
    const sizes = [data.length, content.length].map((size) => (options.is64 ? 0xffff_ffff : size));
    const common = fields(2, [20, flags, shownMethod, 0, 0], 4, [crc, ...sizes], 2, [name.length]);
    files.push(fields(4, [0x04034b50]), common, fields(2, [aes.length]), name, aes, data);
    const wide = options.is64 ? Buffer.concat([aes, extra(1, wholes(content.length, data.length, at))]) : aes;
    directory.push(
      fields(4, [0x02014b50], 2, [20]),
      common,
      fields(2, [wide.length, 0, 0, 0], 4, [0, options.is64 ? 0xffff_ffff : at]),
      name,
      wide,
    );
    at = Buffer.concat(files).length;
  }
  const table = Buffer.concat(directory);
  const comment = Buffer.from(options.comment ?? '');
  const count = options.is64 ? 0xffff : members.length;
  const end64 = options.is64
    ? Buffer.concat([
        fields(4, [0x06064b50]),
        wholes(44),
        fields(2, [45, 45], 4, [0, 0]),
        wholes(members.length, members.length, table.length, at),
        fields(4, [0x07064b50, 0]),
        wholes(at + table.length),
        fields(4, [1]),
      ])
    : Buffer.alloc(0);
  const start = options.is64 ? 0xffff_ffff : at;
  const end = fields(4, [0x06054b50], 2, [0, 0, count, count], 4, [table.length, start], 2, [comment.length]);
  return new Uint8Array(Buffer.concat([...files, table, end64, end, comment]));
}

/** Little-endian numbers: a width in bytes, then those of that width, in pairs. */
function fields(...pairs: readonly (number | readonly number[])[]): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < pairs.length; at += 2) {
    for (const value of pairs[at + 1] as readonly number[]) {
      const part = Buffer.alloc(pairs[at] as number);
      part.writeUIntLE(value >>> 0, 0, part.length);
      parts.push(part);
    }
  }
  return Buffer.concat(parts);
}

function wholes(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(8 * values.length);
  values.forEach((value, at) => bytes.writeBigUInt64LE(BigInt(value), 8 * at));
  return bytes;
}

function extra(id: number, content: Buffer): Buffer {
  return Buffer.concat([fields(2, [id, content.length]), content]);
}

function sealed(packed: Buffer, sum: number, { zipCrypto, aes }: ZipOptions): Buffer {
  if (zipCrypto !== undefined) return sealedByZipCrypto(packed, sum, Buffer.from(zipCrypto));
  if (!aes) return packed;
  const bytes = 8 + 8 * aes.strength;
  const salt = randomBytes(bytes / 2);
  const keys = pbkdf2Sync(aes.password, salt, 1000, 2 * bytes + 2, 'sha1');
  const cipher = createCipheriv(`aes-${bytes * 8}-ecb`, keys.subarray(0, bytes), null).setAutoPadding(false);
  const data = Buffer.from(packed);
  for (let at = 0; at < data.length; at += 16) {
    const counter = Buffer.alloc(16);
    counter.writeUInt32LE(at / 16 + 1);
    const stream = cipher.update(counter);
    for (let byte = at; byte < Math.min(at + 16, data.length); byte += 1)
      data[byte] = (data[byte] ?? 0) ^ (stream[byte - at] ?? 0);
  }
  const mac = createHmac('sha1', keys.subarray(bytes, 2 * bytes))
    .update(data)
    .digest()
    .subarray(0, 10);
  return Buffer.concat([salt, keys.subarray(2 * bytes), data, mac]);
}

function sealedByZipCrypto(packed: Buffer, sum: number, password: Buffer): Buffer {
  let [key0, key1, key2] = [0x12345678, 0x23456789, 0x34567890];
  const step = (crc: number, byte: number) => {
    // One byte added to a CRC, by way of Node's own: its complement before and after.
    return ~crc32(Buffer.from([byte]), ~crc >>> 0) >>> 0;
  };
  const update = (byte: number) => {
    key0 = step(key0, byte);
    key1 = Number((BigInt(key1 + (key0 & 255)) * 134_775_813n + 1n) & 0xffff_ffffn);
    key2 = step(key2, key1 >>> 24);
  };
  for (const byte of password) update(byte);
  const plain = Buffer.concat([randomBytes(11), Buffer.from([sum >>> 24]), packed]);
  return Buffer.from(
    plain.map((byte) => {
      const mixed = (key2 | 2) & 0xffff;
      const out = byte ^ (((mixed * (mixed ^ 1)) >>> 8) & 255);
      update(byte);
      return out;
    }),
  );
}
