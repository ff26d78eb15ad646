/**
 * Sites that the person lets us into without a gesture, one at a time, by optional host permissions. A permission that is
 * to stay has a registered content script, which only says that the page was loaded; one that is for once has none. Where
 * clicks on account links are to open in Seconde there is a second one, which is that choice itself: it must be known while
 * the vault is locked, and no page without it may lose a click.
 */
import { browser } from 'wxt/browser';
import { patternOf } from '@/lib/sites/pattern';
import type { SiteAccess } from '@/lib/walks/ports';

const prefix = 'arrive ';
const linksPrefix = 'links ';
const files = { [prefix]: '/arrive.js', [linksPrefix]: '/links.js' } as const;

/** Chromium forgets registered scripts when the extension is updated, not the permissions: their names are kept here. */
const recordName = 'siteScripts';

function allowed(origin: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [patternOf(origin)] });
}

export const siteAccess: SiteAccess = {
  allowed,

  async kept(origin) {
    return (await keptSites()).includes(origin) && (await allowed(origin));
  },

  async opensLinks(origin) {
    return (await linkSites()).includes(origin) && (await siteAccess.kept(origin));
  },

  /** Another port of the same host may still need it. */
  async drop(origin) {
    const pattern = patternOf(origin);
    if ((await keptSites()).some((kept) => patternOf(kept) === pattern)) return;
    await browser.permissions.remove({ origins: [pattern] });
  },
};

/** Origins whose permission is to stay, as the person said in the settings. */
export function keptSites(): Promise<string[]> {
  return registered(prefix);
}

/** Origins whose account links open in Seconde. */
export function linkSites(): Promise<string[]> {
  return registered(linksPrefix);
}

async function registered(kind: string): Promise<string[]> {
  const scripts = await browser.scripting.getRegisteredContentScripts();
  return scripts.filter(({ id }) => id.startsWith(kind)).map(({ id }) => id.slice(kind.length));
}

export async function keepSite(origin: string): Promise<void> {
  if (!(await keptSites()).includes(origin)) await register(prefix, origin);
}

/** Only on a site whose permission is to stay. */
export async function openLinks(origin: string, on: boolean): Promise<void> {
  const isOn = (await linkSites()).includes(origin);
  if (!on && isOn) await unregisterIds([linksPrefix + origin]);
  if (on && !isOn && (await siteAccess.kept(origin))) await register(linksPrefix, origin);
}

/** After an update: what was registered before it, where the permission still holds. */
export async function restoreSiteScripts(): Promise<void> {
  const known = await registeredIds();
  for (const id of await recordedIds()) {
    const kind = ([prefix, linksPrefix] as const).find((one) => id.startsWith(one));
    if (kind === undefined || known.has(id)) continue;
    const origin = id.slice(kind.length);
    if (await allowed(origin)) await register(kind, origin);
  }
  await record();
}

async function register(kind: keyof typeof files, origin: string): Promise<void> {
  await browser.scripting.registerContentScripts([
    {
      id: kind + origin,
      matches: [patternOf(origin)],
      js: [files[kind]],
      runAt: 'document_idle',
      allFrames: false,
      persistAcrossSessions: true,
    },
  ]);
  await record();
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
  const known = await registeredIds();
  await unregisterIds(
    origins.flatMap((origin) => [prefix + origin, linksPrefix + origin]).filter((id) => known.has(id)),
  );
}

async function unregisterIds(ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await browser.scripting.unregisterContentScripts({ ids: [...ids] });
  await record();
}

async function registeredIds(): Promise<ReadonlySet<string>> {
  return new Set((await browser.scripting.getRegisteredContentScripts()).map(({ id }) => id));
}

async function recordedIds(): Promise<readonly string[]> {
  const stored: unknown = (await browser.storage.local.get(recordName))[recordName];
  return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string') : [];
}

async function record(): Promise<void> {
  const ids = [...(await registeredIds())];
  if (ids.length > 0) await browser.storage.local.set({ [recordName]: ids });
  else await browser.storage.local.remove(recordName);
}
