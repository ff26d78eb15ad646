/**
 * bench/browser: a real Chromium with extensions, spoken to over a bare DevTools pipe. Not the end-to-end driver: that one
 * attaches to every new document and holds it until it has, which would be measured too. Knows nothing of Seconde.
 */
import type { Readable, Writable } from 'node:stream';

export type Parameters = Readonly<Record<string, unknown>>;

export interface Pipe {
  /** Sends one command, to the browser or to an attached session. Rejects with the browser's own words. */
  send<T = unknown>(method: string, parameters?: Parameters, sessionId?: string): Promise<T>;
}

interface Answer {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** JSON messages with a zero byte after each, as `--remote-debugging-pipe` has them. Events are not looked at. */
export function openPipe(input: Writable, output: Readable): Pipe {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let rest = '';
  output.setEncoding('utf8');
  output.on('data', (chunk: string) => {
    const messages = (rest + chunk).split('\0');
    rest = messages.pop() ?? '';
    for (const text of messages) hear(JSON.parse(text) as Answer);
  });
  output.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('the browser has ended'));
  });

  function hear({ id, result, error }: Answer): void {
    const asker = id === undefined ? undefined : waiting.get(id);
    if (id === undefined || !asker) return;
    waiting.delete(id);
    if (error) asker.reject(new Error(error.message));
    else asker.resolve(result);
  }

  return {
    send: <T>(method: string, params: Parameters = {}, sessionId?: string) =>
      new Promise<T>((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, { resolve: resolve as (value: unknown) => void, reject });
        input.write(`${JSON.stringify({ id: lastId, method, params, sessionId })}\0`);
      }),
  };
}
