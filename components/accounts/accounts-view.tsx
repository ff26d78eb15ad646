import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { AccountRow, AccountsPage, Response } from '@/lib/messages/protocol';
import type { Result } from '@/lib/errors';
import { firstRows } from '@/lib/messages/first-rows';
import type { LastFill } from '@/lib/messages/sites-protocol';
import type { Settings } from '@/lib/settings/settings';
import type { Actions } from '../app/actions';
import * as later from '../app/later';
import type { ListHandle, MenuPart } from '../app/list-handle';
import { Icon } from '../ui/icon';
import { useSpeech } from '../ui/speech';
import { AccountList } from './account-list';
import { shownCode, spokenCode } from './code-text';
import { commandOf } from './list-keys';
import { type ReadPage, RowSource } from './row-source';
import { useRevealed } from './use-revealed';

const copiedShownMs = 2500;

export interface AccountsViewProps {
  readonly page: AccountsPage;
  /** Counts up when something changed outside: what is seen is asked for again. */
  readonly revision: number;
  readonly settings: Settings;
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
  /** Lets the command palette reach the list. */
  readonly handle: { current: ListHandle | null };
}

/**
 * Search, list and keyboard: type anywhere to search, arrows to move; Enter puts the code of this site's account in the page
 * where that is sure, and copies it otherwise; Control+Enter enters it anywhere. All keys: list-keys.
 */
