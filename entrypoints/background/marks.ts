/** The mark on the toolbar icon, where the person allowed a site and an account belongs to it. */
import { badge, knownTabs, markTab } from '@/lib/browser/badge';
import { keptSites } from '@/lib/browser/site-access';
import { hasAccountHere } from '@/lib/walks/site-mark';
import type { WalkPorts } from '@/lib/walks/ports';

export interface Marker {
  readonly ports: Pick<WalkPorts, 'vault' | 'access' | 'pages'>;
  /** What the icon says where its mark stands. */
  readonly title: () => Promise<string>;
}

/** After the vault was opened, locked or changed. Costs nothing where no site was allowed. */
export async function markTabs(marker: Marker): Promise<void> {
  if ((await keptSites()).length === 0) return;
  for (const { id, url } of await knownTabs()) await markOne(marker, id, url);
}

/** Takes away what was said for a moment; the mark of the site comes back. */
export async function clearBadge(marker: Marker, tabId: number): Promise<void> {
  await badge(tabId, '');
  if ((await keptSites()).length === 0) return;
  await markOne(marker, tabId, (await marker.ports.pages.tab(tabId))?.url ?? null);
}

export async function markOne(
  { ports, title }: Marker,
  tabId: number,
  address: string | null,
): Promise<void> {
  await markTab(tabId, await hasAccountHere(ports, address), await title());
}
