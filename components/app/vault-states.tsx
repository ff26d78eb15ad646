import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../ui/icon';
import { useSpeech } from '../ui/speech';
import type { Actions } from './actions';
import * as later from './later';

/** No account yet: what to do, in two ways. It is read from its title, as a card is. */
export function EmptyState() {
  const { t } = useSpeech();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <section class="state">
      <span class="state-icon" aria-hidden="true">
        <Icon name="scan" />
      </span>
      <h2 ref={title} tabIndex={-1}>
        {t('emptyTitle')}
      </h2>
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
