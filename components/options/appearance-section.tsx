import { useId } from 'preact/hooks';
import { parseAppearance, type Appearance, type Language, type Settings } from '@/lib/settings/settings';
import type { Port } from '../app/port';
import { useSpeech } from '../ui/speech';
import { ListFields } from './list-fields';
import { ShortcutFields } from './shortcut-fields';

export interface AppearanceSectionProps {
  readonly settings: Settings;
  readonly port: Pick<Port, 'shortcuts' | 'openShortcuts'>;
  readonly onChange: (change: Partial<Omit<Settings, 'schema'>>) => void;
}

const appearances = ['system', 'light', 'dark'] as const satisfies readonly Appearance[];
const appearanceWords = {
  system: 'appearanceSystem',
  light: 'appearanceLight',
  dark: 'appearanceDark',
} as const;

/** How Seconde looks and which language it speaks. */
export function AppearanceSection({ settings, port, onChange }: AppearanceSectionProps) {
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
      <ShortcutFields port={port} />
    </>
  );
}

function readLanguage(value: string): Language | null {
  return value === 'fr' || value === 'en' ? value : null;
}
