import { useEffect, useRef, useState } from 'preact/hooks';
import type { Failure } from '@/lib/errors';
import type { SiteLook } from '@/lib/messages/account-protocol';
import { hostOf } from '@/lib/sites/origin';
import { HandText } from '../scan/hand-text';
import { likenessWords } from '../sites/likeness-words';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import '../cards/cards.css';
import type { AccountPage } from './page';
import { useWider, type Wider } from './use-wider';

/** Where this account's codes may go: taken away, added with the same warnings as anywhere, widened with a yes. */
export function SitesPart({ page }: { page: AccountPage }) {
  const { t, failure } = useSpeech();
  const { details, ask, onEdited } = page;
  const { id: accountId, sites, domains } = details;
  const tied = new Set(sites.map(hostOf));
  const suggestedSites = details.suggestedSites.filter((site) => !tied.has(hostOf(site) ?? site));
  const [address, setAddress] = useState('');
  const [asked, setAsked] = useState<SiteLook | null>(null);
  const [widening, setWidening] = useState<Wider | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [problem, setProblem] = useState<Failure | null>(null);
  const wider = useWider(sites, domains);
  const safe = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asked || widening) safe.current?.focus();
  }, [asked, widening]);
  useEffect(() => setWidening(null), [sites, domains]);

  const begin = (): void => {
    setProblem(null);
    setSaid(null);
    setAsked(null);
  };
  const add = async ({ origin, host, others }: SiteLook): Promise<void> => {
    setAsked(null);
    const [other] = others;
    const also = other && t('accSiteOthers', { account: other.issuer || other.name, host });
    const done = await onEdited(
      await ask('account.site-add', { accountId, origin }),
      t('accSiteAdded', { host }),
    );
    setProblem(done);
    if (done) return;
    setAddress('');
    setSaid(also ?? null);
  };
  const look = async (typed: string): Promise<void> => {
    begin();
    const answer = await ask('account.site-look', { accountId, address: typed });
    if (!answer.ok) return setProblem(answer.failure);
    if (answer.value.already) setSaid(t('accSiteAlready', { host: answer.value.host }));
    else if (answer.value.resembles) setAsked(answer.value);
    else await add(answer.value);
  };
  const untie = async (origin: string): Promise<void> => {
    begin();
    const account = details.issuer || details.name || t('nameless');
    const said = t('siteUntied', { account, host: hostOf(origin) ?? origin });
    setProblem(await onEdited(await ask('account.site-remove', { accountId, origin }), said));
  };
  const narrow = async (domain: string): Promise<void> => {
    begin();
    setProblem(await onEdited(await ask('account.narrow', { accountId, domain })));
  };

  return (
    <>
      <p class="quiet">{t(sites.length === 0 ? 'accSitesNone' : 'accSitesLead')}</p>
      <ul class="site-lines" role="list">
        {sites.map((origin) => {
          const host = hostOf(origin) ?? origin;
          return (
            <li key={origin} class="site-line">
              <b>{host}</b>
              <button
                class="plain"
                aria-label={t('accSiteRemove', { host })}
                onClick={() => void untie(origin)}
              >
                {t('siteUntieShort')}
              </button>
            </li>
          );
        })}
        {domains.map((domain) => (
          <li key={domain} class="site-line">
            <span>{t('accDomain', { domain })}</span>
            <button class="plain" onClick={() => void narrow(domain)}>
              {t('domainRemove')}
            </button>
          </li>
        ))}
      </ul>
      {widening ? (
        <div class="stack">
          <Notice tone="careful">{t(widening.words, { domain: widening.domain })}</Notice>
          <div class="buttons">
            <button ref={safe} class="primary" onClick={() => setWidening(null)}>
              {t('cancel')}
            </button>
            <button
              class="plain"
              onClick={() =>
                void ask('account.widen', { accountId, domain: widening.domain }).then(async (answer) =>
                  setProblem(await onEdited(answer)),
                )
              }
            >
              {t('accSiteWidenYes', { domain: widening.domain })}
            </button>
          </div>
        </div>
      ) : (
        wider.map((one) => (
          <button key={one.domain} class="link" onClick={() => setWidening(one)}>
            {t('accSiteWiden', { domain: one.domain })}
          </button>
        ))
      )}
      {asked?.resembles ? (
        <div class="stack" role="alertdialog" aria-label={t('likeTitle', { known: asked.resembles.known })}>
          <Notice tone="bad">
            <b>{t('likeTitle', { known: asked.resembles.known })}</b>
            <dl class="hosts">
              <dt>{t('accSiteAddress')}</dt>
              <dd>
                <b>{asked.host}</b>
              </dd>
              <dt>{t('likeKnown')}</dt>
              <dd>{asked.resembles.known}</dd>
            </dl>
            {t(likenessWords[asked.resembles.kind])}
          </Notice>
          <div class="buttons upright">
            <button ref={safe} class="primary" onClick={() => setAsked(null)}>
              {t('accSiteAddNo')}
            </button>
            <button class="plain" onClick={() => void add(asked)}>
              {t('accSiteAddYes', { host: asked.host })}
            </button>
          </div>
        </div>
      ) : (
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (address.trim() !== '') void look(address);
          }}
        >
          <HandText
            label={t('accSiteAddress')}
            value={address}
            hint={t('accSiteAddressHint')}
            onInput={(text) => {
              setAddress(text);
              setProblem(null);
            }}
          />
          <div class="buttons">
            <button>{t('accSiteAdd')}</button>
          </div>
        </form>
      )}
      {suggestedSites.length > 0 && (
        <>
          <p class="part-label">{t('accSuggested')}</p>
          <ul class="site-lines" role="list">
            {suggestedSites.map((suggested) => {
              const host = hostOf(suggested) ?? suggested;
              return (
                <li key={suggested} class="site-line">
                  <span>{host}</span>
                  <button class="plain" onClick={() => void look(suggested)}>
                    {t('accSiteAddYes', { host })}
                  </button>
                </li>
              );
            })}
          </ul>
        </>
      )}
      {problem && <Notice tone="bad">{failure(problem)}</Notice>}
      <div role="status">{said !== null && <Notice tone="plain">{said}</Notice>}</div>
    </>
  );
}
