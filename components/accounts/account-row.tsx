import type { AccountRow as Row } from '@/lib/messages/protocol';
import * as later from '../app/later';
import { Icon } from '../ui/icon';
import { Monogram } from '../ui/monogram';
import { useSpeech } from '../ui/speech';
import { groupDigits, shownCode, spokenCode } from './code-text';
import type { RowEvents } from './account-list';
import { TimeLeft } from './time-left';

export interface AccountRowProps {
  readonly row: Row;
  readonly nowMs: number;
  /** When this drawing is made: the ring moves between drawings. */
  readonly drawnAtMs: number;
  /** The row that Enter copies. */
  readonly active: boolean;
  readonly copied: boolean;
  /** The code is not on the screen. */
  readonly hidden: boolean;
  /** Codes are shown only when they are asked for. */
  readonly onDemand: boolean;
  /** With what is not seen before the row is pointed at or chosen; the first frame does without. */
  readonly whole: boolean;
  readonly events: RowEvents;
}

/** Where nothing can point, what comes up under a pointer is there from the start. */
const hasHover = typeof matchMedia === 'function' && matchMedia('(hover: hover)').matches;

/** Issuer, name and code: the whole row copies, a button enters the code in the page. */
export function AccountRow(props: AccountRowProps) {
  const { row, nowMs, drawnAtMs, active, copied, hidden, whole, events } = props;
  const { t } = useSpeech();
  const { code, next, ending } = shownCode(row.code, nowMs);
  const issuer = row.issuer || row.name || t('nameless');
  const name = row.issuer ? row.name : '';
  const spoken = code === null ? t('codeHidden') : spokenCode(code);
  const isReminder = row.code.kind === 'none';
  const asksNext = row.code.kind === 'counted' && code === null;
  const label = isReminder
    ? `${issuer} ${name}`
    : asksNext
      ? t('nextCodeOf', { issuer: name ? `${issuer}, ${name}` : issuer })
      : hidden
        ? t('copyHidden', { who: name ? `${issuer}, ${name}` : issuer })
        : name
          ? t('copyCode', { code: spoken, issuer, name })
          : t('copyCodeNoName', { code: spoken, issuer });

  const isUsed = (row.extra?.usedUntilMs ?? 0) > nowMs;
  const marks = [
    isUsed && t('codeUsed'),
    !row.confirmed && t('notVerified'),
    row.extra?.pinned && t('pinned'),
  ];
  const note = copied ? (
    <span class="row-note copied" title={t('codeCopied')}>
      <Icon name="check" />
      {t('codeCopied')}
    </span>
  ) : next !== null && !hidden ? (
    <span class="row-note" title={t('thenCode', { code: groupDigits(next) })}>
      {t('thenCode', { code: groupDigits(next) })}
    </span>
  ) : isUsed ? (
    <span class="row-note" title={t('codeUsed')}>
      {t('codeUsed')}
    </span>
  ) : (
    !row.confirmed && (
      <span class="row-note" title={t('notVerified')}>
        {t('notVerified')}
      </span>
    )
  );
  const extra = row.extra && (
    <later.rowExtra.View id={`extra-${row.id}`} extra={row.extra} hasCode={!isReminder} nowMs={nowMs} />
  );
  const digits = !isReminder && (
    <span
      class={`code${ending ? ' ending' : ''}${isUsed ? ' used' : ''}${(code?.length ?? 0) > 7 ? ' long' : ''}`}
    >
      {code === null ? (asksNext ? '••• •••' : '––– –––') : hidden ? '••• •••' : groupDigits(code)}
    </span>
  );
  const ring = row.code.kind === 'timed' && (
    <TimeLeft
      periodSeconds={row.code.periodSeconds}
      expiresAtMs={row.code.expiresAtMs}
      nowMs={drawnAtMs}
      ending={ending}
    />
  );

  return (
    <>
      <button
        class="row-main"
        data-row={row.id}
        tabIndex={active ? 0 : -1}
        aria-label={[label, ...marks].filter(Boolean).join(', ')}
        aria-describedby={row.extra && `extra-${row.id}`}
        onClick={() =>
          isReminder
            ? events.onMore(row)
            : asksNext
              ? events.onNext(row)
              : code !== null && events.onCopy(row, code)
        }
      >
        {row.here ? (
          <>
            <span class="row-head">
              <Monogram issuer={issuer} mark={row.mark} />
              <span class="row-text" title={name ? `${issuer} – ${name}` : issuer}>
                <span class="row-who">
                  <b>{issuer}</b>
                  {note}
                  {extra}
                </span>
                {name && <span class="row-name">{name}</span>}
              </span>
            </span>
            <span class="row-line">
              {digits}
              {ring}
            </span>
          </>
        ) : (
          <>
            <Monogram issuer={issuer} mark={row.mark} />
            <span class="row-text" title={name ? `${issuer} – ${name}` : issuer}>
              <span class="row-who">
                <b>{issuer}</b>
                {name && <span class="row-name">{name}</span>}
                {!isReminder && extra}
              </span>
              <span class="row-line">
                {digits}
                {isReminder ? extra : note}
              </span>
            </span>
            {ring}
          </>
        )}
      </button>
      {row.code.kind === 'counted' && (
        <button
          class="icon-button row-next"
          tabIndex={active ? 0 : -1}
          aria-label={t('nextCodeOf', { issuer })}
          title={t('nextCodeOf', { issuer })}
          onClick={() => events.onNext(row)}
        >
          <Icon name="next" />
        </button>
      )}
      {props.onDemand && !isReminder && !asksNext && (
        <later.rowEye.View row={row} active={active} hidden={hidden} onReveal={events.onReveal} />
      )}
      {(whole || !hasHover) && (
        <button
          class="icon-button row-more"
          tabIndex={active ? 0 : -1}
          aria-label={t('moreOf', { issuer })}
          title={t('moreOf', { issuer })}
          onClick={() => events.onMore(row)}
        >
          <Icon name="more" />
        </button>
      )}
      {!isReminder && (whole || row.here) && (
        <button
          class={row.here ? 'primary row-fill' : 'icon-button row-enter'}
          tabIndex={active ? 0 : -1}
          aria-label={t('enterCodeOf', { issuer })}
          title={t('enterCodeOf', { issuer })}
          onClick={() => events.onFill(row)}
        >
          <Icon name="enter" />
          {row.here && <span>{t('enterCode')}</span>}
        </button>
      )}
    </>
  );
}
