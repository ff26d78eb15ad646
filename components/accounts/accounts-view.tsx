import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { AccountRow, AccountsPage, Response } from '@/lib/messages/protocol';
import type { Result } from '@/lib/errors';
import { firstRows } from '@/lib/messages/first-rows';
import type { LastFill } from '@/lib/messages/sites-protocol';
import type { Actions } from '../app/actions';
import { aboutSite } from '../app/later';
import { Icon } from '../ui/icon';
import { useSpeech } from '../ui/speech';
import { AccountList } from './account-list';
import { shownCode, spokenCode } from './code-text';
import { type ReadPage, RowSource } from './row-source';

const copiedShownMs = 2500;

export interface AccountsViewProps {
  readonly page: AccountsPage;
  /** Counts up when something changed outside: what is seen is asked for again. */
  readonly revision: number;
  readonly read: ReadPage;
  readonly copy: (code: string) => Promise<boolean>;
  readonly next: (accountId: string) => Promise<Result<Response<'accounts.next'>>>;
  readonly onFill: (accountId: string) => void;
  readonly onDetails: (accountId: string) => void;
  readonly last: LastFill | undefined;
  readonly actions: Actions;
  readonly onRemove: (row: AccountRow) => Promise<void>;
  /** Says a sentence in the page's live region. */
  readonly say: (text: string) => void;
}

/**
 * Search, list and keyboard: type anywhere to search, arrows to move; Enter puts the code of this site's account in the page
 * where that is sure, and copies it otherwise; Control+Enter enters it anywhere.
 */
export function AccountsView(props: AccountsViewProps) {
  const { page, revision, read, copy, next, onFill, onDetails, onRemove, say, last } = props;
  const { t, failure } = useSpeech();
  const [version, setVersion] = useState(0);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const [copiedId, setCopiedId] = useState<string | null>(null);
  /** The row in whose place its menu is. */
  const [menuId, setMenuId] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const forget = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const latestRead = useRef(read);
  latestRead.current = read;
  const source = useMemo(
    () =>
      new RowSource(
        page,
        (...asked) => latestRead.current(...asked),
        () => setVersion((count) => count + 1),
      ),
    [],
  );
  /** *Enter* enters the code; set once it was asked whether the page has a sure field for it. */
  const enterFills = useRef(false);
  const firstRevision = useRef(revision);
  useEffect(() => {
    if (revision === firstRevision.current) return;
    firstRevision.current = revision;
    void source.refresh();
  }, [revision]);

  const search = (text: string): void => {
    setQuery(text);
    setActive(0);
    void source.search(text.trim(), firstRows).then(() => {
      say(source.total === 0 ? t('noMatch', { query: text }) : t('accountsFound', { count: source.total }));
    });
  };

  const copyRow = async (row: AccountRow, code: string): Promise<void> => {
    if (!(await copy(code))) return say(t('copyFailed'));
    setCopiedId(row.id);
    say(t('codeCopied'));
    clearTimeout(forget.current);
    forget.current = setTimeout(() => setCopiedId(null), copiedShownMs);
  };
  const nextOf = async (row: AccountRow): Promise<void> => {
    const answer = await next(row.id);
    if (!answer.ok) return say(failure(answer.failure));
    source.count(row.id, answer.value);
    say(spokenCode(answer.value.code));
  };

  const move = (index: number): void => {
    const to = Math.min(Math.max(0, index), source.total - 1);
    setActive(to);
    // The row may only now come into being: it is focused once it has been drawn.
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.row.active .row-main')?.focus());
  };
  const onKey = (event: KeyboardEvent): void => {
    const target = event.target instanceof HTMLElement ? event.target : null;
    const inSearch = target === input.current;
    const row = source.row(active);
    if (event.isComposing || event.altKey) return;
    if (event.key === 'Enter' && row && (inSearch || event.ctrlKey)) {
      event.preventDefault();
      if (event.ctrlKey || (row.here && query === '' && enterFills.current)) return onFill(row.id);
      const shown = shownCode(row.code, Date.now());
      if (shown.code !== null) void copyRow(row, shown.code);
      else if (row.code.kind === 'counted') void nextOf(row);
    } else if (event.key === 'Delete' && row && !inSearch) {
      event.preventDefault();
      setMenuId(row.id);
    } else if (event.ctrlKey || event.metaKey) {
      if (event.key === 'f') {
        event.preventDefault();
        input.current?.focus();
      }
    } else if (event.key === 'ArrowDown') {
      event.preventDefault();
      move(inSearch ? 0 : active + 1);
    } else if (event.key === 'ArrowUp') {
      event.preventDefault();
      if (active === 0) input.current?.focus();
      else move(active - 1);
    } else if (event.key === 'Escape' && query !== '') {
      event.preventDefault();
      search('');
      input.current?.focus();
    } else if (!inSearch && event.key.length === 1 && event.key !== ' ') {
      input.current?.focus();
    }
  };
  const latestKey = useRef(onKey);
  latestKey.current = onKey;
  useEffect(() => {
    input.current?.focus();
    const heard = (event: KeyboardEvent): void => latestKey.current(event);
    document.addEventListener('keydown', heard);
    return () => {
      document.removeEventListener('keydown', heard);
      clearTimeout(forget.current);
    };
  }, []);

  return (
    <>
      <div class="search">
        <Icon name="search" />
        <input
          ref={input}
          type="search"
          value={query}
          placeholder={t('search')}
          aria-label={t('search')}
          spellcheck={false}
          autocomplete="off"
          onInput={(event) => search(event.currentTarget.value)}
        />
        {query !== '' && (
          <button
            class="icon-button"
            aria-label={t('clearSearch')}
            title={t('clearSearch')}
            onClick={() => search('')}
          >
            <Icon name="clear" />
          </button>
        )}
      </div>
      {source.total === 0 ? (
        <p class="nothing">{query.trim() === '' ? t('emptyTitle') : t('noMatch', { query: query.trim() })}</p>
      ) : (
        <AccountList
          source={source}
          version={version}
          active={active}
          copiedId={copiedId}
          menuId={menuId}
          onMenu={setMenuId}
          onDetails={(row) => onDetails(row.id)}
          onRemove={(row) => {
            setMenuId(null);
            void onRemove(row);
          }}
          onCopy={(row, code) => {
            void copyRow(row, code);
          }}
          onFill={(row) => onFill(row.id)}
          onNext={(row) => {
            void nextOf(row);
          }}
        />
      )}
      {(last || page.here > 0) && (
        <aboutSite.View last={last} enterFills={enterFills} actions={props.actions} />
      )}
    </>
  );
}
