import { useState } from 'preact/hooks';
import type { Result } from '@/lib/errors';
import type { MessageName, Request } from '@/lib/messages/protocol';
import type { AccountOption, SiteUndo } from '@/lib/messages/sites-protocol';
import type { Policy } from '@/lib/settings/policy';
import { patternOf } from '@/lib/sites/pattern';
import type { Port } from '../app/port';
import { useAnswer } from '../backup/use-answer';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import { SiteItem } from './site-item';
import { namedStep, type Remember, type Step } from './use-undo';
import './sites-section.css';

export interface SitesSectionProps {
  readonly port: Pick<Port, 'ask' | 'onChange' | 'allowSite'>;
  readonly policy: Policy;
  readonly remember: Remember;
}

/** Where codes may go, what may happen there by itself, and taking any of it back. */
export function SitesSection({ port, policy, remember }: SitesSectionProps) {
  const { t, failure } = useSpeech();
  const answer = useAnswer(port, 'sites.list');
  const [problem, setProblem] = useState('');
  if (!answer) return null;

  const tell = (result: Result<unknown>): boolean => {
    setProblem(result.ok ? '' : failure(result.failure));
    return result.ok;
  };
  const ask = async <N extends MessageName>(name: N, request: Request<N>): Promise<boolean> =>
    tell(await port.ask(name, request));
  /** A change that can be taken back, of what has that name. */
  const change = async <N extends 'sites.change' | 'sites.untie' | 'sites.narrow' | 'sites.http'>(
    name: N,
    request: Request<N>,
    called: string,
    changed?: Step['changed'],
  ): Promise<boolean> => {
    const done: Result<SiteUndo> = await port.ask(name, request);
    if (!tell(done) || !done.ok) return false;
    const step = namedStep(
      () => called,
      () => void ask('sites.undo', done.value),
    );
    remember(changed ? { ...step, changed } : step);
    return true;
  };
  const nameOf = ({ issuer, name }: AccountOption): string => issuer || name || t('nameless');
  /** The browser's question comes in the click itself. */
  const allow = async (origin: string): Promise<boolean> => {
    const given = await port.allowSite(patternOf(origin)).catch(() => false);
    if (given) return ask('sites.allowed', { origin, allowed: true });
    setProblem(t('siteRefused'));
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
          <div role="status">{problem && <Notice tone="bad">{problem}</Notice>}</div>
          <ul class="sites" role="list">
            {answer.value.sites.map((site) => (
              <SiteItem
                key={site.origin}
                site={site}
                isProtected={answer.value.isProtected}
                isForbidden={policy.forbidUnattendedFill}
                onUntie={(account) =>
                  void change('sites.untie', { origin: site.origin, accountId: account.id }, site.host, (t) =>
                    t('siteUntied', { account: nameOf(account), host: site.host }),
                  )
                }
                onAllow={(on) =>
                  void (on
                    ? allow(site.origin)
                    : ask('sites.change', { origin: site.origin, change: { unattended: false } }).then(() =>
                        ask('sites.allowed', { origin: site.origin, allowed: false }),
                      ))
                }
                onUnattended={(on) => {
                  const to = { origin: site.origin, change: { unattended: on } };
                  if (!on || site.allowed) return void ask('sites.change', to);
                  return void allow(site.origin).then((given) => given && ask('sites.change', to));
                }}
                onLinks={(on) => {
                  const request = { origin: site.origin, on };
                  if (!on || site.allowed) return void ask('sites.links', request);
                  return void allow(site.origin).then((given) => given && ask('sites.links', request));
                }}
                onChange={(to) => void change('sites.change', { origin: site.origin, change: to }, site.host)}
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
                      onClick={() => void change('sites.narrow', { domain, accountId: account.id }, domain)}
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
                    <button
                      class="plain"
                      onClick={() => void change('sites.http', { host, allowed: false }, host)}
                    >
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
