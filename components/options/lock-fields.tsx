import { useId } from 'preact/hooks';
import type { Settings } from '@/lib/settings/settings';
import { useSpeech } from '../ui/speech';
import { NumberSelect } from './number-select';

const lockMinutes = [1, 5, 15, 60];
const idleMinutes = [1, 5, 15, 60];

export interface LockFieldsProps {
  readonly settings: Settings;
  /** The browser tells when the computer's screen is locked. */
  readonly screen: boolean;
  readonly onChange: (change: Partial<Omit<Settings, 'schema'>>) => void;
}

/** When the vault locks by itself. */
export function LockFields({ settings, screen, onChange }: LockFieldsProps) {
  const { t, duration } = useSpeech();
  const id = useId();
  return (
    <section id="lock">
      <h2>{t('lockTitle')}</h2>
      <div class="field" id="lock-after">
        <label for={`${id}-lock`}>{t('lockAfter')}</label>
        <NumberSelect
          id={`${id}-lock`}
          choices={lockMinutes}
          value={settings.lockAfterMinutes}
          none={t('lockAtClose')}
          noneLast
          say={(count) => duration(count * 60)}
          onChoose={(lockAfterMinutes) => onChange({ lockAfterMinutes })}
        />
        <p class="field-hint">{t('lockAfterHint')}</p>
      </div>
      <div class="field" id="lock-idle">
        <label for={`${id}-idle`}>{t('lockWhenIdle')}</label>
        <NumberSelect
          id={`${id}-idle`}
          choices={idleMinutes}
          value={settings.lockWhenIdleMinutes}
          none={t('lockWhenIdleNever')}
          say={(count) => t('lockWhenIdleAfter', { time: duration(count * 60) })}
          onChoose={(lockWhenIdleMinutes) => onChange({ lockWhenIdleMinutes })}
        />
      </div>
      {screen && (
        <label class="check" id="lock-screen">
          <input
            type="checkbox"
            checked={settings.lockWithScreen}
            onChange={(event) => onChange({ lockWithScreen: event.currentTarget.checked })}
          />
          <span>{t('lockWithScreen')}</span>
        </label>
      )}
      <p class="quiet">{t('lockAlways')}</p>
    </section>
  );
}
