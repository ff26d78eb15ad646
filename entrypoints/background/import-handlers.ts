/** Handlers of lib/messages/import-protocol.ts. */
import { announceChange } from '@/lib/browser/session-records';
import type { ImportProtocol } from '@/lib/messages/import-protocol';
import type { Handlers } from '@/lib/messages/serve';
import { commitImport, importState, previewImport, undoImport } from '@/lib/walks/import-accounts';
import { ports, vault } from './household';

export const importHandlers: Pick<Handlers, keyof ImportProtocol> = {
  'import.state': () => importState(ports),
  'import.preview': ({ entries }) => {
    vault.touch();
    return previewImport(ports, entries);
  },
  'import.commit': async (request) => {
    const done = await commitImport(ports, request);
    if (done.ok) await announceChange();
    return done;
  },
  'import.undo': async () => {
    const done = await undoImport(ports);
    if (done.ok) await announceChange();
    return done;
  },
};
