/** Handlers of lib/messages/support-protocol.ts, a line or two each. */
import { readPolicy } from '@/lib/browser/policy-store';
import { ok } from '@/lib/errors';
import type { Handlers } from '@/lib/messages/serve';
import type { SupportProtocol } from '@/lib/messages/support-protocol';

export const supportHandlers: Pick<Handlers, keyof SupportProtocol> = {
  'policy.read': async () => ok(await readPolicy()),
};
