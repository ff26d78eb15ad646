/** Firefox knows no ports in patterns, so a pattern is for a host; what is done there looks at the whole origin again. */
export function patternOf(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}
