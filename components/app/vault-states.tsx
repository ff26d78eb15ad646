import type { Failure } from '@/lib/errors';
import { Icon } from '../ui/icon';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import type { Actions } from './actions';
import * as later from './later';

/** No account yet: what to do, in two ways. */
export function EmptyState() {
  const { t } = useSpeech();
  return (
    <section class="state">
      <span class="state-icon" aria-hidden="true">
        <Icon name="scan" />
      </span>
      <h2>{t('emptyTitle')}</h2>
      <p>{t('emptyLead')}</p>
      <ol class="steps">
        <li>{t('emptyRightClick')}</li>
        <li>{t('emptyScan')}</li>
      </ol>
      <p class="quiet">{t('emptyNoPhone')}</p>
    </section>
  );
}

export interface LockedStateProps {
  /** The gesture that waits for the vault, if one does. */
  readonly gesture: 'enrol' | 'fill' | null;
  readonly actions: Actions;
  readonly onPasskey: (() => void) | null;
}

export function LockedState({ gesture, actions, onPasskey }: LockedStateProps) {
  const { t } = useSpeech();
  return (
    <section class="state">
      <span class="state-icon" aria-hidden="true">
        <Icon name="lock" />
      </span>
      <h2>{t('lockedTitle')}</h2>
      {gesture && <p>{t(gesture === 'enrol' ? 'lockedEnrol' : 'lockedFill')}</p>}
      <later.unlockForm.View
        onUnlock={actions.unlock}
        onUnlockWithCode={actions.unlockWithCode}
        readWays={actions.readWays}
        onPasskey={onPasskey}
      />
    </section>
  );
}

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
