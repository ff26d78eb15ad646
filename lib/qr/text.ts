/** Designators of ISO/IEC 18004 §7.4.3 that are neither UTF-8 nor Latin-1 and that browsers can decode. */
const labels: Readonly<Record<number, string>> = { 20: 'shift_jis', 21: 'windows-1250', 22: 'windows-1251' };

/**
 * Text of a byte segment. Encoders seldom say which charset they used: strict UTF-8, and what is not UTF-8 is
 * windows-1252, which reads every byte.
 *
 * @param designator of the extended channel interpretation in force, if there is one
 */
export function textFromBytes(bytes: Uint8Array, designator?: number): string {
  const named = designator === undefined ? undefined : labels[designator];
  if (named) return new TextDecoder(named).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
