/**
 * Sites that the person lets us into without a gesture, one at a time, by optional host permissions. A permission that is
 * to stay has a registered content script, which only says that the page was loaded; one that is for once has none.
 */
import { browser } from 'wxt/browser';
import { patternOf } from '@/lib/sites/pattern';
import type { SiteAccess } from '@/lib/walks/ports';

const prefix = 'arrive ';

function allowed(origin: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [patternOf(origin)] });
}

export const siteAccess: SiteAccess = {
  allowed,

  async kept(origin) {
    return (await keptSites()).includes(origin) && (await allowed(origin));
  },

  /** Another port of the same host may still need it. */
  async drop(origin) {
    const pattern = patternOf(origin);
    if ((await keptSites()).some((kept) => patternOf(kept) === pattern)) return;
    await browser.permissions.remove({ origins: [pattern] });
  },
};

/** Origins whose permission is to stay, as the person said in the settings. */
export async function keptSites(): Promise<string[]> {
  const scripts = await browser.scripting.getRegisteredContentScripts();
  return scripts.filter(({ id }) => id.startsWith(prefix)).map(({ id }) => id.slice(prefix.length));
}

export async function keepSite(origin: string): Promise<void> {
  if ((await keptSites()).includes(origin)) return;
  await browser.scripting.registerContentScripts([
    {
      id: prefix + origin,
      matches: [patternOf(origin)],
      js: ['/arrive.js'],
      runAt: 'document_idle',
      allFrames: false,
      persistAcrossSessions: true,
    },
  ]);
}

export async function giveBackSite(origin: string): Promise<void> {
  await unregister([origin]);
  await siteAccess.drop(origin);
}

/** Leaves this computer: neither a permission nor a script tells which sites there were. */
export async function giveBackAllSites(): Promise<void> {
  const kept = await keptSites();
  await unregister(kept);
  for (const origin of kept) await siteAccess.drop(origin);
}

/** The person took permissions back in the browser's own settings. */
export async function forgetLostSites(): Promise<void> {
  const kept = await keptSites();
  const held = await Promise.all(kept.map(allowed));
  await unregister(kept.filter((_, index) => !held[index]));
}

async function unregister(origins: readonly string[]): Promise<void> {
  const known = await keptSites();
  const ids = origins.filter((origin) => known.includes(origin)).map((origin) => prefix + origin);
  if (ids.length > 0) await browser.scripting.unregisterContentScripts({ ids });
}
