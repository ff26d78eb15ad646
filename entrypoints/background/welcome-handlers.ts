/** The welcome page: opened once, at the very first installation, and its rehearsal. */
import { readPolicy } from '@/lib/browser/policy-store';
import { openOwnPage } from '@/lib/browser/runtime';
import { announceChange } from '@/lib/browser/session-records';
import { ok } from '@/lib/errors';
import type { RehearsalProtocol } from '@/lib/messages/rehearsal-protocol';
import type { Handlers } from '@/lib/messages/serve';
import { clearRehearsals, endRehearsal, findRehearsal } from '@/lib/walks/rehearsal';
import { isWelcome } from '@/lib/walks/welcome';
import { ports } from './household';

export async function welcome(reason: string): Promise<void> {
  if (await isWelcome(reason, readPolicy)) await openOwnPage('welcome.html');
}

export const rehearsalHandlers: Pick<Handlers, keyof RehearsalProtocol> = {
  'rehearsal.find': ({ secret }) => findRehearsal(ports, secret),
  'rehearsal.done': async ({ tabId, secret }) => {
    await endRehearsal(ports, tabId, secret);
    await announceChange();
    return ok(null);
  },
  'rehearsal.clear': async () => {
    const cleared = await clearRehearsals(ports);
    await announceChange();
    return cleared;
  },
};
