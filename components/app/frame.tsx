import type { ComponentChildren } from 'preact';
import { Icon, Mark } from '../ui/icon';
import { useSpeech } from '../ui/speech';

export interface FrameProps {
  readonly surface: 'popup' | 'panel';
  /** The vault is open and has a password: it can be locked. */
  readonly locks: boolean;
  /** There is nothing else to do here yet. */
  readonly scanFirst: boolean;
  /** The organisation turned Seconde off: nothing can be added. */
  readonly isOff?: boolean;
  readonly onLock: () => void;
  readonly onSettings: () => void;
  readonly onScan: () => void;
  readonly onOtherWays: () => void;
  readonly children: ComponentChildren;
}

/** What is always within reach, around what is shown: lock, settings, *Scan this page*. */
export function Frame(props: FrameProps) {
  const { surface, locks, scanFirst, isOff, onLock, onSettings, onScan, onOtherWays, children } = props;
  const { t } = useSpeech();
  return (
    <div class={`frame ${surface}`}>
      <header>
        <h1>
          <Mark />
          Seconde
        </h1>
        {locks && (
          <button class="icon-button" aria-label={t('lock')} title={t('lock')} onClick={onLock}>
            <Icon name="lock" />
          </button>
        )}
        <button class="icon-button" aria-label={t('settings')} title={t('settings')} onClick={onSettings}>
          <Icon name="settings" />
        </button>
      </header>
      <main>{children}</main>
      {!isOff && (
        <footer>
          <button class={scanFirst ? 'primary wide' : 'plain wide'} onClick={onScan}>
            <Icon name="scan" />
            {t('scanPage')}
          </button>
          <button
            class="icon-button"
            aria-label={t('otherWays')}
            title={t('otherWays')}
            onClick={onOtherWays}
          >
            <Icon name="more" />
          </button>
        </footer>
      )}
    </div>
  );
}
