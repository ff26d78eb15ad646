/** Writes a `HashMap` of texts as Java's ObjectOutputStream does, for tests. */

export function writeJavaMap(
  pairs: readonly (readonly [string, string])[],
  { hasThreshold = false }: { readonly hasThreshold?: boolean } = {},
): Uint8Array<ArrayBuffer> {
  const written = new Map<string, number>();
  const string = (text: string): Buffer => {
    const before = written.get(text);
    if (before !== undefined) return Buffer.concat([Buffer.from([0x71]), int(0x7e0000 + before)]);
    written.set(text, 2 + written.size);
    const bytes = modified(text);
    return bytes.length > 0xffff
      ? Buffer.concat([Buffer.from([0x7c]), int(0), int(bytes.length), bytes])
      : Buffer.concat([Buffer.from([0x74]), named(text)]);
  };
  const fields = hasThreshold ? ['F', 'loadFactor', 'I', 'threshold'] : ['F', 'loadFactor'];
  const described = fields.map((text, at) => (at % 2 === 0 ? Buffer.from(text) : named(text)));
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0xac, 0xed, 0, 5, 0x73, 0x72]),
      named('java.util.HashMap'),
      Buffer.from('0507dac1c31660d103', 'hex'),
      Buffer.from([0, fields.length / 2]),
      ...described,
      Buffer.from([0x78, 0x70]),
      Buffer.alloc(2 * fields.length),
      Buffer.from([0x77, 8]),
      int(32),
      int(pairs.length),
      ...pairs.flatMap(([key, value]) => [string(key), string(value)]),
      Buffer.from([0x78]),
    ]),
  );
}

function int(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function named(text: string): Buffer {
  const bytes = modified(text);
  return Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 255]), bytes]);
}

/** Every UTF-16 unit on its own; zero as two bytes. */
function modified(text: string): Buffer {
  const bytes = [...Array(text.length).keys()].flatMap((at) => {
    const unit = text.charCodeAt(at);
    if (unit > 0 && unit < 0x80) return [unit];
    if (unit < 0x800) return [0xc0 | (unit >> 6), 0x80 | (unit & 63)];
    return [0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 63), 0x80 | (unit & 63)];
  });
  return Buffer.from(bytes);
}
