const utf8 = new TextDecoder('utf-8', { fatal: true });
const latin = new TextDecoder('windows-1252');

/**
 * Percent-decodes `text` as far as it makes sense (RFC 3986 section 2.1) and never throws: a lone `%` stays,
 * and bytes that are not UTF-8 are read as Windows-1252, which is what hand-made French QR codes hold.
 */
export function decodePercent(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    const bytes = Uint8Array.from(run.slice(1).split('%'), (pair) => Number.parseInt(pair, 16));
    try {
      return utf8.decode(bytes);
    } catch {
      return latin.decode(bytes);
    }
  });
}
