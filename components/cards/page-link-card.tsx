import type { Card } from '@/lib/messages/protocol';
import { useSpeech } from '../ui/speech';
import { Who } from './who';

export interface PageLinkCardProps {
  readonly card: Extract<Card, { kind: 'page-link' }>;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** A link of the page gives an account: whose, and from where; nothing is saved without the yes. */
export function PageLinkCard({ card, onYes, onNo }: PageLinkCardProps) {
  const { t } = useSpeech();
  return (
    <section class="card">
      <h2>{t('pageLinkTitle')}</h2>
      <Who issuer={card.issuer} name={card.name} />
      {card.others > 0 && <p>{t('pageLinkOthers', { count: card.others })}</p>}
      <p>{t('pageLinkBody', { host: card.host })}</p>
      <div class="buttons">
        <button class="primary" onClick={onYes}>
          {t('pageLinkYes')}
        </button>
        <button class="plain" onClick={onNo}>
          {t('pageLinkNo')}
        </button>
      </div>
    </section>
  );
}
