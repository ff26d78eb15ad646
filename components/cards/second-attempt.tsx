import type { Card } from '@/lib/messages/protocol';
import type { Actions } from '../app/actions';
import { useSpeech } from '../ui/speech';

export interface SecondAttemptProps {
  readonly card: Extract<Card, { kind: 'enrolled' }>;
  readonly actions: Actions;
}

/** An earlier attempt at the same enrolment: what was done with it, or the question what to do. */
export function SecondAttempt({ card, actions }: SecondAttemptProps) {
  const { t } = useSpeech();
  return (
    <>
      {card.replaced !== undefined && (
        <p class="quiet">
          {t('replacedEarlier')}{' '}
          <button class="link" onClick={actions.putBackEarlier}>
            {t('putBackEarlier')}
          </button>
        </p>
      )}
      {card.older !== undefined && (
        <fieldset class="question">
          <legend>{t('olderTitle', { issuer: card.issuer || card.name || t('nameless') })}</legend>
          <p class="quiet">{t('olderBody')}</p>
          <div class="buttons">
            <button onClick={() => actions.keep('both')}>{t('olderKeepBoth')}</button>
            <button onClick={() => actions.keep('newest')}>{t('olderKeepNewest')}</button>
          </div>
        </fieldset>
      )}
    </>
  );
}
