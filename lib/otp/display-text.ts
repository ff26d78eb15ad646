/** Characters a stranger's address may not put in our interface: controls, direction marks and overrides, invisible ones. */
const unwanted =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;

const longestName = 300;

/** One line of text without control or bidirectional characters, trimmed, never half of a surrogate pair. */
export function oneLine(text: string): string {
  return text.toWellFormed().replace(unwanted, '').replace(/\s+/g, ' ').trim();
}

/** `oneLine`, of at most 300 characters: what may be shown and stored as an issuer or a name. */
export function displayText(text: string): string {
  const line = oneLine(text);
  // The length in UTF-16 units is at least the number of characters, so most names need no second look.
  return line.length <= longestName ? line : [...line].slice(0, longestName).join('').trimEnd();
}
