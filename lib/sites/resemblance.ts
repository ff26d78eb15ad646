/**
 * Whether the page's host resembles one that an account is tied to, and is not it: what a false site counts on. A host of
 * the same owner (a sub-domain, a neighbour under the same registered name) resembles nothing.
 */
import { areKin } from './kin';
import { editDistance } from './edit-distance';
import { isLoopback } from './origin';
import { skeleton } from './skeleton';

/**
 * `insecure`: the same host without a secure connection; `port`: the same host, another door; `letters`: letters that look
 * alike; `inside`: the known name as a part of another; `ending`: another ending; `spelling`: one or two letters off;
 * `address`: a number in place of a name.
 */
export type ResemblanceKind = 'insecure' | 'port' | 'letters' | 'inside' | 'ending' | 'spelling' | 'address';

export interface Resemblance {
  readonly kind: ResemblanceKind;
  /** Of the page, with its port. */
  readonly host: string;
  /** The tied one. */
  readonly known: string;
}

const order: readonly ResemblanceKind[] = [
  'insecure',
  'port',
  'letters',
  'inside',
  'ending',
  'spelling',
  'address',
];

/**
 * `tied`: origins of accounts. `null` when the page is one of them, or resembles none. A rough idea of endings is enough
 * here, it only warns; what widens an account to other hosts uses the Public Suffix List.
 */
export function findResemblance(address: string | null, tied: Iterable<string>): Resemblance | null {
  const page = address === null ? null : urlOf(address);
  if (page === null || !/^https?:$/.test(page.protocol) || page.host === '') return null;
  const known = new Set(tied);
  if (known.has(page.origin)) return null;
  const seen = partsOf(page.hostname);
  let best: Resemblance | null = null;
  for (const origin of known) {
    const site = urlOf(origin);
    if (site === null) continue;
    const kind = kindOf(page, seen, site);
    if (kind === null || (best && order.indexOf(best.kind) <= order.indexOf(kind))) continue;
    best = { kind, host: page.host, known: site.host };
  }
  return best;
}

function kindOf(page: URL, seen: Parts, site: URL): ResemblanceKind | null {
  if (page.hostname === site.hostname) return sameHostKind(page, site);
  if (isAddress(page.hostname))
    return isPublic(page.hostname) && !isOwnMachine(site.hostname) ? 'address' : null;
  if (
    isAddress(site.hostname) ||
    isOwnMachine(site.hostname) ||
    isOwnMachine(page.hostname) ||
    areKin(page.hostname, site.hostname)
  )
    return null;
  const known = partsOf(site.hostname);
  if (seen.name === known.name && seen.ending === known.ending) return null;
  if (isWithin(page.hostname, site.hostname)) return null;
  if (looksSame(seen, known)) return seen.name === known.name ? 'ending' : 'letters';
  if (isInside(seen, known, site.hostname)) return 'inside';
  return isNear(seen.name, known.name) ? 'spelling' : null;
}

function sameHostKind(page: URL, site: URL): ResemblanceKind | null {
  if (isLoopback(page.hostname)) return null;
  return page.protocol === 'http:' && site.protocol === 'https:' ? 'insecure' : 'port';
}

interface Parts {
  /** What its owner chose: `example` of `www.example.co.uk`. */
  readonly name: string;
  readonly ending: string;
  /** Labels before the name. */
  readonly before: readonly string[];
}

/** Endings under which anybody may have a name; the best known ones that are not of two short labels. */
const sharedEndings = new Set(
  'github.io gitlab.io pages.dev workers.dev netlify.app vercel.app web.app firebaseapp.com herokuapp.com azurewebsites.net cloudfront.net blogspot.com onrender.com wordpress.com myshopify.com'.split(
    ' ',
  ),
);

function partsOf(host: string): Parts {
  const labels = host.split('.');
  const last = labels.at(-1) ?? '';
  const second = labels.at(-2) ?? '';
  const isLong =
    labels.length > 2 &&
    ((last.length === 2 && second.length <= 3) ||
      (last.length === 2 && /^(gouv|info|asso)$/.test(second)) ||
      sharedEndings.has(`${second}.${last}`));
  const cut = Math.max(0, labels.length - (isLong ? 3 : 2));
  return { name: labels[cut] ?? host, ending: labels.slice(cut + 1).join('.'), before: labels.slice(0, cut) };
}

/** A name shorter than this stands in many others by chance. */
const leastName = 4;

function looksSame(seen: Parts, known: Parts): boolean {
  return seen.name === known.name || skeleton(seen.name) === skeleton(known.name);
}

/** The whole known host, or its name, as labels or between hyphens of another one. */
function isInside(seen: Parts, known: Parts, host: string): boolean {
  const text = [...seen.before, seen.name].join('.');
  if (`.${text}.`.includes(`.${host}.`) || text.replaceAll('.', '-').includes(host.replaceAll('.', '-')))
    return true;
  if (known.name.length < leastName) return false;
  const words = [...seen.before, seen.name].flatMap((label) => label.split('-'));
  return words.some((word) => word === known.name || skeleton(word) === skeleton(known.name));
}

/** A short name has neighbours by chance. */
function isNear(name: string, known: string): boolean {
  const most =
    Math.min(name.length, known.length) >= 8 ? 2 : Math.max(name.length, known.length) >= 5 ? 1 : 0;
  return most > 0 && editDistance(name, known, most) <= most;
}

function isWithin(host: string, site: string): boolean {
  return host.endsWith(`.${site}`) || site.endsWith(`.${host}`);
}

/** Without a name: `localhost` and addresses; a name under `localhost` is one like any other. */
function isOwnMachine(host: string): boolean {
  return isLoopback(host) && !host.endsWith('.localhost');
}

/** `URL` has made the usual form of every way to write one (0x7f.1, 2130706433). */
function isAddress(host: string): boolean {
  return host.startsWith('[') || /^\d+\.\d+\.\d+\.\d+$/.test(host);
}

/** An intranet may have nothing but numbers (RFC 1918, 3927, 4193). */
function isPublic(host: string): boolean {
  return !/^(127|10|192\.168|169\.254|172\.(1[6-9]|2\d|3[01]))\.|^\[(::1|f[cde])/.test(host);
}

function urlOf(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}
