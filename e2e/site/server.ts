/**
 * The practice site: a local server that shows the enrolment and sign-in pages our people meet and verifies their codes for
 * real. Loopback only; it imports nothing of the product.
 */

import { randomBytes, randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jsonReply, page } from './exchange.ts';
import type { Exchange, Language, PracticePage, Reply } from './exchange.ts';
import { landing } from './landing.ts';
import { chooseLanguage } from './sign-in.ts';
import { PracticeState } from './state.ts';

export interface PracticeSite {
  /** `http://127.0.0.1:PORT`, no slash at the end. */
  readonly url: string;
  /** The same site under `http://localhost:PORT`: another origin, without the first one's cookies. */
  readonly otherUrl: string;
  readonly state: PracticeState;
  readonly close: () => Promise<void>;
}

export interface PracticeOptions {
  /** 0, the default: any free port. */
  readonly port?: number;
  readonly host?: string;
  /** Milliseconds since the Unix epoch; also dates the answers (`Date` header). */
  readonly clock?: () => number;
  /** Language of those who do not ask for one; otherwise what the browser asks for, French unless it is English. */
  readonly lang?: Language;
}

const mostBytes = 100_000;

/** Every file of `pages/` exports one `page`. */
async function loadPages(): Promise<PracticePage[]> {
  const folder = new URL('./pages/', import.meta.url);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const modules = await Promise.all(
    names
      .sort()
      .map(
        (name) => import(/* @vite-ignore */ new URL(name, folder).href) as Promise<{ page: PracticePage }>,
      ),
  );
  return modules.map((module) => module.page);
}

export async function startPracticeSite(options: PracticeOptions = {}): Promise<PracticeSite> {
  const { port = 0, host = '127.0.0.1', clock = Date.now, lang } = options;
  const pages = await loadPages();
  const state = new PracticeState();

  const server = createServer((request, response) => {
    response.setHeader('Date', new Date(clock()).toUTCString());
    answer({ request, response, pages, state, nowMs: clock(), ...(lang !== undefined && { lang }) }).catch(
      (error: unknown) => {
        console.error(error);
        send(response, jsonReply({ error: 'the practice site failed' }, 500));
      },
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const bound = (server.address() as AddressInfo).port;
  return {
    url: `http://127.0.0.1:${bound}`,
    otherUrl: `http://localhost:${bound}`,
    state,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}

interface Call {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly pages: readonly PracticePage[];
  readonly state: PracticeState;
  readonly nowMs: number;
  readonly lang?: Language;
}

async function answer(call: Call): Promise<void> {
  const { request, response, pages, state } = call;
  // Anybody may ask what time it is here; who asked, and with what, is written down.
  if (request.method === 'HEAD') {
    state.heads.push({ path: request.url ?? '', cookie: request.headers.cookie !== undefined });
    send(response, { status: 204, headers: {}, body: '' });
    return;
  }
  if (request.method !== 'GET' && request.method !== 'POST') {
    send(response, jsonReply({ error: 'GET and POST only' }, 405));
    return;
  }
  const url = new URL(request.url ?? '/', `http://${request.headers.host ?? '127.0.0.1'}`);
  const body = await readBody(request);
  if (body === null) {
    send(response, jsonReply({ error: 'too large' }, 413));
    return;
  }
  const form = parseForm(body, request.headers['content-type'] ?? '');
  if (url.pathname.startsWith('/__')) {
    send(response, testDoor(url, state));
    return;
  }
  const [, id = '', rest = ''] = /^\/([^/]*)(.*)$/.exec(url.pathname) ?? [];
  const shown = pages.find((candidate) => candidate.id === id);
  const exchange = toExchange(call, { url, form, path: shown === undefined ? url.pathname : rest || '/' });
  if (url.pathname === '/') {
    send(response, page(exchange, landing(exchange, pages)));
    return;
  }
  const route = shown?.routes.find(
    ({ method, path }) => method === exchange.method && covers(path, exchange.path),
  );
  send(response, route === undefined ? jsonReply({ error: 'not found' }, 404) : await route.handle(exchange));
}

function covers(route: string, path: string): boolean {
  return route.endsWith('/*') ? path.startsWith(route.slice(0, -1)) : route === path;
}

/** Cookies are shared by all ports of a host, so the name carries the port: two sites must not mix their sessions. */
function toExchange(call: Call, at: { url: URL; form: URLSearchParams; path: string }): Exchange {
  const { request, response, state, nowMs } = call;
  const { url, form, path } = at;
  const cookie = `practice_${url.port}`;
  const known = new RegExp(`(?:^|; )${cookie}=([0-9a-f-]{36})`).exec(request.headers.cookie ?? '')?.[1];
  const sessionId = known ?? randomUUID();
  if (known === undefined)
    response.setHeader('Set-Cookie', `${cookie}=${sessionId}; Path=/; HttpOnly; SameSite=Lax`);
  const session = state.session(sessionId);
  const asked = url.searchParams.get('lang');
  const lang = chooseLanguage(
    asked,
    session.lang ?? call.lang ?? null,
    request.headers['accept-language'] ?? '',
  );
  if (asked !== null) session.lang = lang;
  const other = url.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
  return {
    method: request.method === 'POST' ? 'POST' : 'GET',
    path,
    query: url.searchParams,
    form,
    lang,
    nowMs,
    origin: url.origin,
    otherOrigin: `http://${other}:${url.port}`,
    nonce: randomBytes(16).toString('base64url'),
    session,
    state,
  };
}

/** `/__state?user=` tells what a user did; `/__reset?user=` forgets a user, without `user` everybody. */
function testDoor(url: URL, state: PracticeState): Reply {
  const user = url.searchParams.get('user');
  if (url.pathname === '/__state' && user !== null) return jsonReply(state.snapshot(user));
  if (url.pathname === '/__reset') {
    state.reset(user ?? undefined);
    return jsonReply({ reset: user ?? 'everybody' });
  }
  return jsonReply({ error: 'not found' }, 404);
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > mostBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseForm(body: string, type: string): URLSearchParams {
  if (!type.startsWith('application/json')) return new URLSearchParams(body);
  const form = new URLSearchParams();
  const value: unknown = JSON.parse(body);
  if (typeof value === 'object' && value !== null) {
    for (const [name, text] of Object.entries(value)) if (typeof text === 'string') form.set(name, text);
  }
  return form;
}

function send(response: ServerResponse, { status, headers, body }: Reply): void {
  response.writeHead(status, { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer', ...headers });
  response.end(body);
}
