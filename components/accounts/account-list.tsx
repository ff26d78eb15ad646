import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { AccountRow as Row } from '@/lib/messages/protocol';
import * as later from '../app/later';
import { useSpeech } from '../ui/speech';
import { useSecond } from '../ui/use-second';
import { AccountRow } from './account-row';
import { lastSeconds, secondsLeft } from './code-text';
import { type ListLayout, listHeight, rowTop, seenRows } from './layout';
import type { RowSource } from './row-source';
import { moveRings } from './time-left';

const rowRem = 4.5;
const hereRowRem = 7;
const headingRem = 2;
/** Height of the list in a popup, before it can be measured. */
const usualRem = 24;
/** Rows drawn beyond what is seen, so that a short scroll shows no gap. */
const spareRows = 3;
/** A failed or late answer is not asked for again before this. */
const patienceMs = 3000;

export interface AccountListProps {
  readonly source: RowSource;
  /** Counts up when the source has something new. */
  readonly version: number;
  readonly active: number;
  readonly copiedId: string | null;
  readonly menuId: string | null;
  readonly onMenu: (accountId: string | null) => void;
  readonly onDetails: (row: Row) => void;
  readonly onRemove: (row: Row) => void;
  readonly onCopy: (row: Row, code: string) => void;
  readonly onFill: (row: Row) => void;
  readonly onNext: (row: Row) => void;
}

/** The rows that are seen, out of any number. */
export function AccountList(props: AccountListProps) {
  const { source, version, active, copiedId, menuId, onMenu, onCopy, onFill, onNext } = props;
  const { t } = useSpeech();
  const box = useRef<HTMLDivElement>(null);
  const [rem] = useState(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16);
  const [view, setView] = useState({ top: 0, height: usualRem * rem });
  const [nowMs, setNowMs] = useState(Date.now);
  const layout: ListLayout = {
    total: source.total,
    here: source.here,
    row: rowRem * rem,
    hereRow: hereRowRem * rem,
    heading: headingRem * rem,
  };
  const { first, end } = seenRows(layout, view.top, view.height, spareRows);
  const latest = useRef({ layout, first, end });
  latest.current = { layout, first, end };
  /** Draws again only when other rows are seen. */
  const see = (top: number, height: number): void => {
    const before = latest.current;
    const now = seenRows(before.layout, top, height, spareRows);
    if (now.first !== before.first || now.end !== before.end) setView({ top, height });
  };

  useEffect(() => void source.show(first, end), [source, version, first, end]);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => see(element.scrollTop, element.clientHeight || usualRem * rem);
    measure();
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [rem]);

  // Rows are drawn again only when one of them has something else to show: its last seconds, its next code.
  const phases = useRef<string | null>(null);
  const askedAtMs = useRef(0);
  useSecond(
    useCallback(
      (atMs: number) => {
        if (box.current) moveRings(box.current, atMs);
        const seen = source.seen();
        let phase = '';
        let ended = false;
        for (const { code } of seen) {
          if (code.kind !== 'timed') continue;
          const { expiresAtMs, periodSeconds } = code;
          const left = secondsLeft(expiresAtMs, periodSeconds, atMs);
          ended ||= expiresAtMs <= atMs;
          phase += `${expiresAtMs}${expiresAtMs <= atMs ? 'x' : left <= lastSeconds ? 'e' : ''} `;
        }
        // The first call comes right after the first drawing.
        if (phases.current !== null && phase !== phases.current) setNowMs(atMs);
        phases.current = phase;
        if (ended && atMs - askedAtMs.current >= patienceMs) {
          askedAtMs.current = atMs;
          void source.refresh();
        }
      },
      [source],
    ),
  );

  useEffect(() => {
    const element = box.current;
    if (!element || active >= source.total) return;
    const top = rowTop(layout, active);
    const bottom = top + (active < source.here ? layout.hereRow : layout.row);
    const margin = active === 0 || active === source.here ? layout.heading : 0;
    if (top - margin < element.scrollTop) element.scrollTop = Math.max(0, top - margin);
    else if (bottom > element.scrollTop + element.clientHeight)
      element.scrollTop = bottom - element.clientHeight;
  }, [active]);

  const items = [];
  const drawnAtMs = Date.now();
  for (let index = first; index < end; index += 1) {
    const row = source.row(index);
    items.push(
      <li
        key={row?.id ?? index}
        class={`row${row?.here ? ' here' : ''}${index === active ? ' active' : ''}`}
        style={{ top: `${rowTop(layout, index)}px` }}
        aria-posinset={index + 1}
        aria-setsize={source.total}
      >
        {row && row.id === menuId && (
          <later.rowMenu.View
            row={row}
            onDetails={props.onDetails}
            onRemove={props.onRemove}
            onClose={() => {
              onMenu(null);
              focusRow(row.id);
            }}
          />
        )}
        {row && row.id !== menuId && (
          <AccountRow
            row={row}
            nowMs={nowMs}
            drawnAtMs={drawnAtMs}
            active={index === active}
            copied={row.id === copiedId}
            onCopy={onCopy}
            onFill={onFill}
            onNext={onNext}
            onMore={(row) => onMenu(row.id)}
          />
        )}
      </li>,
    );
  }

  return (
    <div
      class="list"
      ref={box}
      onScroll={(event) => see(event.currentTarget.scrollTop, event.currentTarget.clientHeight)}
    >
      {source.here > 0 && (
        <h2 class="list-heading" style={{ top: '0' }}>
          {t('forSite')} <bdi>{source.host}</bdi>
        </h2>
      )}
      {source.here > 0 && source.total > source.here && (
        <h2 class="list-heading" style={{ top: `${layout.heading + source.here * layout.hereRow}px` }}>
          {t('otherAccounts')}
        </h2>
      )}
      <ul role="list" style={{ height: `${listHeight(layout)}px` }}>
        {items}
      </ul>
    </div>
  );
}

/** Its button is drawn again only after the menu went. */
function focusRow(id: string): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)?.focus());
}
