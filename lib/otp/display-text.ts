/**
 * What a stranger's address may not put in our interface: controls, marks and overrides of direction, invisible
 * characters. The two joiners stay: emoji and several languages are written with them.
 */
const unwanted = /(?![\u200c\u200d])[\p{Cc}\p{Cf}]/gu;

const longestName = 300;

/** One line of text without control or bidirectional characters, trimmed, never half of a surrogate pair. */
export function oneLine(text: string): string {
  const visible = text.toWellFormed().replace(/\s+/g, ' ').replace(unwanted, '');
  return visible.replace(/\s+/g, ' ').trim();
}

/** `oneLine`, of at most 300 characters: what may be shown and stored as an issuer or a name. */
export function displayText(text: string): string {
  const line = oneLine(text);
  // The length in UTF-16 units is at least the number of characters, so most names need no second look.
  return line.length <= longestName ? line : [...line].slice(0, longestName).join('').trimEnd();
}
