/** Magic number and version of a stream that Java wrote; apart from its reader, which is loaded only for one. */
export function isJavaStream(bytes: Uint8Array): boolean {
  return bytes[0] === 0xac && bytes[1] === 0xed && bytes[2] === 0 && bytes[3] === 5;
}
