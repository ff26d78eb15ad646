import type { Failure } from '@/lib/errors';
import { Icon } from '../ui/icon';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';

export interface UnusableStateProps {
  readonly failure: Failure;
  readonly onRetry: () => void;
  /** Given where it is the vault itself that cannot be used: there may be a way back, or out. */
  readonly onRecover?: () => void;
}

export function UnusableState({ failure, onRetry, onRecover }: UnusableStateProps) {
  const { t, failure: sentence } = useSpeech();
  if (failure.code.startsWith('organisation-'))
    return (
      <section class="state">
        <span class="state-icon" aria-hidden="true">
          <Icon name="lock" />
        </span>
        <h2>{t('organisationTitle')}</h2>
        <Notice tone="plain">{sentence(failure)}</Notice>
        {onRecover && (
          <button class="primary" onClick={onRecover}>
            {t('organisationTakeOut')}
          </button>
        )}
      </section>
    );
  // What an update or a new start of the browser will mend needs no recovery first.
  const waits = failure.code === 'vault-newer' || failure.code === 'vault-unreadable';
  return (
    <section class="state">
      <span class="state-icon bad" aria-hidden="true">
        <Icon name="warning" />
      </span>
      <h2>{t('unusableTitle')}</h2>
      <Notice tone="bad">{sentence(failure)}</Notice>
      <p class="quiet">{t('unusableKept')}</p>
      {onRecover && !waits && (
        <button class="primary" onClick={onRecover}>
          {t('openRecovery')}
        </button>
      )}
      <button class={waits ? 'primary' : ''} onClick={onRetry}>
        {t('tryAgain')}
      </button>
      {onRecover && waits && <button onClick={onRecover}>{t('openRecovery')}</button>}
    </section>
  );
}
