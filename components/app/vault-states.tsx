import type { Failure } from '@/lib/errors';
import { Icon } from '../ui/icon';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
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
  readonly onUnlock: (password: string) => Promise<Failure | null>;
}

export function LockedState({ gesture, onUnlock }: LockedStateProps) {
  const { t } = useSpeech();
  return (
    <section class="state">
      <span class="state-icon" aria-hidden="true">
        <Icon name="lock" />
      </span>
      <h2>{t('lockedTitle')}</h2>
      {gesture && <p>{t(gesture === 'enrol' ? 'lockedEnrol' : 'lockedFill')}</p>}
      <later.unlockForm.View onUnlock={onUnlock} />
    </section>
  );
}

export function UnusableState({ failure, onRetry }: { failure: Failure; onRetry: () => void }) {
  const { t, failure: sentence } = useSpeech();
  return (
    <section class="state">
      <h2>{t('unusableTitle')}</h2>
      <Notice tone="bad">{sentence(failure)}</Notice>
      <p class="quiet">{t('unusableKept')}</p>
      <button onClick={onRetry}>{t('tryAgain')}</button>
    </section>
  );
}
