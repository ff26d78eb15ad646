import type { Card } from '@/lib/messages/protocol';
import type { Actions } from '../app/actions';
import { useSpeech } from '../ui/speech';
import { Who } from './who';

export interface PageLinkCardProps {
  readonly card: Extract<Card, { kind: 'page-link' }>;
  readonly actions: Pick<Actions, 'choose' | 'done'>;
}

/** A link of the page gives an account: whose, and from where; nothing is saved without the yes. */
export function PageLinkCard({ card, actions }: PageLinkCardProps) {
  const { t } = useSpeech();
  return (
    <section class="card">
      <h2>{t('pageLinkTitle')}</h2>
      <Who issuer={card.issuer} name={card.name} />
      {card.others > 0 && <p>{t('pageLinkOthers', { count: card.others })}</p>}
      <p>{t('pageLinkBody', { host: card.host })}</p>
      <div class="buttons">
        <button class="primary" onClick={() => actions.choose(0)}>
          {t('pageLinkYes')}
        </button>
        <button class="plain" onClick={actions.done}>
          {t('pageLinkNo')}
        </button>
      </div>
    </section>
  );
}
