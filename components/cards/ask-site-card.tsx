import type { Card } from '@/lib/messages/protocol';
import type { Actions } from '../app/actions';
import { useSpeech } from '../ui/speech';
import { Who } from './who';

export interface AskSiteCardProps {
  readonly card: Extract<Card, { kind: 'ask-site' }>;
  readonly actions: Actions;
}

/** The account is not tied to this host: both are shown, and the safe answer comes first. */
export function AskSiteCard({ card, actions }: AskSiteCardProps) {
  const { t } = useSpeech();
  return (
    <section class="card">
      <h2>{t('askSiteTitle')}</h2>
      <Who issuer={card.issuer} name={card.name} />
      <p>{t('askSiteBody')}</p>
      <dl class="hosts">
        <dt>{t('askSitePage')}</dt>
        <dd>
          <b>{card.host}</b>
        </dd>
        <dt>{t('askSiteKnown')}</dt>
        {card.knownHosts.length === 0 && <dd>{t('askSiteNone')}</dd>}
        {card.knownHosts.map((host) => (
          <dd key={host}>{host}</dd>
        ))}
      </dl>
      <div class="buttons upright">
        <button class="primary" onClick={actions.done}>
          {t('askSiteNo')}
        </button>
        <button class="plain" onClick={() => actions.fillAccount(card.accountId, card.host)}>
          {t('askSiteYes', { host: card.host })}
        </button>
      </div>
    </section>
  );
}
