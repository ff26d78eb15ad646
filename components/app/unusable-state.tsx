import type { Failure } from '@/lib/errors';
import { Icon } from '../ui/icon';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';

export interface UnusableStateProps {
  readonly failure: Failure;
  readonly onRetry: () => void;
  /** Given where it is the vault itself that cannot be used: there may be a way back. */
  readonly onRecover?: () => void;
}

export function UnusableState({ failure, onRetry, onRecover }: UnusableStateProps) {
  const { t, failure: sentence } = useSpeech();
  return (
    <section class="state">
      <span class="state-icon bad" aria-hidden="true">
        <Icon name="warning" />
      </span>
      <h2>{t('unusableTitle')}</h2>
      <Notice tone="bad">{sentence(failure)}</Notice>
      <p class="quiet">{t('unusableKept')}</p>
      {onRecover && (
        <button class="primary" onClick={onRecover}>
          {t('openRecovery')}
        </button>
      )}
      <button onClick={onRetry}>{t('tryAgain')}</button>
    </section>
  );
}
