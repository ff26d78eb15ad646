/** Writes KeePass databases for tests, with Node's own cryptography: the reader's is the browser's and noble's. */
import { argon2Sync, createCipheriv, createHash, createHmac } from 'node:crypto';
import { gzipSync } from 'node:zlib';

export interface KdbxOptions {
  readonly version?: 3 | 4;
  readonly cipher?: 'aes' | 'chacha20' | 'twofish';
  readonly kdf?: 'aes' | 'argon2d' | 'argon2id';
  readonly isCompressed?: boolean;
  /** Of Argon2, in place of 64 KiB, twice; of AES, in place of 600 rounds. */
  readonly memoryBytes?: number;
  readonly passes?: number;
  readonly rounds?: number;
}

const sha256 = (...parts: readonly Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
const sha512 = (...parts: readonly Buffer[]) => createHash('sha512').update(Buffer.concat(parts)).digest();
const filled = (length: number, value: number) => Buffer.alloc(length, value);
const u16 = (value: number) => number(value, 2);
const u32 = (value: number) => number(value, 4);
const u64 = (value: number) => number(value, 8);

function number(value: number, bytes: number): Buffer {
  const buffer = Buffer.alloc(8);
  buffer.writeBigUInt64LE(BigInt(value));
  return buffer.subarray(0, bytes);
}

const ciphers = {
  aes: '31c1f2e6bf714350be5805216afc5aff',
  chacha20: 'd6038a2b8b6f4cb5a524339a31dbb59a',
  twofish: 'ad68f29f576f4bb9a36ad47af965346c',
};
const kdfs = {
  aes: 'c9d9f39a628a4460bf740d08c18a4fea',
  argon2d: 'ef636ddf8c29444b91f7a9a403e30a0c',
  argon2id: '9e298b1956db4773b23dfc3ec6f0a1e6',
};

/** `{{text}}` in the XML is a closed value: it is enciphered once more, as the format has it. */
export function writeKdbx(xml: string, password: string, options: KdbxOptions = {}): Uint8Array<ArrayBuffer> {
  const { version = 4, cipher = 'aes', kdf = 'argon2id', isCompressed = true } = options;
  const seeds = { master: filled(32, 1), kdf: filled(32, 2), inner: filled(64, 3), start: filled(32, 4) };
  const iv = filled(cipher === 'chacha20' ? 12 : 16, 5);
  const inner = version === 4 ? chaCha(sha512(seeds.inner)) : salsaOf(seeds.inner);
  const text = Buffer.from(
    xml.replace(/\{\{(.*?)\}\}/gs, (_, plain: string) => inner(Buffer.from(plain)).toString('base64')),
  );
  const composite = sha256(sha256(Buffer.from(password)));
  const costs = {
    memoryBytes: options.memoryBytes ?? 65_536,
    passes: options.passes ?? 2,
    rounds: options.rounds ?? 600,
  };
  const isWritable = costs.memoryBytes <= 2 ** 24 && costs.passes <= 16 && costs.rounds <= 1e6;
  const transformed = isWritable ? transform(kdf, composite, seeds.kdf, costs) : filled(32, 9);
  const master = Buffer.concat([seeds.master, transformed]);
  const header = headerOf(version, [
    [2, Buffer.from(ciphers[cipher], 'hex')],
    [3, u32(isCompressed ? 1 : 0)],
    [4, seeds.master],
    ...(version === 4
      ? [[11, kdfParameters(kdf, seeds.kdf, costs)] as const]
      : ([
          [5, seeds.kdf],
          [6, u64(costs.rounds)],
          [8, seeds.inner],
          [9, seeds.start],
          [10, u32(2)],
        ] as const)),
    [7, iv],
    [0, Buffer.from('\r\n\r\n')],
  ]);
  const key = sha256(master);
  if (version === 3) {
    const packed = isCompressed ? gzipSync(text) : text;
    const block = (index: number, data: Buffer) =>
      Buffer.concat([u32(index), data.length === 0 ? filled(32, 0) : sha256(data), u32(data.length), data]);
    const plain = Buffer.concat([
      seeds.start,
      block(0, packed.subarray(0, 100)),
      block(1, packed.subarray(100)),
      block(2, Buffer.alloc(0)),
    ]);
    return new Uint8Array(Buffer.concat([header, sealed(cipher, key, iv, plain)]));
  }
  const item = (type: number, data: Buffer) => Buffer.concat([Buffer.from([type]), u32(data.length), data]);
  const content = Buffer.concat([
    item(1, u32(3)),
    item(2, seeds.inner),
    item(3, Buffer.from('\u0001an attachment')),
    item(0, Buffer.alloc(0)),
    text,
  ]);
  const body = sealed(cipher, key, iv, isCompressed ? gzipSync(content) : content);
  const macKey = sha512(master, Buffer.from([1]));
  const block = (index: number, data: Buffer) => {
    const mac = createHmac('sha256', sha512(u64(index), macKey)).update(
      Buffer.concat([u64(index), u32(data.length), data]),
    );
    return Buffer.concat([mac.digest(), u32(data.length), data]);
  };
  const headerMac = createHmac('sha256', sha512(filled(8, 255), macKey))
    .update(header)
    .digest();
  const blocks = [block(0, body.subarray(0, 100)), block(1, body.subarray(100)), block(2, Buffer.alloc(0))];
  return new Uint8Array(Buffer.concat([header, sha256(header), headerMac, ...blocks]));
}

function headerOf(version: 3 | 4, fields: readonly (readonly [number, Buffer])[]): Buffer {
  const written = fields.map(([type, data]) =>
    Buffer.concat([Buffer.from([type]), version === 4 ? u32(data.length) : u16(data.length), data]),
  );
  return Buffer.concat([
    Buffer.from('03d9a29a67fb4bb5', 'hex'),
    u16(version === 4 ? 0 : 1),
    u16(version),
    ...written,
  ]);
}

type Kdf = NonNullable<KdbxOptions['kdf']>;
interface Costs {
  readonly memoryBytes: number;
  readonly passes: number;
  readonly rounds: number;
}

function kdfParameters(kdf: Kdf, salt: Buffer, { memoryBytes, passes, rounds }: Costs): Buffer {
  const item = (type: number, name: string, value: Buffer) =>
    Buffer.concat([Buffer.from([type]), u32(name.length), Buffer.from(name), u32(value.length), value]);
  const common = [item(0x42, '$UUID', Buffer.from(kdfs[kdf], 'hex')), item(0x42, 'S', salt)];
  const own =
    kdf === 'aes'
      ? [item(0x05, 'R', u64(rounds))]
      : [
          item(0x05, 'M', u64(memoryBytes)),
          item(0x05, 'I', u64(passes)),
          item(0x04, 'P', u32(2)),
          item(0x04, 'V', u32(0x13)),
        ];
  return Buffer.concat([u16(0x100), ...common, ...own, Buffer.from([0])]);
}

function transform(kdf: Kdf, key: Buffer, salt: Buffer, { memoryBytes, passes, rounds }: Costs): Buffer {
  if (kdf !== 'aes') {
    const cost = { parallelism: 2, tagLength: 32, memory: memoryBytes / 1024, passes };
    return argon2Sync(kdf, { message: key, nonce: salt, ...cost });
  }
  let state = key;
  const cipher = createCipheriv('aes-256-ecb', salt, null).setAutoPadding(false);
  for (let round = 0; round < rounds; round += 1) state = cipher.update(state);
  return sha256(state);
}

function sealed(cipher: NonNullable<KdbxOptions['cipher']>, key: Buffer, iv: Buffer, plain: Buffer): Buffer {
  if (cipher === 'chacha20') return chaChaFrom(key, iv).update(plain);
  const aes = createCipheriv('aes-256-cbc', key, iv);
  return Buffer.concat([aes.update(plain), aes.final()]);
}

/** OpenSSL writes the counter before the nonce. */
function chaChaFrom(key: Buffer, nonce: Buffer) {
  return createCipheriv('chacha20', key, Buffer.concat([u32(0), nonce]));
}

function chaCha(hash: Buffer): (plain: Buffer) => Buffer {
  const cipher = chaChaFrom(hash.subarray(0, 32), hash.subarray(32, 44));
  return (plain) => cipher.update(plain);
}

/** Salsa20 (Bernstein), which OpenSSL has not. */
function salsaOf(innerKey: Buffer): (plain: Buffer) => Buffer {
  const key = sha256(innerKey);
  const nonce = Buffer.from('e830094b97205d2a', 'hex');
  let position = 0;
  return (plain) => {
    const out = Buffer.from(plain);
    for (let at = 0; at < out.length; at += 1, position += 1)
      out[at] = (out[at] ?? 0) ^ (salsaBlock(key, nonce, position >>> 6)[position & 63] ?? 0);
    return out;
  };
}

function salsaBlock(key: Buffer, nonce: Buffer, counter: number): Buffer {
  const word = (buffer: Buffer, index: number) => buffer.readUInt32LE(4 * index);
  const sigma = Buffer.from('expand 32-byte k');
  const start = [
    word(sigma, 0),
    ...[0, 1, 2, 3].map((at) => word(key, at)),
    word(sigma, 1),
    word(nonce, 0),
    word(nonce, 1),
    counter,
    0,
    word(sigma, 2),
    ...[4, 5, 6, 7].map((at) => word(key, at)),
    word(sigma, 3),
  ];
  const x = Uint32Array.from(start);
  const rotate = (to: number, one: number, other: number, bits: number) => {
    const sum = ((x[one] ?? 0) + (x[other] ?? 0)) >>> 0;
    x[to] = (x[to] ?? 0) ^ ((sum << bits) | (sum >>> (32 - bits)));
  };
  const quarter = (a: number, b: number, c: number, d: number) => {
    rotate(b, a, d, 7);
    rotate(c, b, a, 9);
    rotate(d, c, b, 13);
    rotate(a, d, c, 18);
  };
  for (let round = 0; round < 10; round += 1) {
    quarter(0, 4, 8, 12);
    quarter(5, 9, 13, 1);
    quarter(10, 14, 2, 6);
    quarter(15, 3, 7, 11);
    quarter(0, 1, 2, 3);
    quarter(5, 6, 7, 4);
    quarter(10, 11, 8, 9);
    quarter(15, 12, 13, 14);
  }
  const out = Buffer.alloc(64);
  x.forEach((value, at) => out.writeUInt32LE((value + (start[at] ?? 0)) >>> 0, 4 * at));
  return out;
}
