import { useId } from 'preact/hooks';
import type { Language, Settings } from '@/lib/settings/settings';
import { useSpeech } from '../ui/speech';

export interface AppearanceSectionProps {
  readonly settings: Settings;
  readonly onChange: (change: Partial<Omit<Settings, 'schema'>>) => void;
}

/** How Seconde looks and which language it speaks. */
export function AppearanceSection({ settings, onChange }: AppearanceSectionProps) {
  const { t } = useSpeech();
  const id = useId();
  return (
    <section id="language">
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
  );
}

function readLanguage(value: string): Language | null {
  return value === 'fr' || value === 'en' ? value : null;
}
