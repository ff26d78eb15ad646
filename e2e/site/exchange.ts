/** One request and its answer, as a practice page sees them. */

import type { Html } from './html.ts';
import type { PracticeState, Session } from './state.ts';

export type Language = 'fr' | 'en';

export interface Exchange {
  readonly method: 'GET' | 'POST';
  /** Path under the page: `/` or `/account`. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Fields of a posted form, or of a posted JSON object of strings. */
  readonly form: URLSearchParams;
  readonly lang: Language;
  /** Milliseconds since the Unix epoch, by the site's clock. */
  readonly nowMs: number;
  /** `http://127.0.0.1:PORT` or `http://localhost:PORT`: the one asked, and the other. */
  readonly origin: string;
  readonly otherOrigin: string;
  /** For inline scripts and styles: the policy allows no other. */
  readonly nonce: string;
  readonly session: Session;
  readonly state: PracticeState;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

export interface Route {
  readonly method: 'GET' | 'POST';
  /** Under the page; one ending in `/*` takes everything below it. */
  readonly path: string;
  readonly handle: (exchange: Exchange) => Reply | Promise<Reply>;
}

/** What a file of `pages/` exports as `page`. */
export interface PracticePage {
  /** Also the first part of its addresses. */
  readonly id: string;
  readonly title: Readonly<Record<Language, string>>;
  /** Ready variants for the landing page: address under the page, and its name. */
  readonly entries?: readonly { readonly path: string; readonly label: Readonly<Record<Language, string>> }[];
  readonly routes: readonly Route[];
}

/** Picks the sentence of a language. */
export function say(exchange: Pick<Exchange, 'lang'>, fr: string, en: string): string {
  return exchange.lang === 'fr' ? fr : en;
}

export interface PageOptions {
  readonly status?: number;
  /** More sources for one directive each, as real sites add them. */
  readonly policy?: Readonly<Record<string, string>>;
}

/** An HTML page under a strict Content-Security-Policy. */
export function page(
  exchange: Exchange,
  document: Html,
  { status = 200, policy = {} }: PageOptions = {},
): Reply {
  const nonce = `'nonce-${exchange.nonce}'`;
  const directives: Record<string, string> = {
    'default-src': "'none'",
    'img-src': "'self' data:",
    'style-src': `'self' ${nonce}`,
    'font-src': "'self'",
    'script-src': nonce,
    'connect-src': "'self'",
    // Chromium applies form-action to the redirect that follows a post, so the other origin has to be named.
    'form-action': `'self' ${exchange.otherOrigin}`,
    'base-uri': "'none'",
    'frame-ancestors': "'self'",
    ...policy,
  };
  return {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': Object.entries(directives)
        .map(([name, sources]) => `${name} ${sources}`)
        .join('; '),
    },
    body: document.text,
  };
}

/** 303: the browser asks for `location` with GET. */
export function redirect(location: string): Reply {
  return { status: 303, headers: { Location: location }, body: '' };
}

export function jsonReply(value: unknown, status = 200): Reply {
  return { status, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(value, null, 2) };
}

export function picture(body: Buffer, type = 'image/png'): Reply {
  return { status: 200, headers: { 'Content-Type': type }, body };
}
