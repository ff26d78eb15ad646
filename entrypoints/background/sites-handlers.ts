/** Sites: questions answered, permissions, pages that say they are there. Their part of the handlers, and of the listeners. */
import { readPolicy } from '@/lib/browser/policy-store';
import { announceChange, tabRecords, tabsWithRecord } from '@/lib/browser/session-records';
import {
  forgetLostSites,
  giveBackSite,
  keepSite,
  keptSites,
  linkSites,
  openLinks,
  siteAccess,
} from '@/lib/browser/site-access';
import { type Result, fail, ok } from '@/lib/errors';
import type { SitesProtocol, SiteUndo } from '@/lib/messages/sites-protocol';
import type { Handlers } from '@/lib/messages/serve';
import { memoryOf, withHttpHost, withMemory } from '@/lib/sites/memory';
import { siteOrigin } from '@/lib/sites/origin';
import { patternOf } from '@/lib/sites/pattern';
import type { VaultContent } from '@/lib/vault/account';
import { createPageLinks } from '@/lib/walks/page-links';
import {
  askedForFrame,
  fillChosenField,
  fillFrame,
  fillOtherAccount,
  isFillReady,
  neverFillHere,
  showCorrection,
} from '@/lib/walks/site-answers';
import { changedSite, listSites, narrowed, untiedSite } from '@/lib/walks/sites-list';
import { undoable, withChangeUndone } from '@/lib/walks/sites-undo';
import { fillUnattended } from '@/lib/walks/unattended';
import { marker, ports, vault } from './household';
import { markOne, markTabs } from './marks';

const done: Result<null> = ok(null);

/** Clicks on account links of pages, where the person chose it. */
export const pageLinks = createPageLinks(ports);

export const sitesHandlers: Pick<Handlers, keyof SitesProtocol> = {
  'fill.ready': async ({ tabId }) => ok({ sure: await isFillReady(ports, tabId) }),
  'fill.field': async ({ tabId, index }) => started(fillChosenField(ports, tabId, index)),
  'fill.frame': async ({ tabId, origin, given }) => {
    if (given) return started(fillFrame(ports, tabId, origin));
    await askedForFrame(ports, tabId, origin);
    return done;
  },
  'correct.show': async ({ tabId }) => {
    await showCorrection(ports, tabId);
    return done;
  },
  'correct.account': async ({ tabId, accountId }) => started(fillOtherAccount(ports, tabId, accountId)),
  'correct.never': async ({ tabId }) => {
    await neverFillHere(ports, tabId);
    return done;
  },
  'sites.list': async () => listSites(vault, await heldSites(), await linkSites()),
  'sites.change': async ({ origin, change }) => {
    if (change.unattended && (await readPolicy()).forbidUnattendedFill)
      return fail('organisation-unattended');
    return changed({ origin }, (content) => changedSite(content, origin, change));
  },
  'sites.allowed': async ({ origin, allowed }) => {
    if (!allowed) await giveBackSite(origin);
    else if (await siteAccess.allowed(origin)) {
      const kept = await keepAnew(origin);
      if (!kept.ok) return kept;
    }
    await Promise.all([announceChange(), markTabs(marker)]);
    return done;
  },
  'sites.links': async ({ origin, on }) => {
    // The hint of a page without an origin of its own would not be heard.
    if (!on || siteOrigin(origin) === origin) await openLinks(origin, on);
    await announceChange();
    return done;
  },
  'sites.untie': ({ origin, accountId }) =>
    changed({ origin, accountId }, (content) => untiedSite(content, origin, accountId, Date.now())),
  'sites.narrow': ({ domain, accountId }) =>
    changed({ domain, accountId }, (content) => narrowed(content, domain, accountId, Date.now())),
  'sites.http': ({ host, allowed }) =>
    changed({ httpHost: host }, (content) => withHttpHost(content, host, allowed)),
  'sites.undo': async (undo) => {
    const unattended = !(await readPolicy()).forbidUnattendedFill;
    const back = await changed({}, (content) =>
      withChangeUndone(content, undo, { nowMs: Date.now(), unattended }),
    );
    return back.ok ? done : back;
  },
};

async function changed(
  about: Omit<SiteUndo, 'memory'>,
  change: (content: VaultContent) => VaultContent,
): Promise<Result<SiteUndo>> {
  const undo = await undoable(vault, about, change);
  if (undo.ok) await Promise.all([announceChange(), markTabs(marker)]);
  return undo;
}

/** A gesture goes on by itself; what becomes of it is said by the card. */
function started(walk: Promise<void>): Result<null> {
  vault.touch();
  walk.catch(() => undefined);
  return done;
}

/** What was turned on before the permission was taken back in the browser's settings is not on again with it. */
async function keepAnew(origin: string): Promise<Result<null>> {
  if (await siteAccess.kept(origin)) return done;
  const content = await vault.content();
  if (!content.ok) return content;
  if (memoryOf(content.value, origin).unattended) {
    const written = await vault.update((before) => withMemory(before, origin, { unattended: undefined }));
    if (!written.ok) return written;
  }
  await keepSite(origin);
  return done;
}

/** What the person allowed and the browser still does. */
async function heldSites(): Promise<string[]> {
  const kept = await keptSites();
  const held = await Promise.all(kept.map(siteAccess.allowed));
  return kept.filter((_, index) => held[index]);
}

/** A page of an allowed site says that it is there; everything else is looked at by the walk. */
export async function arrived(tabId: number, origin: string, load: string): Promise<void> {
  await markOne(marker, tabId, origin);
  await fillUnattended(ports, tabId, { origin, load });
}

/** The browser gave a permission: perhaps the one that a gesture waits for. The popup that asked may be gone. */
export async function permissionsGiven(patterns: readonly string[]): Promise<void> {
  for (const tabId of await tabsWithRecord()) {
    const { pending } = await tabRecords.get(tabId);
    if (pending?.kind === 'frame' && patterns.includes(patternOf(pending.origin)))
      await fillFrame(ports, tabId, pending.origin);
  }
}

export async function permissionsTaken(): Promise<void> {
  await forgetLostSites();
  await announceChange();
}
