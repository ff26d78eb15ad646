/**
 * bench/vault: what storage does to a real vault in a real browser: kills, damage, remnants. A hook in a copy of the build
 * does in the extension's own background what this side says over loopback; the product's files are not changed.
 */
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The hook of one background; another start of it is another hook. */
export interface Hook {
  /** What the hook's tool of this name answers. @throws Error with its own words, or after `timeoutMs` (default 20 s) */
  call<T>(tool: string, args?: readonly unknown[], timeoutMs?: number): Promise<T>;
  /** Told what a tool that goes on says meanwhile. */
  onNote(listener: (note: unknown) => void): void;
}

export interface Channel {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string;
  /** The next background that starts. @throws Error when none does */
  nextHook(timeoutMs?: number): Promise<Hook>;
  close(): Promise<void>;
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

interface Line {
  readonly commands: string[];
  /** The answer the hook waits for, while there is nothing to do. */
  poll: ServerResponse | null;
  readonly waiting: Map<number, Waiting>;
  notes: (note: unknown) => void;
}

export async function openChannel(): Promise<Channel> {
  const lines = new Map<string, Line>();
  let greet: ((hook: Hook) => void) | null = null;

  function hello(id: string): Line {
    const line: Line = { commands: [], poll: null, waiting: new Map(), notes: () => undefined };
    lines.set(id, line);
    greet?.(hookOf(line));
    return line;
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Cache-Control', 'no-store');
    const [, verb, id = ''] = (request.url ?? '').split('/');
    const line = lines.get(id) ?? hello(id);
    if (verb === 'next') {
      line.poll = response;
      return feed(line);
    }
    const text = await bodyOf(request);
    response.end();
    if (verb === 'note') line.notes(JSON.parse(text));
    if (verb === 'answer') settle(line, JSON.parse(text) as Answer);
  }

  const server = createServer((request, response) => void serve(request, response).catch(() => undefined));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    nextHook: (timeoutMs = 30_000) => {
      const met = new Promise<Hook>((resolve) => (greet = resolve));
      return within(timeoutMs, met, 'the background does not start');
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Answer {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}

let lastId = 0;

function hookOf(line: Line): Hook {
  return {
    call: <T>(tool: string, args: readonly unknown[] = [], timeoutMs = 20_000) => {
      const id = (lastId += 1);
      const answered = new Promise<T>((resolve, reject) => {
        line.waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
      });
      line.commands.push(JSON.stringify({ id, tool, args }));
      feed(line);
      return within(timeoutMs, answered, `no answer to ${tool}`);
    },
    onNote: (listener) => (line.notes = listener),
  };
}

function feed(line: Line): void {
  const [next] = line.commands;
  if (next === undefined || !line.poll) return;
  line.commands.shift();
  line.poll.end(next);
  line.poll = null;
}

function settle(line: Line, { id, value, error }: Answer): void {
  const asker = line.waiting.get(id);
  line.waiting.delete(id);
  if (error === undefined) asker?.resolve(value);
  else asker?.reject(new Error(error));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

async function within<T>(timeoutMs: number, work: Promise<T>, otherwise: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${otherwise} in ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
