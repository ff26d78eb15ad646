/** Handlers of lib/messages/export-protocol.ts, a line or two each. */
import { readPolicy } from '@/lib/browser/policy-store';
import type { ExportProtocol } from '@/lib/messages/export-protocol';
import type { Handlers } from '@/lib/messages/serve';
import { type TakeOutPorts, exportState, sealSeries, takeOut } from '@/lib/walks/take-out';
import { ports, vault } from './household';

const takeOutPorts: TakeOutPorts = {
  vault,
  randomBytes: ports.randomBytes,
  isClearForbidden: async () => (await readPolicy()).forbidClearExport,
};

export const exportHandlers: Pick<Handlers, keyof ExportProtocol> = {
  'export.state': () => exportState(takeOutPorts),
  'export.take': ({ accountIds, ...request }) => takeOut(takeOutPorts, accountIds, request),
  'export.series': ({ accountIds, proof }) => sealSeries(takeOutPorts, accountIds, proof),
};
