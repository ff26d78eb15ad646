/**
 * Which address of a site is asked for its time: the page's own path, since the server that checks the code is behind it,
 * without its query; the root instead when the path itself may be worth something once (a link from a message).
 */
export function clockPath(pathname: string): string {
  const isPlain = pathname.startsWith('/') && !pathname.startsWith('//') && pathname.length <= 200;
  return isPlain && !pathname.split('/').some(looksLikeKey) ? pathname : '/';
}

function looksLikeKey(segment: string): boolean {
  return /^[A-Za-z0-9._~%=+-]{20,}$/.test(segment) && /\d/.test(segment);
}
