/**
 * A click on an account link of a page, on a site where the person chose that these open in Seconde. The page's word is a
 * hint: it brings a question, and nothing is saved before the person's yes (`goOn`, as after a choice).
 */
import { siteOrigin } from '@/lib/sites/origin';
import { holdsAccounts, namesIn, readAccounts } from '@/lib/transfer/registry';
import type { Card } from '@/lib/messages/protocol';
import type { WalkPorts } from './ports';
import { lasting } from './tab-record';

/** A page can have a person click, but not be asked more often than this. */
const leastPauseMs = 1000;
const longestName = 100;

export interface PageLinks {
  /** `origin`: of the top document that says so, by the browser. */
  offer(tabId: number, origin: string, address: string): Promise<void>;
}

export function createPageLinks(ports: WalkPorts): PageLinks {
  let lastMs = Number.NEGATIVE_INFINITY;
  return {
    async offer(tabId, origin, address) {
      if (!(await ports.access.opensLinks(origin))) return;
      const tab = await ports.pages.tab(tabId);
      if (!tab?.active || siteOrigin(tab.url) !== origin) return;
      const now = ports.clock.now();
      if (Math.abs(now - lastMs) < leastPauseMs) return;
      lastMs = now;
      const card = cardOf(address, new URL(origin).host);
      let shown = false;
      await ports.records.change(tabId, (record) => {
        // A walk that is under way would write over it.
        shown = record.card?.kind !== 'working';
        if (!shown) return record;
        const pending =
          card.kind === 'page-link'
            ? {
                kind: 'enrol' as const,
                origin,
                texts: [address],
                privateWindowAllowed: false,
                madeAtMs: now,
              }
            : null;
        return { ...lasting(record), card, pending, watch: null };
      });
      if (shown) await ports.surfaces.show(tabId);
    },
  };
}

function cardOf(address: string, host: string): Extract<Card, { kind: 'page-link' | 'failed' }> {
  const read = readAccounts(address);
  if (!read.ok && !holdsAccounts(address)) return { kind: 'failed', failure: read.failure };
  const { issuer, name } = namesIn(address);
  return {
    kind: 'page-link',
    host,
    issuer: issuer.slice(0, longestName),
    name: name.slice(0, longestName),
    others: read.ok ? read.value.entries.length - 1 : 0,
  };
}
