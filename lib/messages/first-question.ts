import type { Envelope } from './client';
import { firstRows } from './first-rows';

/** The first question of a popup or panel, with the background's reply as it came. */
export interface FirstQuestion {
  readonly tabId: number | null;
  /** `undefined` when nobody answered. */
  readonly reply: unknown;
}

export interface FirstQuestionOptions {
  readonly activeTabId: () => Promise<number | null>;
  readonly send: (message: Envelope<'glance'>) => Promise<unknown>;
}

/**
 * Asks for all that the first drawing shows; never rejects. It goes into a script of its own that runs before everything
 * else (entrypoints/ask), so nothing is imported here but a number.
 */
export async function askFirst({ activeTabId, send }: FirstQuestionOptions): Promise<FirstQuestion> {
  const tabId = await activeTabId().catch(() => null);
  const reply = await send({ name: 'glance', request: { tabId, limit: firstRows } }).catch(() => undefined);
  return { tabId, reply };
}
