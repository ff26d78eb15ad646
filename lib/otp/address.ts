/** The parts of an `otpauth:`, `apple-otpauth:` or `motp:` address as written, however carelessly. Linear time; never throws. */
import { decodePercent } from '@/lib/otp/percent';

export interface Address {
  readonly kind: string;
  /** As written, still percent-encoded. */
  readonly label: string;
  /** Lower-case names to values as written; the first non-empty value of a name wins. */
  readonly parameters: ReadonlyMap<string, string>;
}

export function splitAddress(text: string): Address | null {
  // Copies taken from the source of a web page still have their ampersands escaped, sometimes twice.
  const address = text.trim().replace(/&(?:amp;)+/gi, '&');
  const scheme = /^(?:(?:apple-)?otpauth:|(?=motp:))\/{0,2}/i.exec(address);
  if (!scheme) return null;

  const rest = address.slice(scheme[0].length);
  const question = rest.indexOf('?');
  const path = question < 0 ? rest : rest.slice(0, question);
  const kind = /^[a-z0-9]{1,12}/i.exec(path)?.[0] ?? '';
  const slash = path.charAt(kind.length);
  if (kind === '' || (slash !== '' && slash !== '/' && slash !== ':')) return null;
  const label = path.slice(kind.length + 1);
  return {
    kind: kind.toLowerCase(),
    label,
    parameters: splitParameters(question < 0 ? '' : rest.slice(question + 1)),
  };
}

function splitParameters(query: string): Map<string, string> {
  const parameters = new Map<string, string>();
  for (const pair of query.split('&')) {
    const equals = pair.indexOf('=');
    if (equals < 0) continue;
    const name = decodePercent(pair.slice(0, equals)).trim().toLowerCase();
    if (!parameters.get(name)) parameters.set(name, pair.slice(equals + 1));
  }
  unglue(parameters);
  return parameters;
}

/**
 * Some generators forget the ampersand: `issuer=Xperiod=30`. An issuer's own `=` is written %3D, so this
 * takes nothing from it.
 */
function unglue(parameters: Map<string, string>): void {
  const issuer = parameters.get('issuer') ?? '';
  const at = issuer.toLowerCase().lastIndexOf('period=');
  if (at < 0 || !/^\d+$/.test(issuer.slice(at + 7))) return;
  parameters.set('issuer', issuer.slice(0, at));
  if (!parameters.has('period')) parameters.set('period', issuer.slice(at + 7));
}

export function parseIssuer(parameters: ReadonlyMap<string, string>): string {
  return decodePercent((parameters.get('issuer') ?? '').replaceAll('+', ' '));
}

/** A parameter that cannot hold a `#`: a fragment that was glued to the address ends it. */
export function parameterText(parameters: ReadonlyMap<string, string>, name: string): string {
  const written = (parameters.get(name) ?? '').split('#', 1)[0] ?? '';
  return decodePercent(written.replaceAll('+', ' ')).trim();
}

/**
 * A `+` in a label is a space to form encoders (Keycloak, Entra) and itself to everyone else, who also write
 * `alice+work@example.org`. With %20 beside it, it is itself; with %2B, a space; else a space everywhere but
 * in an e-mail address.
 */
export function decodeLabel(label: string): string {
  if (label.includes('%20')) return decodePercent(label);
  const at = Math.max(0, label.lastIndexOf(':'), label.lastIndexOf('%3A'), label.lastIndexOf('%3a'));
  const account = label.slice(at);
  const isAddress = /@|%40/.test(account) && !/%2b/i.test(label);
  return decodePercent(
    label.slice(0, at).replaceAll('+', ' ') + (isAddress ? account : account.replaceAll('+', ' ')),
  );
}
