import { useId } from 'preact/hooks';
import type { Settings, Sort } from '@/lib/settings/settings';
import { useSpeech } from '../ui/speech';

export interface ListFieldsProps {
  readonly settings: Settings;
  readonly onChange: (change: Partial<Omit<Settings, 'schema'>>) => void;
}

const orders = [
  { sort: 'name', word: 'sortName' },
  { sort: 'own', word: 'sortOwn' },
  { sort: 'recent', word: 'sortRecent' },
  { sort: 'added', word: 'sortAdded' },
] as const satisfies readonly { readonly sort: Sort; readonly word: string }[];

/** The order of the list, and whether codes are on the screen before they are asked for. */
export function ListFields({ settings, onChange }: ListFieldsProps) {
  const { t } = useSpeech();
  const id = useId();
  return (
    <>
      <section id="order">
        <fieldset class="stack">
          <legend>
            <h2>{t('sortTitle')}</h2>
          </legend>
          {orders.map(({ sort, word }) => (
            <label key={sort} class="check">
              <input
                type="radio"
                name={`${id}-order`}
                value={sort}
                checked={settings.sort === sort}
                onChange={() => onChange({ sort })}
              />
              <span>
                {t(word)}
                {sort === 'own' && <span class="quiet">{t('sortOwnHint')}</span>}
              </span>
            </label>
          ))}
        </fieldset>
      </section>
      <section id="on-demand">
        <h2>{t('codesOnScreen')}</h2>
        <label class="check">
          <input
            type="checkbox"
            checked={settings.codesOnDemand}
            onChange={(event) => onChange({ codesOnDemand: event.currentTarget.checked })}
          />
          <span>
            {t('codesOnDemand')}
            <span class="quiet">{t('codesOnDemandHint')}</span>
          </span>
        </label>
      </section>
    </>
  );
}
