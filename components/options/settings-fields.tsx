import { useId } from 'preact/hooks';
import type { Language, Settings } from '@/lib/settings/settings';
import { useSpeech } from '../ui/speech';

const lockMinutes = [1, 5, 15, 30, 60, 240];

export interface SettingsFieldsProps {
  readonly settings: Settings;
  readonly onChange: (change: Partial<Omit<Settings, 'schema'>>) => void;
}

export function SettingsFields({ settings, onChange }: SettingsFieldsProps) {
  const { t, duration } = useSpeech();
  const id = useId();
  // A value set elsewhere (by another version) stays selectable.
  const minutes = [...new Set([...lockMinutes, settings.lockAfterMinutes ?? 15])].sort((a, b) => a - b);
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
      </section>
      <section>
        <h2>
          <label for={`${id}-lock`}>{t('lockAfter')}</label>
        </h2>
        <select
          id={`${id}-lock`}
          aria-describedby={`${id}-lock-hint`}
          value={settings.lockAfterMinutes ?? ''}
          onChange={(event) =>
            onChange({
              lockAfterMinutes: event.currentTarget.value === '' ? null : Number(event.currentTarget.value),
            })
          }
        >
          {minutes.map((count) => (
            <option key={count} value={count}>
              {duration(count * 60)}
            </option>
          ))}
          <option value="">{t('lockAtClose')}</option>
        </select>
        <p id={`${id}-lock-hint`} class="quiet">
          {t('lockAfterHint')}
        </p>
      </section>
    </>
  );
}

function readLanguage(value: string): Language | null {
  return value === 'fr' || value === 'en' ? value : null;
}
