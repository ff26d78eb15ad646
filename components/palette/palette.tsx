import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { findNamed } from '@/lib/i18n/find-named';
import { Sheet } from '../ui/sheet';
import { Icon } from '../ui/icon';
import { useSpeech } from '../ui/speech';
import { type PaletteContext, paletteActions } from './palette-actions';
import './palette.css';

export interface PaletteProps extends Omit<PaletteContext, 'speech'> {
  readonly onClose: () => void;
}

/** Any action by typing: its name, or what else people call it. The list is walked by arrows, and Enter does it. */
export function Palette({ onClose, ...context }: PaletteProps) {
  const speech = useSpeech();
  const { t } = speech;
  const id = useId();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const all = useMemo(() => paletteActions({ ...context, speech }), [speech]);
  const found = findNamed(query, all);
  const search = context.list;
  const text = query.trim();
  const shown =
    text === '' || !search
      ? found
      : [
          ...found,
          { id: 'search', title: t('searchFor', { query: text }), words: '', run: () => search.search(text) },
        ];
  const run = (index: number): void => {
    const action = shown[index];
    if (!action) return;
    onClose();
    // The focus has gone back to where it was by then: what is done may move it.
    requestAnimationFrame(action.run);
  };
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen, query]);
  const go = (to: number): void => setChosen((to + shown.length) % Math.max(1, shown.length));

  return (
    <Sheet label={t('paletteTitle')} class="palette" onClose={onClose}>
      <div class="search">
        <Icon name="search" />
        <input
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-activedescendant={shown.length > 0 ? `${id}-${chosen}` : undefined}
          aria-label={t('paletteTitle')}
          placeholder={t('paletteHint')}
          value={query}
          spellcheck={false}
          autocomplete="off"
          maxLength={300}
          autofocus
          onInput={(event) => {
            setQuery(event.currentTarget.value);
            setChosen(0);
          }}
          onKeyDown={(event) => {
            if (event.isComposing) return;
            const { key } = event;
            if (key === 'Enter') run(chosen);
            else if (key === 'ArrowDown') go(chosen + 1);
            else if (key === 'ArrowUp') go(chosen - 1);
            else if (key === 'PageDown') setChosen(Math.min(shown.length - 1, chosen + 6));
            else if (key === 'PageUp') setChosen(Math.max(0, chosen - 6));
            else return;
            event.preventDefault();
          }}
        />
      </div>
      <ul ref={list} id={`${id}-list`} role="listbox" aria-label={t('paletteTitle')}>
        {shown.map((action, index) => (
          <li
            key={action.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === chosen}
            data-action={action.id}
            onClick={() => run(index)}
          >
            <span class="palette-title">{action.title}</span>
            {action.hint && <span class="quiet">{action.hint}</span>}
          </li>
        ))}
      </ul>
      <p class="said" role="status">
        {text === '' ? '' : t('actionsFound', { count: found.length })}
      </p>
    </Sheet>
  );
}
