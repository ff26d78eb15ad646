import type { Settings } from '@/lib/settings/settings';
import { useSpeech } from '../ui/speech';

export interface PracticeFieldProps {
  readonly isOn: boolean;
  readonly onChange: (change: Partial<Omit<Settings, 'schema'>>) => void;
}

/** Whether the password is asked for now and then, while something else opens the vault. */
export function PracticeField({ isOn, onChange }: PracticeFieldProps) {
  const { t } = useSpeech();
  return (
    <label class="check apart" id="practice">
      <input
        type="checkbox"
        checked={isOn}
        onChange={(event) => onChange({ practice: event.currentTarget.checked })}
      />
      <span>
        {t('practiceSetting')}
        <span class="quiet">{t('practiceSettingHint')}</span>
      </span>
    </label>
  );
}
