/**
 * components/marks: the choice of an account's picture. Data in, events out: it neither knows the vault nor stores anything.
 */
import { useId, useMemo, useRef, useState } from 'preact/hooks';
import { allMarks, initialsMark, keyOf, markOf, suggestedMark } from '@/lib/marks/marks';
import { Icon } from '../ui/icon';
import { Monogram } from '../ui/monogram';
import { useSpeech } from '../ui/speech';
import { nextPlace } from './grid-keys';
import './mark-picker.css';

export interface MarkPickerProps {
  /** Where the account has no issuer, its name. */
  readonly issuer: string;
  /** `Account.mark`. */
  readonly mark: string | undefined;
  /** What `Account.mark` becomes; `null`: it goes, and the picture is again the one that the issuer's name suggests. */
  readonly onChoose: (mark: string | null) => void;
}

/** The suggested picture, the first letter, or that of any service in the package. A choice takes effect at once. */
export function MarkPicker({ issuer, mark, onChoose }: MarkPickerProps) {
  const { t } = useSpeech();
  const id = useId();
  const grid = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState('');
  const [place, setPlace] = useState(0);
  const suggested = suggestedMark(issuer);
  const shown = markOf({ issuer, mark });
  const all = useMemo(allMarks, []);
  const wanted = keyOf(query);
  const found = wanted === '' ? all : all.filter(({ key }) => key.includes(wanted));
  const title = all.find(({ key }) => key === suggested)?.title;

  const onKey = (event: KeyboardEvent): void => {
    const options = [...(grid.current?.children ?? [])] as HTMLElement[];
    const to = nextPlace(
      event.key,
      place,
      options.map((option) => option.offsetTop),
    );
    if (to === null) return;
    event.preventDefault();
    event.stopPropagation();
    setPlace(to);
    options[to]?.focus();
  };

  return (
    <div class="mark-picker">
      <div class="mark-simple" role="group" aria-label={t('markTitle')}>
        {suggested !== null && (
          <button
            type="button"
            class="mark-choice"
            aria-pressed={shown === suggested}
            onClick={() => onChoose(null)}
          >
            <Monogram issuer={issuer} mark={suggested} />
            <span>{t('markSuggested', { service: title ?? issuer })}</span>
          </button>
        )}
        <button
          type="button"
          class="mark-choice"
          aria-pressed={shown === null}
          onClick={() => onChoose(suggested === null ? null : initialsMark)}
        >
          <Monogram issuer={issuer} />
          <span>{t('markInitials')}</span>
        </button>
      </div>
      <div class="field">
        <label for={`${id}-search`}>{t('markSearch')}</label>
        <div class="field-box">
          <Icon name="search" />
          <input
            id={`${id}-search`}
            type="search"
            value={query}
            spellcheck={false}
            autocomplete="off"
            // It stands among the fields of an account, which Enter would save.
            onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
            onInput={(event) => {
              setQuery(event.currentTarget.value);
              setPlace(0);
            }}
          />
        </div>
        <p class="field-hint" role="status">
          {wanted !== '' &&
            (found.length === 0 ? t('markNone', { query }) : t('markFound', { count: found.length }))}
        </p>
      </div>
      {found.length > 0 && (
        <div class="mark-grid" role="listbox" aria-label={t('markServices')} ref={grid} onKeyDown={onKey}>
          {found.map(({ key, title }, index) => (
            <button
              key={key}
              type="button"
              class="mark-option"
              role="option"
              tabIndex={index === place ? 0 : -1}
              aria-selected={key === shown}
              onFocus={() => setPlace(index)}
              onClick={() => onChoose(key === suggested ? null : key)}
            >
              <img class="monogram" src={`/marks/${key}.svg`} alt="" loading="lazy" decoding="async" />
              <span>{title}</span>
            </button>
          ))}
        </div>
      )}
      <p class="field-hint">{t('markCaution')}</p>
    </div>
  );
}
