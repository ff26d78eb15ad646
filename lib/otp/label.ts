import type { EnrolWarning } from '@/lib/messages/protocol';
import { displayText, oneLine } from '@/lib/otp/display-text';

export interface AccountNames {
  readonly issuer: string;
  readonly name: string;
  readonly warnings: readonly EnrolWarning[];
}

/**
 * Who an account is for, from a decoded label ("issuer:account", or less) and the separate issuer ('' when
 * there is none).
 *
 * When both name an issuer and disagree, nothing is hidden: the parameter is the issuer and the label's
 * prefix joins the name, so that Entra's `TENANT:user` with issuer `Microsoft` reads "Microsoft", "TENANT
 * (user)".
 */
export function namesFromLabel(label: string, issuer: string): AccountNames {
  const given = oneLine(issuer);
  const { prefix, account } = splitLabel(oneLine(label), given);
  const differ = given !== '' && prefix !== '' && comparable(given) !== comparable(prefix);

  const name = displayText(differ ? (account ? `${prefix} (${account})` : prefix) : account);
  const warnings: EnrolWarning[] = [];
  if (differ) warnings.push('issuers-differ');
  if (name === '') warnings.push('name-missing');
  return { issuer: displayText(given || prefix), name, warnings };
}

function splitLabel(label: string, issuer: string): { prefix: string; account: string } {
  // An empty issuer before the colon is a statement: the rest is the account, whatever it holds.
  if (label.startsWith(':')) return { prefix: '', account: label.slice(1).trim() };

  // The issuer may itself hold colons: LemonLDAP::NG puts the address of its portal there.
  if (issuer && comparable(label.slice(0, issuer.length)) === comparable(issuer)) {
    const rest = /^\/?\s*:(.*)$/.exec(label.slice(issuer.length));
    if (rest) return { prefix: issuer, account: (rest[1] ?? '').trim() };
  }
  const colon = lastUsefulColon(label);
  if (colon < 0) return { prefix: '', account: label };
  return { prefix: label.slice(0, colon).trim(), account: label.slice(colon + 1).trim() };
}

/** Neither the colon of `https://` nor that of a port divides an issuer from an account. -1 when none does. */
function lastUsefulColon(label: string): number {
  const isAddress = /^[a-z][a-z0-9+.-]*:\/\//i.test(label);
  for (let colon = label.lastIndexOf(':'); colon > 0; colon = label.lastIndexOf(':', colon - 1)) {
    const isScheme = label.startsWith('://', colon);
    const isPort = isAddress && /^:\d{1,5}(?:\/|$)/.test(label.slice(colon, colon + 7));
    if (!isScheme && !isPort) return colon;
  }
  return -1;
}

function comparable(issuer: string): string {
  return issuer.toLowerCase().replace(/\/$/, '').trim();
}
