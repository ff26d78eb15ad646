import { useEffect, useState } from 'preact/hooks';
import type { Card } from '@/lib/messages/protocol';
import type { Actions } from '../app/actions';
import { likenessWords } from '../sites/likeness-words';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import { Who } from './who';

type AskSite = Extract<Card, { kind: 'ask-site' }>;

export interface AskSiteCardProps {
  readonly card: AskSite;
  readonly actions: Actions;
}

/**
 * The account is not tied to this host: both are shown, and the safe answer comes first; but where the file that the account
 * came in named this very site, the likely one does.
 */
export function AskSiteCard({ card, actions }: AskSiteCardProps) {
  const { t } = useSpeech();
  const { accountId, host, framedBy = null, resembles } = card;
  const wider = useWider(card);
  const asked = { confirmedHost: host, ...(framedBy !== null && { confirmedTop: framedBy }) };
  const yes = (look: 'primary' | 'plain') => (
    <button class={look} onClick={() => actions.fillAccount(accountId, asked)}>
      {t('askSiteYes', { host })}
    </button>
  );
  return (
    <section class="card">
      <h2>{t('askSiteTitle')}</h2>
      <Who issuer={card.issuer} name={card.name} />
      {resembles ? (
        <Notice tone="bad">
          <b>{t('likeTitle', { known: resembles.known })}</b> {t(likenessWords[resembles.kind])}
        </Notice>
      ) : (
        <p>{t(card.suggested ? 'askSiteSuggested' : 'askSiteBody')}</p>
      )}
      {card.kin && <p>{t('askKin', { host, kin: card.kin })}</p>}
      {framedBy !== null && <p>{t('askFramed', { host, top: framedBy })}</p>}
      <dl class="hosts">
        <dt>{t('askSitePage')}</dt>
        <dd>
          <b>{host}</b>
        </dd>
        {framedBy !== null && (
          <>
            <dt>{t('askFramedBy')}</dt>
            <dd>
              <b>{framedBy}</b>
            </dd>
          </>
        )}
        <dt>{t('askSiteKnown')}</dt>
        {card.knownHosts.length === 0 && <dd>{t('askSiteNone')}</dd>}
        {card.knownHosts.map((known) => (
          <dd key={known}>{known}</dd>
        ))}
      </dl>
      <div class="buttons upright">
        {card.suggested && yes('primary')}
        <button class={card.suggested ? 'plain' : 'primary'} onClick={actions.done}>
          {t('askSiteNo')}
        </button>
        {!card.suggested && yes('plain')}
        {wider && (
          <>
            <button
              class="plain"
              onClick={() => actions.fillAccount(accountId, { ...asked, widenTo: wider.domain })}
            >
              {t('askWiden', { domain: wider.domain })}
            </button>
            <p class="quiet">{t(wider.words, { domain: wider.domain })}</p>
          </>
        )}
      </div>
    </section>
  );
}

interface Wider {
  readonly domain: string;
  readonly words: 'askWidenBody' | 'askWidenSchools' | 'askWidenOrganisations';
}

/** The registrable domain, where the account is used under it already; the list of suffixes is long and comes by itself. */
function useWider({ host, knownHosts, resembles, framedBy }: AskSite): Wider | null {
  const [wider, setWider] = useState<Wider | null>(null);
  useEffect(() => {
    if (resembles || framedBy !== undefined || host.includes(':')) return;
    void import('@/lib/sites/registrable').then(({ registrableDomain, othersUnder }) => {
      const domain = registrableDomain(host);
      const isNeighbour = (known: string) => known === domain || known.endsWith(`.${domain}`);
      if (domain === null || domain === host || !knownHosts.some(isNeighbour)) return;
      const others = othersUnder(domain);
      const words =
        others === 'schools'
          ? 'askWidenSchools'
          : others === 'organisations'
            ? 'askWidenOrganisations'
            : 'askWidenBody';
      setWider({ domain, words });
    });
  }, [host]);
  return wider;
}
