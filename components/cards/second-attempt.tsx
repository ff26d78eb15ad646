import type { Card } from '@/lib/messages/protocol';
import type { Actions } from '../app/actions';
import { useSpeech } from '../ui/speech';
import { createCardActions } from './card-actions';

export interface SecondAttemptProps {
  readonly card: Extract<Card, { kind: 'enrolled' }>;
  readonly actions: Actions;
}

/** An earlier attempt at the same enrolment: what was done with it, or the question what to do. */
export function SecondAttempt({ card, actions }: SecondAttemptProps) {
  const { t } = useSpeech();
  const own = createCardActions(actions);
  return (
    <>
      {card.replaced !== undefined && (
        <p class="quiet">
          {t('replacedEarlier')}{' '}
          <button class="link" onClick={own.putBackEarlier}>
            {t('putBackEarlier')}
          </button>
        </p>
      )}
      {card.older !== undefined && (
        <fieldset class="question">
          <legend>{t('olderTitle', { issuer: card.issuer || card.name || t('nameless') })}</legend>
          <p class="quiet">{t('olderBody')}</p>
          <div class="buttons">
            <button onClick={() => own.keep('both')}>{t('olderKeepBoth')}</button>
            <button onClick={() => own.keep('newest')}>{t('olderKeepNewest')}</button>
          </div>
        </fieldset>
      )}
    </>
  );
}
