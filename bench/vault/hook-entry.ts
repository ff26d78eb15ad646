/**
 * Runs beside the product's background in a copy under measurement, in the same worker or event page and over the same
 * storage. Its vault is the product's own, as is the lock that both take.
 */
import { tools } from './tools';

declare const hookAddress: string;

const id = crypto.randomUUID();

function post(verb: 'note' | 'answer', content: unknown): Promise<Response> {
  return fetch(`${hookAddress}/${verb}/${id}`, { method: 'POST', body: JSON.stringify(content) });
}

interface Command {
  readonly id: number;
  readonly tool: string;
  readonly args: readonly unknown[];
}

async function obey(command: Command): Promise<void> {
  const tool = tools[command.tool];
  const note = (content: unknown) => void post('note', content);
  try {
    if (!tool) throw new TypeError(`no tool "${command.tool}"`);
    await post('answer', { id: command.id, value: await tool(command.args as never, note) });
  } catch (error) {
    await post('answer', { id: command.id, error: String(error) });
  }
}

async function listen(): Promise<void> {
  for (;;) {
    const answer = await fetch(`${hookAddress}/next/${id}`);
    void obey((await answer.json()) as Command);
  }
}

// The bench has ended, or this background is about to.
listen().catch(() => undefined);
