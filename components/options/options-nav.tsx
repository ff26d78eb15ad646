import { useId, useRef, useState } from 'preact/hooks';
import { Icon, Mark } from '../ui/icon';
import { useSpeech } from '../ui/speech';
import { findSettings } from './find-setting';
import { sections, sectionTitles, type SectionId } from './places';

export interface OptionsNavProps {
  readonly section: SectionId;
  readonly onGo: (id: string) => void;
}

/** The list of sections, beside them or above; while something is searched, what was found stands in its place. */
export function OptionsNav({ section, onGo }: OptionsNavProps) {
  const { t } = useSpeech();
  const [query, setQuery] = useState('');
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const found = findSettings(query, t);
  const isSearching = query.trim() !== '';
  const go = (event: Event, to: string): void => {
    event.preventDefault();
    onGo(to);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const rows = [...(list.current?.querySelectorAll('a') ?? [])];
    const now = rows.indexOf(document.activeElement as HTMLAnchorElement);
    const [first] = found;
    if (event.key === 'Escape' && query !== '') setQuery('');
    else if (event.key === 'Enter' && now < 0 && first) onGo(first.id);
    else if (event.key === 'ArrowDown' && isSearching) rows[Math.min(now + 1, rows.length - 1)]?.focus();
    else if (event.key === 'ArrowUp' && now > 0) rows[now - 1]?.focus();
    else if (event.key === 'ArrowUp' && now === 0) document.getElementById(id)?.focus();
    else return;
    event.preventDefault();
  };
  return (
    <header class="options-nav" onKeyDown={onKeyDown}>
      <p class="options-name">
        <Mark />
        {t('optionsTitle')}
      </p>
      <div class="options-search" role="search">
        <Icon name="search" />
        <input
          id={id}
          type="search"
          aria-label={t('findSetting')}
          placeholder={t('findSetting')}
          value={query}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
        {query !== '' && (
          <button
            type="button"
            class="icon-button"
            aria-label={t('findClear')}
            onClick={() => {
              setQuery('');
              document.getElementById(id)?.focus();
            }}
          >
            <Icon name="clear" />
          </button>
        )}
      </div>
      <p class={found.length > 0 ? 'said' : 'quiet find-none'} role="status">
        {isSearching && (found.length > 0 ? t('findCount', { count: found.length }) : t('findNone'))}
      </p>
      <nav aria-label={t('sectionsLabel')}>
        {isSearching ? (
          <ul class="found-list" role="list" ref={list}>
            {found.map((one) => (
              <li key={one.id}>
                <a href={`#${one.id}`} onClick={(event) => go(event, one.id)}>
                  {one.title}
                  <span class="quiet">{one.section}</span>
                </a>
              </li>
            ))}
          </ul>
        ) : (
          <ul class="section-list" role="list">
            {sections.map((name) => (
              <li key={name}>
                <a
                  href={`#${name}`}
                  aria-current={name === section ? 'page' : undefined}
                  onClick={(event) => go(event, name)}
                >
                  {t(sectionTitles[name])}
                </a>
              </li>
            ))}
          </ul>
        )}
      </nav>
    </header>
  );
}
