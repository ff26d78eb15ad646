/** Handlers of lib/messages/support-protocol.ts, a line or two each. */
import { readPolicy } from '@/lib/browser/policy-store';
import { tabRecords, tabsWithRecord } from '@/lib/browser/session-records';
import { ok } from '@/lib/errors';
import type { Handlers } from '@/lib/messages/serve';
import type { SupportProtocol } from '@/lib/messages/support-protocol';
import { type SupportPorts, supportFacts } from '@/lib/walks/support';
import { ports, vault } from './household';

const supportPorts: SupportPorts = {
  vault,
  settings: ports.settings,
  policy: ports.policy,
  records: async () => Promise.all((await tabsWithRecord()).map((tabId) => tabRecords.get(tabId))),
};

export const supportHandlers: Pick<Handlers, keyof SupportProtocol> = {
  'policy.read': async () => ok(await readPolicy()),
  'support.read': async () => ok(await supportFacts(supportPorts)),
};
