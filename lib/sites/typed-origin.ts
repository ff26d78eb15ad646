import { type Result, fail, ok } from '@/lib/errors';
import { siteOrigin } from './origin';

/**
 * The origin in what a person types for a site: a host, or a whole address copied from the browser. Fails with
 * `site-malformed`, or with `page-insecure` for `http:` where that host was not allowed by name.
 */
export function typedOrigin(text: string, httpHosts: readonly string[] = []): Result<string> {
  const typed = text.trim();
  if (typed === '' || /\s/.test(typed)) return fail('site-malformed');
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed);
  const address = hasScheme ? typed : `https://${typed}`;
  if (!URL.canParse(address)) return fail('site-malformed');
  const { protocol, hostname } = new URL(address);
  const isNamed = hostname.includes('.') || hostname.startsWith('[') || /(^|\.)localhost$/.test(hostname);
  if (!/^https?:$/.test(protocol) || (!hasScheme && !isNamed)) return fail('site-malformed');
  const origin = siteOrigin(address, httpHosts);
  return origin === null ? fail('page-insecure') : ok(origin);
}
