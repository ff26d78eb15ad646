import { useSpeech } from '../ui/speech';
import { clearWays, closedWays, type Destination } from './destinations';

export interface WherePartProps {
  readonly chosen: Destination | null;
  readonly isClearForbidden: boolean;
  readonly onChoose: (id: Destination) => void;
}

/** Every way out, those that are closed before those in clear. */
export function WherePart({ chosen, isClearForbidden, onChoose }: WherePartProps) {
  const { t } = useSpeech();
  const groups = [
    { title: 'exportClosed', rows: closedWays, isClear: false },
    { title: 'exportClear', rows: clearWays, isClear: true },
  ] as const;
  return (
    <section>
      <h2>{t('exportWhere')}</h2>
      {groups.map(({ title, rows, isClear }) => (
        <fieldset key={title} class="ways-out">
          <legend>{t(title)}</legend>
          {isClear && isClearForbidden ? (
            <p class="quiet">{t('exportForbidden')}</p>
          ) : (
            rows.map((row) => (
              <label key={row.id} class={`way-out${chosen === row.id ? ' chosen' : ''}`}>
                <input
                  type="radio"
                  name="where"
                  value={row.id}
                  checked={chosen === row.id}
                  onChange={() => onChoose(row.id)}
                />
                <span>
                  <b>{t(row.title)}</b>
                  <span class="quiet">{t(row.hint)}</span>
                </span>
              </label>
            ))
          )}
        </fieldset>
      ))}
    </section>
  );
}
