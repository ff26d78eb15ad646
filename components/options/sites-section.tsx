import { useState } from 'preact/hooks';
import type { Result } from '@/lib/errors';
import type { MessageName, Request } from '@/lib/messages/protocol';
import type { AccountOption } from '@/lib/messages/sites-protocol';
import type { Policy } from '@/lib/settings/policy';
import { patternOf } from '@/lib/sites/pattern';
import type { Port } from '../app/port';
import { useAnswer } from '../backup/use-answer';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import { SiteItem } from './site-item';
import './sites-section.css';

export interface SitesSectionProps {
  readonly port: Pick<Port, 'ask' | 'onChange' | 'allowSite'>;
  readonly policy: Policy;
}

/** Where codes may go, what may happen there by itself, and taking any of it back. */
export function SitesSection({ port, policy }: SitesSectionProps) {
  const { t, failure } = useSpeech();
  const answer = useAnswer(port, 'sites.list');
  const [said, setSaid] = useState<{ readonly tone: 'good' | 'bad'; readonly text: string } | null>(null);
  if (!answer) return null;

  const tell = (result: Result<unknown>, text = ''): boolean => {
    setSaid(
      result.ok
        ? text === ''
          ? null
          : { tone: 'good', text }
        : { tone: 'bad', text: failure(result.failure) },
    );
    return result.ok;
  };
  const ask = async <N extends MessageName>(name: N, request: Request<N>, text = ''): Promise<boolean> =>
    tell(await port.ask(name, request), text);
  const nameOf = ({ issuer, name }: AccountOption): string => issuer || name || t('nameless');
  /** The browser's question comes in the click itself. */
  const allow = async (origin: string): Promise<boolean> => {
    const given = await port.allowSite(patternOf(origin)).catch(() => false);
    if (given) return ask('sites.allowed', { origin, allowed: true });
    setSaid({ tone: 'bad', text: t('siteRefused') });
    return false;
  };

  return (
    <section id="sites-list">
      <h2>{t('sitesTitle')}</h2>
      {!answer.ok ? (
        <p class="quiet">
          {answer.failure.code === 'vault-locked' ? t('sitesLocked') : failure(answer.failure)}
        </p>
      ) : (
        <>
          <p class="quiet">{t(answer.value.sites.length === 0 ? 'sitesNone' : 'sitesLead')}</p>
          <div role="status">{said && <Notice tone={said.tone}>{said.text}</Notice>}</div>
          <ul class="sites" role="list">
            {answer.value.sites.map((site) => (
              <SiteItem
                key={site.origin}
                site={site}
                isProtected={answer.value.isProtected}
                isForbidden={policy.forbidUnattendedFill}
                onUntie={({ id }) =>
                  void ask('sites.untie', { origin: site.origin, accountId: id }, t('siteUntied'))
                }
                onAllow={(on) =>
                  void (on
                    ? allow(site.origin)
                    : ask('sites.change', { origin: site.origin, change: { unattended: false } }).then(() =>
                        ask('sites.allowed', { origin: site.origin, allowed: false }),
                      ))
                }
                onUnattended={(on) => {
                  const change = { origin: site.origin, change: { unattended: on } };
                  if (!on || site.allowed) return void ask('sites.change', change);
                  return void allow(site.origin).then((given) => given && ask('sites.change', change));
                }}
                onLinks={(on) => {
                  const request = { origin: site.origin, on };
                  if (!on || site.allowed) return void ask('sites.links', request);
                  return void allow(site.origin).then((given) => given && ask('sites.links', request));
                }}
                onChange={(change) => void ask('sites.change', { origin: site.origin, change })}
              />
            ))}
          </ul>
          {answer.value.domains.length > 0 && (
            <>
              <h3>{t('domainsTitle')}</h3>
              <ul class="sites" role="list">
                {answer.value.domains.map(({ domain, account }) => (
                  <li key={`${domain} ${account.id}`} class="site-line">
                    <span>{t('domainLine', { account: nameOf(account), domain })}</span>
                    <button
                      class="plain"
                      onClick={() => void ask('sites.narrow', { domain, accountId: account.id })}
                    >
                      {t('domainRemove')}
                    </button>
                  </li>
                ))}
              </ul>
            </>
          )}
          {answer.value.httpHosts.length > 0 && (
            <>
              <h3>{t('httpTitle')}</h3>
              <ul class="sites" role="list">
                {answer.value.httpHosts.map((host) => (
                  <li key={host} class="site-line">
                    <span>{host}</span>
                    <button class="plain" onClick={() => void ask('sites.http', { host, allowed: false })}>
                      {t('httpRemove', { host })}
                    </button>
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </section>
  );
}
