/** The part every system shares: user and password first, then the step of the second factor. */

import type { Exchange, Language } from './exchange.ts';
import { say } from './exchange.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import type { Person } from './state.ts';
import type { Algorithm, Policy, TimeWindow } from './verifier.ts';

const algorithms: readonly string[] = ['SHA1', 'SHA256', 'SHA512'] satisfies readonly Algorithm[];
const windows: readonly string[] = ['past-only', 'around', 'exact'] satisfies readonly TimeWindow[];

const isAlgorithm = (text: string | null): text is Algorithm => text !== null && algorithms.includes(text);
const isWindow = (text: string | null): text is TimeWindow => text !== null && windows.includes(text);

function whole(text: string | null, least: number, most: number): number | null {
  const value = Number(text);
  return text !== null && Number.isInteger(value) && value >= least && value <= most ? value : null;
}

/** The server's policy as the address asks for it: kind, algorithm, digits, period, window, lookAhead, reusable. */
export function policyFromQuery(query: URLSearchParams): Partial<Policy> {
  const algorithm = query.get('algorithm');
  const window = query.get('window');
  const digits = whole(query.get('digits'), 5, 10);
  const periodSeconds = whole(query.get('period'), 1, 3600);
  const lookAhead = whole(query.get('lookAhead'), 0, 100);
  return {
    ...(query.get('kind') === 'hotp' && { kind: 'hotp' as const }),
    ...(isAlgorithm(algorithm) && { algorithm }),
    ...(isWindow(window) && { window }),
    ...(digits !== null && { digits }),
    ...(periodSeconds !== null && { periodSeconds }),
    ...(lookAhead !== null && { lookAhead }),
    ...(query.get('reusable') === '1' && { reusable: true }),
  };
}

/** The user has given a password. The options of the address are kept for the pages that follow. */
export function startSignIn(exchange: Exchange, pageId: string, user: string): Person {
  const { session, query, state } = exchange;
  session.signIns.set(pageId, { user, complete: false, options: new URLSearchParams(query) });
  return state.person(pageId, user, policyFromQuery(query));
}

export interface SignedIn {
  readonly person: Person;
  /** The second factor was given too. */
  readonly complete: boolean;
  /** The query the sign-in began with. */
  readonly options: URLSearchParams;
}

/** Who is signed in on a page, or `null`. */
export function signedIn(exchange: Exchange, pageId: string): SignedIn | null {
  const signIn = exchange.session.signIns.get(pageId);
  if (signIn === undefined) return null;
  const { user, complete, options } = signIn;
  return { person: exchange.state.person(pageId, user, policyFromQuery(options)), complete, options };
}

export function completeSignIn(exchange: Exchange, pageId: string): void {
  const signIn = exchange.session.signIns.get(pageId);
  if (signIn !== undefined) signIn.complete = true;
}

export function signOut(exchange: Exchange, pageId: string): void {
  exchange.session.signIns.delete(pageId);
}

/**
 * The user a request to sign in names, or `null`. `?user=NAME&enter=1` signs in without the form: tests begin there.
 */
export function userAsked({ method, form, query }: Exchange, field = 'username'): string | null {
  const user = method === 'POST' ? form.get(field) : query.get('enter') === '1' ? query.get('user') : null;
  return user === null || user.trim() === '' ? null : user.trim();
}

/** The form of the first step, posting to its own address so that the options of the address stay. */
export function signInForm(exchange: Exchange): Html {
  return html`<form method="post" id="sign-in-form">
    <p>
      <label for="username">${say(exchange, "Nom d'utilisateur", 'Username')}</label>
      <input
        id="username"
        name="username"
        autocomplete="username"
        value="${exchange.query.get('user') ?? ''}"
        required
      />
    </p>
    <p>
      <label for="password">${say(exchange, 'Mot de passe', 'Password')}</label>
      <input id="password" name="password" type="password" autocomplete="current-password" />
    </p>
    <p><button id="sign-in" type="submit">${say(exchange, 'Connexion', 'Sign in')}</button></p>
  </form>`;
}

/** "fr" or "en" from what the request says, in order of weight. */
export function chooseLanguage(
  asked: string | null,
  remembered: Language | null,
  accepted: string,
): Language {
  if (asked === 'fr' || asked === 'en') return asked;
  if (remembered !== null) return remembered;
  return /^en\b/i.test(accepted) ? 'en' : 'fr';
}
