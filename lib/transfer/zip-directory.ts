/** What a zip says of its members (PKWARE APPNOTE § 4.3), without a look at their content. */

export interface ZipMember {
  readonly name: string;
  /** Whether its name ends as that of a folder. */
  readonly isFolder: boolean;
  readonly protection: 'none' | 'zip-crypto' | 'aes' | 'unknown';
  /** 1, 2, 3 with `aes`; else 0. */
  readonly aesStrength: number;
  /** 0 stored, 8 deflated; what AES hides included. */
  readonly method: number;
  readonly crc: number;
  /** Whether `crc` is one: AE-2 leaves it out. */
  readonly hasCrc: boolean;
  readonly compressedBytes: number;
  readonly bytes: number;
  readonly headerAt: number;
  /** The byte that tells a wrong password of `zip-crypto`. */
  readonly check: number;
}

const endMark = 0x06054b50;
const end64Mark = 0x06064b50;
const locator64Mark = 0x07064b50;
const memberMark = 0x02014b50;
/** A comment of 65,535 bytes may follow the end of the directory. */
const longestEnd = 22 + 0xffff;
const unset = 0xffff_ffff;

/** At most `most` members; `null` when the bytes are no zip, or its directory is damaged. */
export function zipDirectory(bytes: Uint8Array, most: number): readonly ZipMember[] | null {
  if (bytes.length < 22 || bytes[0] !== 0x50 || bytes[1] !== 0x4b) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end < 0) return null;
  const { count, start } = placeOfDirectory(view, end);
  const members: ZipMember[] = [];
  let at = start;
  while (members.length < Math.min(count, most)) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== memberMark) return null;
    const next =
      at + 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > view.byteLength) return null;
    members.push(memberAt(view, bytes, at));
    at = next;
  }
  return members;
}

/** The last mark whose comment ends with the file; without one, the last mark: something was added behind. */
function endOf(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - longestEnd);
  let last = -1;
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) !== endMark) continue;
    if (at + 22 + view.getUint16(at + 20, true) === view.byteLength) return at;
    if (last < 0) last = at;
  }
  return last;
}

/** Some writers use the 64-bit form for small files too (§ 4.3.14). */
function placeOfDirectory(view: DataView, end: number): { readonly count: number; readonly start: number } {
  const place = { count: view.getUint16(end + 10, true), start: view.getUint32(end + 16, true) };
  if (place.start !== unset && place.count !== 0xffff) return place;
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== locator64Mark) return place;
  const end64 = Number(view.getBigUint64(locator + 8, true));
  if (end64 + 56 > view.byteLength || view.getUint32(end64, true) !== end64Mark) return place;
  return {
    count: Number(view.getBigUint64(end64 + 32, true)),
    start: Number(view.getBigUint64(end64 + 48, true)),
  };
}

function memberAt(view: DataView, bytes: Uint8Array, at: number): ZipMember {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const nameEnd = at + 46 + view.getUint16(at + 28, true);
  // Without the flag the code page is unknown: names that are asked for are ASCII.
  const name = new TextDecoder().decode(bytes.subarray(at + 46, nameEnd));
  const extras = extraFields(view, nameEnd, nameEnd + view.getUint16(at + 30, true));
  const sizes = sizes64(view, extras.get(0x0001), [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ]);
  const aes = extras.get(0x9901);
  const isAes = method === 99 && aes !== undefined && aes.end - aes.start >= 7;
  const crc = view.getUint32(at + 16, true);
  const isStreamed = (flags & 8) !== 0;
  return {
    name,
    isFolder: name.endsWith('/'),
    protection:
      (flags & 1) === 0 ? 'none' : isAes ? 'aes' : method === 99 || flags & 64 ? 'unknown' : 'zip-crypto',
    aesStrength: isAes ? view.getUint8(aes.start + 4) : 0,
    method: isAes ? view.getUint16(aes.start + 5, true) : method,
    crc,
    hasCrc: !(isAes && view.getUint16(aes.start, true) === 2),
    bytes: sizes[0],
    compressedBytes: sizes[1],
    headerAt: sizes[2],
    check: (isStreamed ? view.getUint16(at + 12, true) >>> 8 : crc >>> 24) & 0xff,
  };
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function extraFields(view: DataView, start: number, end: number): ReadonlyMap<number, Span> {
  const fields = new Map<number, Span>();
  for (let at = start; at + 4 <= end;) {
    const length = view.getUint16(at + 2, true);
    if (at + 4 + length > end) break;
    fields.set(view.getUint16(at, true), { start: at + 4, end: at + 4 + length });
    at += 4 + length;
  }
  return fields;
}

/** Those that did not fit are in the extra field, in this order (§ 4.5.3). */
function sizes64(
  view: DataView,
  extra: Span | undefined,
  [bytes, compressed, header]: readonly [number, number, number],
): readonly [number, number, number] {
  let at = extra?.start ?? 0;
  const whole = (size: number) => {
    if (size !== unset || !extra || at + 8 > extra.end) return size;
    const value = Number(view.getBigUint64(at, true));
    at += 8;
    return value;
  };
  return [whole(bytes), whole(compressed), whole(header)];
}
