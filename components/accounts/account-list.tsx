import type { ComponentChild } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { RowCode, AccountRow as Row } from '@/lib/messages/protocol';
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
/** The first frame of a list or of a search has what is seen in it and no more; by then it is on the screen. */
const completeAfterMs = 150;
/** A failed or late answer is not asked for again before this. */
const patienceMs = 3000;
const nearEndSeconds = 10;

/** What can be done with a row; the same functions at every drawing, so that no row is drawn again for them. */
export interface RowEvents {
  readonly onCopy: (row: Row, code: string) => void;
  readonly onFill: (row: Row) => void;
  readonly onNext: (row: Row) => void;
  readonly onMore: (row: Row) => void;
  readonly onReveal: (row: Row) => void;
  /** The keyboard, or a click, came to it. */
  readonly onFocus: (row: Row) => void;
}

export interface AccountListProps {
  readonly source: RowSource;
  /** Counts up when the source has something new. */
  readonly version: number;
  readonly active: number;
  readonly copiedId: string | null;
  /** Codes are shown only for these; `null`: for all. */
  readonly revealed: ReadonlySet<string> | null;
  readonly events: RowEvents;
  /** Lets rows be dragged to another place, where they are in an order that can be changed. */
  readonly onDrag: ((press: PointerEvent, list: HTMLElement, layout: ListLayout) => void) | null;
}

