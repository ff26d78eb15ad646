import type { Card } from '@/lib/messages/protocol';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';

export interface CollectedCardProps {
  readonly card: Extract<Card, { kind: 'collected' }>;
  readonly onScan: () => void;
  readonly onStartOver: () => void;
  readonly onDone: () => void;
}

/** An export in several QR codes: which parts are here, which one to show next. */
export function CollectedCard({ card, onScan, onStartOver, onDone }: CollectedCardProps) {
  const { t } = useSpeech();
  const { size, have, added, known, unread } = card;
  const numbers = Array.from({ length: Math.min(size, 100) }, (_, index) => index + 1);
  const next = numbers.find((number) => !have.includes(number));
  const title =
    next === undefined
      ? t('collectedWhole')
      : have.length === 1
        ? t('collectedTitle', { have: have[0] ?? 1, size })
        : t('collectedSeveral', { have: have.length, size });
  return (
    <section class="card">
      <h2>{title}</h2>
      <ol role="list" class="parts" aria-label={t('collectedParts')}>
        {numbers.map((number) => {
          const isHere = have.includes(number);
          return (
            <li key={number} class={isHere ? 'here' : undefined}>
              <span aria-hidden="true">{number}</span>
              <span class="said">{t(isHere ? 'collectedHere' : 'collectedMissing', { number })}</span>
            </li>
          );
        })}
      </ol>
      <p>
        {t('collectedAdded', { count: added })} {known > 0 && t('collectedKnown', { count: known })}
      </p>
      {unread > 0 && <Notice tone="careful">{t('collectedUnread', { count: unread })}</Notice>}
      {card.other && <Notice tone="bad">{t('collectedOther')}</Notice>}
      {next !== undefined && (
        <>
          <p class="next-step">{t('collectedNext', { number: next, size })}</p>
          <p class="quiet">{t('collectedKept')}</p>
        </>
      )}
      <div class="buttons">
        {next !== undefined && (
          <button class="primary" onClick={onScan}>
            {t('collectedScan')}
          </button>
        )}
        {card.other && <button onClick={onStartOver}>{t('collectedStartOver')}</button>}
        <button class={next === undefined ? 'primary' : 'plain'} onClick={onDone}>
          {t('done')}
        </button>
      </div>
    </section>
  );
}
