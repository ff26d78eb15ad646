import { useEffect, useState } from 'preact/hooks';

export interface Wider {
  readonly domain: string;
  readonly words: 'askWidenBody' | 'askWidenSchools' | 'askWidenOrganisations';
}

/** The registrable domains that an account's sites are under, and not tied to yet; the list of suffixes comes by itself. */
export function useWider(sites: readonly string[], domains: readonly string[]): readonly Wider[] {
  const [wider, setWider] = useState<readonly Wider[]>([]);
  useEffect(() => {
    let wanted = true;
    const secure = sites.filter((site) => site.startsWith('https:')).map((site) => new URL(site));
    // A port of one's own is one program: its neighbours by name are others.
    const hosts = secure.filter(({ port }) => port === '').map(({ hostname }) => hostname);
    if (hosts.length === 0) return setWider([]);
    void import('@/lib/sites/registrable').then(({ registrableDomain, othersUnder }) => {
      const found = new Map<string, Wider>();
      for (const host of hosts) {
        const domain = registrableDomain(host);
        if (domain === null || domain === host || domains.includes(domain)) continue;
        const others = othersUnder(domain);
        const words =
          others === 'schools'
            ? 'askWidenSchools'
            : others === 'organisations'
              ? 'askWidenOrganisations'
              : 'askWidenBody';
        found.set(domain, { domain, words });
      }
      if (wanted) setWider([...found.values()]);
    });
    return () => {
      wanted = false;
    };
  }, [sites.join(), domains.join()]);
  return wider;
}