/** The rows that are seen, out of any number. */
export function AccountList(props: AccountListProps) {
  const { source, version, active, copiedId, revealed, events } = props;
  const { t, tag } = useSpeech();
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
  /** The search whose rows have been there for a moment. */
  const [settled, setSettled] = useState<string | null>(null);
  const complete = settled === source.query;
  useEffect(() => {
    const timer = setTimeout(() => setSettled(source.query), completeAfterMs);
    return () => clearTimeout(timer);
  }, [source.query]);
  const spare = complete ? spareRows : 0;
  const { first, end } = seenRows(layout, view.top, view.height, spare);
  const latest = useRef({ layout, first, end, spare });
  latest.current = { layout, first, end, spare };
  /** Draws again only when other rows are seen. */
  const see = (top: number, height: number): void => {
    const now = seenRows(latest.current.layout, top, height, latest.current.spare);
    if (now.first !== latest.current.first || now.end !== latest.current.end) setView({ top, height });
  };

  useEffect(() => void source.show(first, end), [source, version, first, end]);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => see(element.scrollTop, element.clientHeight || usualRem * rem);
    if (typeof ResizeObserver === 'undefined') return measure();
    // Hears of its first size too, once that is worked out: asking for it here would work it out twice.
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [rem]);

  // A row that changes places is taken out of the page and put back: what of it had the focus has it again.
  const focused = focusIn(box.current);
  useLayoutEffect(() => {
    if (focused && box.current && !box.current.contains(document.activeElement))
      refocus(box.current, focused);
  });

  // Rows are drawn again only when one of them has something else to show: its last seconds, its next code.
  const phases = useRef<string | null>(null);
  const askedAtMs = useRef(0);
  useSecond(
    useCallback(
      (atMs: number) => {
        if (box.current && phases.current !== null) moveRings(box.current, atMs);
        const seen = source.seen();
        let phase = '';
        let ended = false;
        let soonest = Infinity;
        for (const { code } of seen) {
          if (code.kind !== 'timed') continue;
          const { expiresAtMs, periodSeconds } = code;
          const left = secondsLeft(expiresAtMs, periodSeconds, atMs);
          ended ||= expiresAtMs <= atMs;
          soonest = Math.min(soonest, left);
          phase += `${expiresAtMs}${expiresAtMs <= atMs ? 'x' : left <= lastSeconds ? 'e' : ''} `;
        }
        // The first call comes right after the first drawing.
        if (phases.current !== null && phase !== phases.current) setNowMs(atMs);
        phases.current = phase;
        if (ended && atMs - askedAtMs.current >= patienceMs) {
          askedAtMs.current = atMs;
          void source.refresh();
        }
        // A ring moves by so little that every third second is enough, but near the end.
        return soonest > nearEndSeconds ? 3 : 1;
      },
      [source],
    ),
  );

  useEffect(() => {
    const element = box.current;
    if (!element || active >= source.total) return;
    const height = element.clientHeight || usualRem * rem;
    const top = rowTop(layout, active);
    const bottom = top + (active < source.here ? layout.hereRow : layout.row);
    const margin = active === 0 || active === source.here ? layout.heading : 0;
    if (top - margin < element.scrollTop) element.scrollTop = Math.max(0, top - margin);
    else if (bottom > element.scrollTop + height) element.scrollTop = bottom - height;
    see(element.scrollTop, height);
  }, [active]);

  const drawnAtMs = Date.now();
  const drawn = useRef(new Map<string, Drawn>());
  const before = drawn.current;
  drawn.current = new Map();
  /** The row as it was drawn last, when nothing of it changed. */
  const draw = (row: Row, index: number) => {
    const isActive = index === active;
    const isCopied = row.id === copiedId;
    const isHidden = revealed !== null && !revealed.has(row.id);
    const old = before.get(row.id);
    // What is drawn already stays.
    const isWhole = complete || isActive || old?.whole === true;
    const key = `${nowMs} ${tag} ${isActive} ${isCopied} ${isHidden} ${isWhole} ${row.extra?.usedUntilMs}`;
    const made =
      old && old.key === key && isSameRow(old.row, row)
        ? old
        : {
            key,
            row,
            whole: isWhole,
            node: (
              <AccountRow
                row={row}
                nowMs={nowMs}
                drawnAtMs={drawnAtMs}
                active={isActive}
                copied={isCopied}
                hidden={isHidden}
                onDemand={revealed !== null}
                whole={isWhole}
                events={events}
              />
            ),
          };
    drawn.current.set(row.id, made);
    return made.node;
  };
  const item = (index: number) => {
    const row = source.row(index);
    return (
      <li
        key={row?.id ?? index}
        class={`row${row?.here ? ' here' : ''}${index === active ? ' active' : ''}${row?.extra?.pinned ? ' pinned' : ''}`}
        style={{ top: `${rowTop(layout, index)}px` }}
        // Not at the press of a mouse: the list would move under it, before it is let go.
        onFocusIn={({ target }) => {
          if (row && index !== active && (target as Element).matches(':focus-visible')) events.onFocus(row);
        }}
        onClick={() => row && events.onFocus(row)}
        aria-posinset={index + 1}
        aria-setsize={source.total}
      >
        {row && draw(row, index)}
      </li>
    );
  };
  const items = [];
  // The row that may have the focus is there wherever the list is scrolled to.
  if (active < first && active < source.total) items.push(item(active));
  for (let index = first; index < end; index += 1) items.push(item(index));
  if (active >= end && active < source.total) items.push(item(active));

  return (
    <div
      class="list"
      ref={box}
      onScroll={(event) => see(event.currentTarget.scrollTop, event.currentTarget.clientHeight)}
      onPointerDown={(event) => {
        if (props.onDrag && event.button === 0 && event.pointerType === 'mouse' && box.current)
          props.onDrag(event, box.current, layout);
      }}
    >
      {source.here > 0 && (
        <h2 class="list-heading" title={source.host ?? ''} style={{ top: '0' }}>
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

/** Nothing that is drawn differs. */
function isSameRow(before: Row, row: Row): boolean {
  return (
    isSameCode(before.code, row.code) &&
    before.extra === row.extra &&
    before.here === row.here &&
    before.issuer === row.issuer &&
    before.name === row.name &&
    before.mark === row.mark &&
    before.confirmed === row.confirmed
  );
}

function isSameCode(before: RowCode, code: RowCode): boolean {
  if (before === code) return true;
  return (
    before.kind === 'timed' &&
    code.kind === 'timed' &&
    before.current === code.current &&
    before.next === code.next &&
    before.periodSeconds === code.periodSeconds &&
    before.expiresAtMs === code.expiresAtMs
  );
}

interface Drawn {
  readonly key: string;
  readonly row: Row;
  readonly whole: boolean;
  readonly node: ComponentChild;
}

interface Focused {
  readonly id: string;
  /** Which button of the row. */
  readonly button: string;
}

function focusIn(box: HTMLElement | null): Focused | null {
  const element = document.activeElement;
  if (!box || !(element instanceof HTMLElement) || !box.contains(element)) return null;
  const id = element.closest('.row')?.querySelector<HTMLElement>('[data-row]')?.dataset.row;
  return id === undefined ? null : { id, button: element.classList[element.classList.length - 1] ?? '' };
}

function refocus(box: HTMLElement, { id, button }: Focused): void {
  const main = box.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);
  const same = main?.closest('.row')?.querySelector<HTMLElement>(`.${CSS.escape(button)}`);
  (same ?? main ?? box.querySelector<HTMLElement>('.row.active .row-main'))?.focus({ preventScroll: true });
}