export function AccountsView(props: AccountsViewProps) {
  const { page, revision, settings, read, copy, next, onFill, say, last, actions } = props;
  const { t, failure } = useSpeech();
  const [version, setVersion] = useState(0);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const [copiedId, setCopiedId] = useState<string | null>(null);
  /** The row whose menu is open. */
  const [menu, setMenu] = useState<{ readonly row: AccountRow; readonly part: MenuPart } | null>(null);
  const { revealed, reveal } = useRevealed(settings.codesOnDemand);
  const input = useRef<HTMLInputElement>(null);
  const forget = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const latestRead = useRef(read);
  latestRead.current = read;
  const source = useMemo(
    () =>
      new RowSource(
        page,
        (asked) => latestRead.current(asked),
        () => setVersion((count) => count + 1),
      ),
    [],
  );
  /** *Enter* enters the code; set once it was asked whether the page has a sure field for it. */
  const enterFills = useRef(false);
  /** The account that the keyboard is at: its place may change from one answer to the next. */
  const activeId = useRef<string | null>(null);
  activeId.current ??= source.row(active)?.id ?? null;
  const activeRow = (): AccountRow | undefined => {
    const place = activeId.current === null ? -1 : source.placeOf(activeId.current);
    return source.row(place < 0 ? active : place);
  };
  const activeNow = useRef(active);
  activeNow.current = active;
  const choose = (index: number): void => {
    const place = Math.min(Math.max(0, index), source.total - 1);
    activeId.current = source.row(place)?.id ?? null;
    setActive(place);
  };
  /** Asks anew for what is seen; the row that was chosen stays so, wherever it has gone. */
  const refresh = async (): Promise<void> => {
    const at = await source.refresh(activeId.current ?? undefined);
    if (at === null) return;
    if (at >= 0) setActive(at);
    else choose(activeNow.current);
    if (source.tag !== null && !source.tags.includes(source.tag)) search(query, null);
  };
  const firstRevision = useRef(revision);
  useEffect(() => {
    if (revision === firstRevision.current) return;
    firstRevision.current = revision;
    void refresh();
  }, [revision]);

  const search = (text: string, tag: string | null = source.tag): void => {
    setQuery(text);
    setActive(0);
    activeId.current = null;
    void source.search(text.trim(), tag, firstRows).then(() => {
      say(source.total === 0 ? t('noMatch', { query: text }) : t('accountsFound', { count: source.total }));
    });
  };

  const copyRow = async (row: AccountRow, code: string): Promise<void> => {
    if (!(await copy(code))) return say(t('copyFailed'));
    setCopiedId(row.id);
    say(t('codeCopied'));
    clearTimeout(forget.current);
    forget.current = setTimeout(() => setCopiedId(null), copiedShownMs);
    const untilMs = endOf(row, Date.now());
    if (untilMs !== null) source.spend(row.id, untilMs);
    void actions.ask('list.used', { accountId: row.id, untilMs });
  };
  const nextOf = async (row: AccountRow): Promise<void> => {
    const answer = await next(row.id);
    if (!answer.ok) return say(failure(answer.failure));
    source.count(row.id, answer.value);
    say(spokenCode(answer.value.code));
  };
  const use = (row: AccountRow): void => {
    const shown = shownCode(row.code, Date.now());
    if (shown.code !== null) void copyRow(row, shown.code);
    else if (row.code.kind === 'counted') void nextOf(row);
  };
  const show = (row: AccountRow): void => {
    const { code } = shownCode(row.code, Date.now());
    if (code !== null && reveal(row.id)) say(spokenCode(code));
  };
  /** The row may only now come into being, or be on its way: it is focused once it has been drawn. */
  const wantsFocus = useRef(false);
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    const row = document.querySelector<HTMLElement>('.row.active .row-main');
    if (row) wantsFocus.current = false;
    row?.focus();
  });
  const moveRow = async (row: AccountRow, to: Parameters<Actions['moveRow']>[2]): Promise<void> => {
    const answer = await actions.moveRow(source.tag, row.id, to);
    if (!answer.ok) return say(failure(answer.failure));
    const { moved, place, total } = answer.value;
    const issuer = row.issuer || row.name;
    if (moved) await refresh();
    say(moved ? t('movedTo', { issuer, place, total }) : t('movedNowhere', { issuer }));
  };

  const go = (index: number): void => {
    wantsFocus.current = true;
    choose(index);
    // Also where the same row is chosen again, and nothing else is drawn.
    setVersion((count) => count + 1);
  };
  const onKey = (event: KeyboardEvent): void => {
    const inSearch = event.target === input.current;
    const row = activeRow();
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    if (event.isComposing || event.defaultPrevented) return;
    const command = commandOf({ key, ctrlKey, metaKey, altKey, shiftKey, inSearch, hasQuery: query !== '' });
    if (command === null) return;
    // What is typed goes to the search by itself; everything else is ours.
    if (command.kind !== 'type') event.preventDefault();
    switch (command.kind) {
      case 'type':
      case 'find':
        return input.current?.focus();
      case 'clear':
        if (query === '' && source.tag === null) return actions.close();
        search('', query === '' ? null : source.tag);
        return input.current?.focus();
      case 'go': {
        if (command.by === 'row' && command.to < 0 && active === 0) return input.current?.focus();
        if (command.by === 'all') return go(command.to < 0 ? 0 : source.total - 1);
        if (command.by === 'row') return go(inSearch ? 0 : active + command.to);
        return go(active + command.to * Math.max(1, source.seen().length - 3));
      }
    }
    if (!row) return;
    switch (command.kind) {
      case 'use':
        return row.here && query === '' && enterFills.current ? onFill(row.id) : use(row);
      case 'fill':
        return onFill(row.id);
      case 'reveal':
        return show(row);
      case 'menu':
        return setMenu({ row, part: 'all' });
      case 'remove':
        return setMenu({ row, part: 'remove' });
      case 'move':
        if (query === '') void moveRow(row, command.to);
    }
  };
  const latest = useRef({ onKey, show, copyRow, nextOf, onFill, choose });
  latest.current = { onKey, show, copyRow, nextOf, onFill, choose };
  useEffect(() => {
    input.current?.focus();
    const heard = (event: KeyboardEvent): void => latest.current.onKey(event);
    document.addEventListener('keydown', heard);
    return () => {
      document.removeEventListener('keydown', heard);
      clearTimeout(forget.current);
    };
  }, []);
  const events = useMemo(
    () => ({
      onCopy: (row: AccountRow, code: string) => void latest.current.copyRow(row, code),
      onFill: (row: AccountRow) => latest.current.onFill(row.id),
      onNext: (row: AccountRow) => void latest.current.nextOf(row),
      onMore: (row: AccountRow) => setMenu({ row, part: 'all' }),
      onReveal: (row: AccountRow) => latest.current.show(row),
      onFocus: (row: AccountRow) => {
        const place = source.placeOf(row.id);
        if (place >= 0) latest.current.choose(place);
      },
    }),
    [],
  );
  props.handle.current = {
    row: activeRow,
    use,
    menu: (row, part) => setMenu({ row, part }),
    show,
    details: (row) => props.onDetails(row.id),
    fill: (row) => onFill(row.id),
    search: (text) => {
      search(text);
      input.current?.focus();
    },
  };
  useEffect(() => () => void (props.handle.current = null), []);

  return (
    <>
      {/* Its own keys are for it, not for a screen reader's way of walking through a document. */}
      <div class="accounts" role="application" aria-label="Seconde">
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
            maxLength={300}
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
        {source.tags.length > 0 && (
          <later.groups.View tags={source.tags} chosen={source.tag} onChoose={(tag) => search(query, tag)} />
        )}
        {source.total === 0 ? (
          <>
            <p class="nothing">
              {query.trim() === '' ? t('emptyTitle') : t('noMatch', { query: query.trim() })}
            </p>
            {query.trim() !== '' && <later.foundActions.View query={query} actions={actions} />}
          </>
        ) : (
          <AccountList
            source={source}
            version={version}
            active={active}
            copiedId={copiedId}
            revealed={revealed}
            events={events}
            onDrag={
              query === ''
                ? (press, list, layout) =>
                    void import('./drag').then(({ follow }) =>
                      follow({ press, list, layout, source, onDrop: (row, to) => void moveRow(row, to) }),
                    )
                : null
            }
          />
        )}
        {menu && (
          <later.rowMenu.View
            row={source.row(source.placeOf(menu.row.id)) ?? menu.row}
            at={menu.part}
            hidden={revealed !== null && !revealed.has(menu.row.id)}
            actions={actions}
            onUse={use}
            onFill={(row) => onFill(row.id)}
            onReveal={show}
            onMove={query === '' ? (row, to) => moveRow(row, to) : null}
            onDetails={(row) => props.onDetails(row.id)}
            onRemove={(row) => void props.onRemove(row)}
            onClose={() => setMenu(null)}
          />
        )}
      </div>
      {(last || page.here > 0) && (
        <later.aboutSite.View last={last} enterFills={enterFills} actions={actions} />
      )}
    </>
  );
}

/** When the code that is shown now ends, Unix ms; `null` for one that does not by itself. */
function endOf({ code }: AccountRow, nowMs: number): number | null {
  if (code.kind !== 'timed') return null;
  return code.expiresAtMs > nowMs ? code.expiresAtMs : code.expiresAtMs + code.periodSeconds * 1000;
}
