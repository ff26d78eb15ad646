/**
 * The registrable domain by the Public Suffix List, its private part included: under `github.io` everybody has a domain of
 * their own. Loaded when a person is about to widen an account, never by the background.
 */
import { getDomain } from 'tldts';

/** `example.org` of `a.b.example.org`; `null` for an address, a public suffix itself, or a host without a dot. */
export function registrableDomain(host: string): string | null {
  return getDomain(host, { allowPrivateDomains: true, detectIp: true, validateHostname: true });
}

/** Domains of one supplier under which every customer has a host: what is known of who the others are. */
const shared: Readonly<Record<string, 'schools' | 'organisations'>> = {
  'omnivox.ca': 'schools',
  'skytech.ca': 'schools',
  'coba.ca': 'schools',
  'instructure.com': 'schools',
  'brightspace.com': 'schools',
  'moodlecloud.com': 'schools',
  'amisgest.ca': 'organisations',
  'okta.com': 'organisations',
  'onelogin.com': 'organisations',
  'auth0.com': 'organisations',
  'sharepoint.com': 'organisations',
  'zendesk.com': 'organisations',
  'atlassian.net': 'organisations',
  'gouv.qc.ca': 'organisations',
  'rtss.qc.ca': 'organisations',
  'gc.ca': 'organisations',
  'canada.ca': 'organisations',
};

/** Who else has a host under this domain, as far as is known. */
export function othersUnder(domain: string): 'schools' | 'organisations' | null {
  return shared[domain] ?? null;
}
