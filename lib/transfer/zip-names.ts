const endMark = 0x06054b50;
const memberMark = 0x02014b50;
/** A comment of 65,535 bytes may follow the end of the directory. */
const longestEnd = 22 + 0xffff;

/** Names in the central directory of a zip (PKWARE APPNOTE § 4.3.12, 4.3.16), at most so many; `null` when it is none. */
export function zipNamesOf(bytes: Uint8Array, most: number): readonly string[] | null {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || bytes.length < 22) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end < 0) return null;
  const names: string[] = [];
  let at = view.getUint32(end + 16, true);
  const count = Math.min(view.getUint16(end + 10, true), most);
  while (names.length < count && at + 46 <= end && view.getUint32(at, true) === memberMark) {
    const length = view.getUint16(at + 28, true);
    names.push(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)));
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return names;
}

function endOf(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - longestEnd);
  for (let at = view.byteLength - 22; at >= lowest; at--) if (view.getUint32(at, true) === endMark) return at;
  return -1;
}
