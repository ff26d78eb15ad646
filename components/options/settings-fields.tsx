import { useId } from 'preact/hooks';
import type { Language, Settings } from '@/lib/settings/settings';
import { useSpeech } from '../ui/speech';

export interface SettingsFieldsProps {
  readonly settings: Settings;
  readonly onChange: (change: Partial<Omit<Settings, 'schema'>>) => void;
  readonly onAdd: () => void;
}

export function SettingsFields({ settings, onChange, onAdd }: SettingsFieldsProps) {
  const { t } = useSpeech();
  const id = useId();
  return (
    <>
      <section>
        <h2>
          <label for={`${id}-language`}>{t('language')}</label>
        </h2>
        <select
          id={`${id}-language`}
          value={settings.language ?? ''}
          onChange={(event) => onChange({ language: readLanguage(event.currentTarget.value) })}
        >
          <option value="">{t('languageBrowser')}</option>
          <option value="fr" lang="fr">
            Français
          </option>
          <option value="en" lang="en">
            English
          </option>
        </select>
      </section>
      <section>
        <h2>{t('enrolment')}</h2>
        <label class="check">
          <input
            type="checkbox"
            checked={settings.fillAtEnrolment}
            onChange={(event) => onChange({ fillAtEnrolment: event.currentTarget.checked })}
          />
          <span>
            {t('fillAtEnrolment')}
            <span class="quiet">{t('fillAtEnrolmentHint')}</span>
          </span>
        </label>
        <button onClick={onAdd}>{t('scanTitle')}</button>
      </section>
    </>
  );
}

function readLanguage(value: string): Language | null {
  return value === 'fr' || value === 'en' ? value : null;
}
