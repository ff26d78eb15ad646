/** Handlers of lib/messages/codes-protocol.ts, a line or two each. */
import { announceChange } from '@/lib/browser/session-records';
import { type Result, ok } from '@/lib/errors';
import type { CodesProtocol } from '@/lib/messages/codes-protocol';
import type { Handlers } from '@/lib/messages/serve';
import {
  askedCode,
  keepCodes,
  readCodes,
  showCodes,
  tickCode,
  type CodesPorts,
} from '@/lib/walks/recovery-codes';
import { ports, vault } from './household';

const codesPorts: CodesPorts = { ...ports, vault };

export const codesHandlers: Pick<Handlers, keyof CodesProtocol> = {
  'codes.read': ({ tabId }) => readCodes(codesPorts, tabId),
  'codes.keep': async ({ accountId, codes }) => announced(await keepCodes(codesPorts, accountId, codes)),
  'codes.show': ({ accountId, typed }) => showCodes(codesPorts, accountId, typed),
  'codes.tick': async ({ accountId, index, used }) =>
    announced(await tickCode(codesPorts, accountId, index, used)),
  'codes.asked': ({ tabId }) => askedCode(codesPorts, tabId),
};

async function announced(result: Result<void>): Promise<Result<null>> {
  if (!result.ok) return result;
  await announceChange();
  return ok(null);
}
