/** Handlers of lib/messages/list-protocol.ts, a line or two each. */
import { announceChange } from '@/lib/browser/session-records';
import { type Result, ok } from '@/lib/errors';
import type { ListProtocol } from '@/lib/messages/list-protocol';
import type { Handlers } from '@/lib/messages/serve';
import { type ArrangePorts, about, move, pin, tag } from '@/lib/walks/arrange';
import { changeSettings } from '@/lib/browser/settings-store';
import { ports } from './household';

const arrangePorts: ArrangePorts = { ...ports, changeSettings };

export const listHandlers: Pick<Handlers, keyof ListProtocol> = {
  'list.about': ({ accountId }) => about(arrangePorts, accountId),
  'list.pin': async ({ accountId, pinned }) => announced(await pin(arrangePorts, accountId, pinned)),
  'list.tags': async ({ accountId, tags }) => announced(await tag(arrangePorts, accountId, tags)),
  'list.move': async (request) => announced(await move(arrangePorts, request)),
  // Nothing is announced: rows that change places under the hand that copies would be a nuisance.
  'list.used': async ({ accountId, untilMs }) => {
    await ports.uses.note(accountId, untilMs, Date.now());
    return ok(null);
  },
};

async function announced<T>(result: Result<T>): Promise<Result<T>> {
  if (result.ok) await announceChange();
  return result;
}
