/**
 * Sites that a file names beside an account. They tie nothing: the first fill asks (lib/walks). `https` whatever the file
 * says, since codes are typed nowhere else.
 */

const hostShape = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/i;

/** The origin of an address or a bare host; `null` for an app, a local name, an IP address, or anything else. */
export function suggestedSite(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > 2000) return null;
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return null;
  const { hostname, protocol, port } = new URL(address);
  if (!hostShape.test(hostname)) return null;
  return `https://${hostname}${protocol === 'https:' && port !== '' ? `:${port}` : ''}`;
}

/** Of several addresses, the sites, each once, at most ten. */
export function suggestedSites(texts: readonly string[]): readonly string[] {
  const sites = texts.map(suggestedSite).filter((site) => site !== null);
  return [...new Set(sites)].slice(0, 10);
}

/** `Issuer::host`, in which the *Authenticator* extension ties an account to a site; LemonLDAP::NG is no such thing. */
export function splitSiteHint(issuer: string): {
  readonly issuer: string;
  readonly sites: readonly string[];
} {
  const at = issuer.lastIndexOf('::');
  const site = at < 0 ? null : suggestedSite(issuer.slice(at + 2));
  return site === null ? { issuer, sites: [] } : { issuer: issuer.slice(0, at).trim(), sites: [site] };
}
