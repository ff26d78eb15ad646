/**
 * A `HashMap` of texts as Java writes objects (Object Serialization Stream Protocol, version 5): the one shape that a backup
 * of FreeOTP has. Nothing is made from what the stream names: classes are passed over, texts taken out.
 */
import { type Result, fail, ok } from '@/lib/errors';
import { isJavaStream } from './java-mark';

const mostTexts = 100_000;

/** `file-malformed` for any other content. Keys of a map are not repeated; the last would win. */
export function readJavaMap(bytes: Uint8Array): Result<ReadonlyMap<string, string>> {
  try {
    const stream = new JavaStream(bytes);
    const map = isJavaStream(bytes) ? readMap(stream) : null;
    return map ? ok(map) : fail('file-malformed');
  } catch (error) {
    // A place outside the file, or text that is none.
    if (error instanceof RangeError) return fail('file-malformed');
    throw error;
  }
}

/** Grammar of § 6.4: object, class description with its fields, their values, a block of data, then keys and values. */
function readMap(stream: JavaStream): ReadonlyMap<string, string> | null {
  stream.at = 4;
  if (stream.byte() !== 0x73 || stream.byte() !== 0x72) return null;
  if (stream.text() !== 'java.util.HashMap') return null;
  // The description of the class takes the first handle, and the object the one after those of its fields.
  stream.handles.push(null);
  stream.at += 8 + 1;
  let fieldBytes = 0;
  for (let fields = stream.short(); fields > 0; fields -= 1) {
    const type = String.fromCharCode(stream.byte());
    stream.text();
    if (type !== 'F' && type !== 'I') return null;
    fieldBytes += 4;
  }
  if (stream.byte() !== 0x78 || stream.byte() !== 0x70) return null;
  stream.handles.push(null);
  stream.at += fieldBytes;
  if (stream.byte() !== 0x77 || stream.byte() !== 8) return null;
  stream.at += 4;
  const size = stream.int();
  if (size < 0 || size > mostTexts) return null;
  const map = new Map<string, string>();
  for (let pair = 0; pair < size; pair += 1) {
    const [key, value] = [stream.string(), stream.string()];
    if (key === null || value === null) return null;
    map.set(key, value);
  }
  return stream.byte() === 0x78 ? map : null;
}

class JavaStream {
  at = 0;
  /** Objects in order, so that a text which comes again can be named by its number. */
  readonly handles: (string | null)[] = [];
  readonly #bytes: Uint8Array;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  byte(): number {
    return this.#view.getUint8(this.at++);
  }

  short(): number {
    this.at += 2;
    return this.#view.getUint16(this.at - 2);
  }

  int(): number {
    this.at += 4;
    return this.#view.getInt32(this.at - 4);
  }

  /** A length and as many bytes of modified UTF-8. */
  text(length = this.short()): string {
    const start = this.at;
    this.at += length;
    if (length < 0 || this.at > this.#bytes.length) throw new RangeError('"length" leaves the file');
    return modifiedUtf8(this.#bytes.subarray(start, this.at));
  }

  /** TC_STRING, TC_LONGSTRING or a reference to one of before; `null` for any other object. */
  string(): string | null {
    const mark = this.byte();
    if (mark === 0x71) return this.handles[this.int() - 0x7e0000] ?? null;
    if (mark !== 0x74 && mark !== 0x7c) return null;
    // Longer than 4 GiB it is not.
    if (mark === 0x7c && this.int() !== 0) return null;
    const text = this.text(mark === 0x74 ? this.short() : this.int());
    this.handles.push(text);
    return text;
  }
}

/** Zero is two bytes, and what needs two UTF-16 units is two groups of three (DataInput § modified UTF-8). */
function modifiedUtf8(bytes: Uint8Array): string {
  const units: string[] = [];
  for (let at = 0; at < bytes.length;) {
    const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
    if (first < 0x80) {
      units.push(String.fromCharCode(first));
      at += 1;
    } else if (first < 0xe0) {
      units.push(String.fromCharCode(((first & 0x1f) << 6) | (second & 0x3f)));
      at += 2;
    } else {
      units.push(String.fromCharCode(((first & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f)));
      at += 3;
    }
  }
  return units.join('');
}
