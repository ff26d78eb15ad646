/** What a person chose for a site: read and changed by origin. Pure. */
import type { SiteMemory, VaultContent } from '@/lib/vault/account';

export function memoryOf(content: VaultContent, origin: string): SiteMemory {
  return content.sites?.[origin] ?? {};
}

/** `undefined` in `change` forgets a choice. A site without any leaves the list. */
export function withMemory(
  content: VaultContent,
  origin: string,
  change: { readonly [K in keyof SiteMemory]: SiteMemory[K] | undefined },
): VaultContent {
  const merged = Object.entries({ ...memoryOf(content, origin), ...change });
  const kept = Object.fromEntries(merged.filter(([, value]) => value !== undefined && value !== false));
  const { [origin]: _, ...others } = content.sites ?? {};
  return { ...content, sites: Object.keys(kept).length === 0 ? others : { ...others, [origin]: kept } };
}

export function withHttpHost(content: VaultContent, host: string, allowed: boolean): VaultContent {
  const others = (content.httpHosts ?? []).filter((other) => other !== host);
  return { ...content, httpHosts: allowed ? [...others, host] : others };
}
