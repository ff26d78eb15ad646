import { useId } from 'preact/hooks';
import { parseAppearance, type Appearance, type Language, type Settings } from '@/lib/settings/settings';
import { useSpeech } from '../ui/speech';
import { ListFields } from './list-fields';

export interface AppearanceSectionProps {
  readonly settings: Settings;
  readonly onChange: (change: Partial<Omit<Settings, 'schema'>>) => void;
}

const appearances = ['system', 'light', 'dark'] as const satisfies readonly Appearance[];
const appearanceWords = {
  system: 'appearanceSystem',
  light: 'appearanceLight',
  dark: 'appearanceDark',
} as const;

/** How Seconde looks and which language it speaks. */
export function AppearanceSection({ settings, onChange }: AppearanceSectionProps) {
  const { t } = useSpeech();
  const id = useId();
  return (
    <>
      <section id="look">
        <fieldset class="stack">
          <legend>
            <h2>{t('appearance')}</h2>
          </legend>
          {appearances.map((appearance) => (
            <label key={appearance} class="check">
              <input
                type="radio"
                name={`${id}-appearance`}
                value={appearance}
                checked={settings.appearance === appearance}
                onChange={(event) => {
                  const chosen = parseAppearance(event.currentTarget.value);
                  if (chosen) onChange({ appearance: chosen });
                }}
              />
              <span>{t(appearanceWords[appearance])}</span>
            </label>
          ))}
        </fieldset>
      </section>
      <ListFields settings={settings} onChange={onChange} />
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
    </>
  );
}

function readLanguage(value: string): Language | null {
  return value === 'fr' || value === 'en' ? value : null;
}
