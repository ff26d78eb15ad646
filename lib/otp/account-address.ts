/** Addresses that hold accounts, as links of pages give them: which they are by their scheme alone; nothing is read here. */
const schemes = /^(?:(?:apple-)?otpauth|otpauth-migration):/i;

/** A page may put anything in a link; the largest export of ten accounts is a third of this. */
const longestLink = 8 * 1024;

export function hasAccountScheme(address: string): boolean {
  return schemes.test(address);
}

/** A link that a page's click may offer: of these schemes, at most 8 KiB (URLs are ASCII once the browser wrote them). */
export function isAccountLink(value: unknown): value is string {
  return typeof value === 'string' && value.length <= longestLink && hasAccountScheme(value);
}
